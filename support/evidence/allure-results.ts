import { rm } from 'node:fs/promises';
import path from 'node:path';
import { caseOfFindings, caseOfLeftOut, caseOfScenario, messageHead, type AllureCase } from './allure-result';
import { modifiedText } from './harness-text';
import { elsewhere, messagesShown } from './messages-shown';
import type { RunFiles } from './run-files';
import { releaseText } from './release-text';
import { plain } from './text';

/** Every result of the run as Allure sees it, one at a time with what it attaches, findings of the run last. */
export function* allureCases(run: RunFiles): Generator<AllureCase> {
  const { verdicts } = run;
  const shown = messagesShown(run);
  for (const one of verdicts.scenarios) {
    const requirements = run.requirementsOf?.(one.id.split('/')[0]!) ?? [];
    yield caseOfScenario(one, verdicts, {
      entries: shown(one.id) ? run.entriesOf(one.id) : elsewhere(run, one.id),
      diagrams: run.diagramsOf(one.id),
      requirements,
    });
  }
  for (const one of run.leftOut) yield caseOfLeftOut(one, verdicts);
  const findings = caseOfFindings(verdicts);
  if (findings) yield findings;
}

/** Writes `allure-results/` anew: results, attachments, categories by blame, environment and executor. */
export async function writeAllureResults(run: RunFiles, directory: string): Promise<void> {
  const { FileSystemWriter } = await import('allure-js-commons/sdk/reporter');
  await rm(directory, { recursive: true, force: true });
  const writer = new FileSystemWriter({ resultsDir: directory });
  for (const { result, files } of allureCases(run)) {
    files.forEach(({ name, type, extension, text }, index) => {
      const source = `${result.uuid}-${index + 1}-attachment.${extension}`;
      writer.writeAttachment(source, Buffer.from(text));
      result.attachments.push({ name, type, source });
    });
    writer.writeResult(result);
  }
  writer.writeCategoriesDefinitions(categories());
  writer.writeEnvironmentInfo(environment(run));
  writer.writeAttachment('executor.json', Buffer.from(JSON.stringify(executor(run), null, 2)));
}

function categories() {
  const of = (name: string, outcome: Parameters<typeof messageHead>[0], status: 'failed' | 'broken' | 'skipped') => ({
    name,
    messageRegex: `^${messageHead(outcome)}\\b[\\s\\S]*`,
    matchedStatuses: [status] as never[],
  });
  return [
    of(
      'Participant: its messages or answers are wrong, missing or late',
      { verdict: 'fail', blame: 'participant' },
      'failed',
    ),
    of('Participant: inconclusive', { verdict: 'inconclusive', blame: 'participant' }, 'broken'),
    of(
      'Configuration: profile, environment, certificates, selection',
      { verdict: 'fail', blame: 'configuration' },
      'broken',
    ),
    of(
      'Environment: an external DIP or party, the network, a source',
      { verdict: 'fail', blame: 'environment' },
      'broken',
    ),
    of('Harness: ours to mend', { verdict: 'fail', blame: 'harness' }, 'broken'),
    of('Inconclusive: blame not known', { verdict: 'fail', blame: null }, 'broken'),
    of('Waiting', { verdict: 'waiting', blame: null }, 'skipped'),
    of('Not run', { verdict: 'not-run', blame: null }, 'skipped'),
    of('Not applicable', { verdict: 'not-applicable', blame: null }, 'skipped'),
  ];
}

function environment({ verdicts }: RunFiles): Record<string, string> {
  const { harness, systemUnderTest, participant } = verdicts;
  const values: Record<string, string> = {
    Run: verdicts.run,
    Stage: verdicts.stage,
    Release: releaseText(verdicts),
    Participant: `${participant.name}${participant.bundled ? ' (bundled reference participant: demonstration)' : ''}`,
    Roles: participant.roles.join(', '),
    'System under test': systemUnderTest.name,
    Components: systemUnderTest.components.map(({ name, version }) => `${name} ${version}`).join(', ') || 'not stated',
    Boundary: systemUnderTest.boundary ?? 'not stated',
    Harness: `${harness.version}, commit ${harness.commit ?? 'not known'}`,
    'Scenario set': `${harness.scenarioSet} (${modifiedText(harness)})`,
    Partial: verdicts.partial ? 'yes: the run was cut off' : 'no',
    'Exit code': String(verdicts.exitCode),
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(value)]));
}

function executor({ verdicts }: RunFiles) {
  const order = Math.floor(Date.parse(verdicts.started) / 1000);
  return { name: 'MHHS Qualify', type: 'mhhs-qualify', buildName: verdicts.run, buildOrder: order };
}

/** Directory names of Allure's results and report in a run folder. */
export const allureFolders = (folder: string) => ({
  results: path.join(folder, 'allure-results'),
  report: path.join(folder, 'allure-report'),
});
