// Every step of every scenario has exactly one definition, and every definition a step.
// Cucumber's own dry run is no check: it ends with 0 whatever it finds, and when it finds nothing.
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { StepUse } from './lib/step-use';

/** Runs the profile `dry` of the project in the working folder. */
async function main(): Promise<number> {
  const use = new StepUse();
  const { runConfiguration } = await loadConfiguration({ profiles: ['dry'] });
  const options = {
    ...runConfiguration,
    formats: { stdout: 'progress', files: {}, publish: false as const, options: {} },
    runtime: { ...runConfiguration.runtime, dryRun: true, parallel: 0 },
  };
  // A formatter cannot be left out; what it says is of no use here.
  const stdout = new PassThrough().resume();
  const { success } = await runCucumber(options, { stdout }, (envelope: Envelope) => use.add(envelope));
  const problems = use.problems((uri) => path.relative(process.cwd(), path.resolve(uri)).replaceAll('\\', '/'));
  if (!success) problems.push('Cucumber could not read the features; see above.');
  console.log([...problems, `${use.scenarios} scenarios, ${use.definitions} step definitions`].join('\n'));
  return problems.length ? 1 : 0;
}

void main().then((code) => (process.exitCode = code));
