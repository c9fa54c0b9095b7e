import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { cliErrors, errorsOf } from '../errors';
import { writeEvidence, writeRunsIndex } from '../evidence';
import { folderFault, stateFolder, workersHelp, type RunNews } from '../session';
import { durationMs } from '../stage';
import { verdictsSchema } from '../verdict';
import { startCucumber } from './cucumber';
import { holdSignals, type Interruption } from './interruption';
import type { Done } from './lazily';
import { registeredRequirements } from './registered-requirements';
import { repeating } from './run-from';
import { createLive, type Live } from './live';
import { numberOf } from './number-option';
import { counted, print, say } from './output';
import { sayEnd } from './run-output';
import { optionsOf, withSelection, type SelectionFlags } from './selection';
import { pc } from './terminal';

const raise = errorsOf(cliErrors);

interface RunFlags extends SelectionFlags {
  workers?: string;
  out?: string;
  timeout?: string;
  dipPort?: string;
  strict?: boolean;
  fault?: string[];
  report: boolean;
  json?: boolean;
  from?: string;
}

/** `qualify run`: the main job. */
export function runCommand(command: Command, done: Done): void {
  withSelection(command)
    .option('--from <run|pack>', 'the scenarios, roles, stage and types of an earlier run; its profile is not taken')
    .option('--workers <n>', workersHelp)
    .option('--out <dir>', 'folder for the run folders; default: reports')
    .option('--timeout <duration>', 'end the run after this time, such as 10m, with a partial report')
    .option('--dip-port <n>', 'port of the simulated DIP on this machine; default: a free one')
    .option('--strict', 'count every observation as a failure')
    .option('--fault <name...>', 'faults of the bundled reference participant, to see how a failure looks')
    .option('--no-report', 'leave the Allure report out')
    .option('--json', 'print the totals as JSON')
    .action(async (flags: RunFlags) => done(await runParticipant(flags)));
}

async function runParticipant(flags: RunFlags): Promise<number> {
  const live = createLive();
  const interruption = holdSignals(() => live.stop());
  try {
    return await runUntil(interruption, live, flags);
  } finally {
    live.stop();
    interruption.release();
  }
}

async function runUntil(interruption: Interruption, live: Live, asked: RunFlags): Promise<number> {
  const flags = asked.from === undefined ? asked : await repeating(asked.from, asked);
  const dipPort = numberOf('run', '--dip-port', flags.dipPort, 65_535) ?? 0;
  const options = optionsOf(flags, { ...flags, dipPort });
  const workers = numberOf('run', '--workers', flags.workers, 99);
  const timeoutMs = timeoutOf(flags.timeout);
  const stateDir = stateFolder(process.cwd());
  let folder = '';
  const cucumber = await startCucumber(options, {
    stateDir,
    workers: workers ?? null,
    onNews(news) {
      if (news.kind === 'announced') {
        sayAnnounced(news);
        live.begin(news.idWidth);
      }
      if (news.kind === 'folder') folder = news.folder;
      live.news(news);
    },
  });
  interruption.attach(cucumber);
  const stop = () => cucumber.abort(`the time limit of ${flags.timeout} was reached`);
  const limit = timeoutMs === undefined ? undefined : setTimeout(stop, timeoutMs);
  const judgedAs = await cucumber.ended.finally(() => clearTimeout(limit));
  // From the start of the command, loading included.
  const verdictMs = Math.round(performance.now());
  // Who wants the run to end does not want to wait for the report.
  const report = flags.report && !interruption.happened;
  const evidence = await writeEvidence(folder, {
    report,
    stateFolder: stateDir,
    requirementsOf: await registeredRequirements(),
    onProgress: (text) => live.doing(text),
  }).catch((error) => {
    throw folderFault(error, folder);
  });
  // The page over all runs is no evidence of this one.
  await writeRunsIndex(dirname(folder)).catch((error: Error) => say(`index.html was not written: ${error.message}`));
  const verdicts = verdictsSchema.parse(JSON.parse(await readFile(join(folder, 'verdicts.json'), 'utf8')));
  const exitCode = interruption.happened ? 130 : judgedAs;
  live.stop();
  sayEnd(verdicts, { ...evidence, verdictMs });
  if (flags.json) {
    const { run, totals } = verdicts;
    print(JSON.stringify({ schema: 1, run, folder, totals, exitCode, verdictMs }));
  }
  return exitCode;
}

/** Says what the run will do. */
function sayAnnounced(news: RunNews & { kind: 'announced' }): void {
  const { stage, release, participant, roles, scenarios, workers } = news;
  say(`${pc.bold('MHHS Qualify')}  ${stage}, release ${release}, ${participant} as ${roles.join(', ')}`);
  say(`${counted(scenarios, 'scenario')}, ${workers} at the same time; starting the simulated DIP and market …`);
}

function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = durationMs(text);
  if (ms !== undefined && ms > 0) return ms;
  const problem = 'it is a duration such as 90s or 10m';
  throw raise('OPTION_WRONG', { option: '--timeout', value: text, problem, command: 'run' }, '--timeout');
}
