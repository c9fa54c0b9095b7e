import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { cliErrors, errorsOf } from '../errors';
import { writeEvidence } from '../evidence';
import { bundled, home, prepare, readScenarios, select, stateFolder, type RunNews } from '../session';
import { durationMs } from '../stage';
import { verdictsSchema, type Verdicts } from '../verdict';
import { startCucumber, type CucumberRun } from './cucumber';
import { print, say, seconds } from './output';
import { optionsOf, withSelection, type SelectionFlags } from './selection';

const raise = errorsOf(cliErrors);

interface RunFlags extends SelectionFlags {
  workers?: string;
  out?: string;
  timeout?: string;
  strict?: boolean;
  report: boolean;
  json?: boolean;
}

/** `qualify run`: the main job. */
export function runCommand(program: Command, done: (code: number) => void): void {
  withSelection(program.command('run'))
    .description('test a participant and write the evidence')
    .option('--workers <n>', 'scenarios at the same time; default: twice the cores, at most 8')
    .option('--out <dir>', 'folder for the run folders; default: reports')
    .option('--timeout <duration>', 'end the run after this time, such as 10m, with a partial report')
    .option('--strict', 'count every observation as a failure')
    .option('--no-report', 'leave the Allure report out')
    .option('--json', 'print the totals as JSON')
    .action(async (flags: RunFlags) => done(await run(flags)));
}

async function run(flags: RunFlags): Promise<number> {
  const began = Date.now();
  const options = optionsOf(flags, flags);
  const workersAsked = workersOf(flags.workers);
  const timeoutMs = timeoutOf(flags.timeout);
  const prepared = await prepare(options, process.cwd());
  const { selected } = select(prepared, await readScenarios(bundled.features, home));
  const workers = Math.min(workersAsked, selected.length);
  const { environment, profile, roles } = prepared;
  const who = `${profile.name}${profile.bundled ? ' (bundled)' : ''} as ${roles.join(', ')}`;
  say(`${pc.bold('MHHS Qualify')}  ${environment.stage}, release ${environment.release}, ${who}`);
  say(`${selected.length} scenarios, ${workers} at the same time; starting the simulated DIP and market …`);

  let folder = '';
  const cucumber = await startCucumber(options, {
    workers,
    stateDir: stateFolder(process.cwd()),
    onNews(news) {
      if (news.kind === 'folder') folder = news.folder;
      sayNews(news);
    },
  });
  const release = holdSignals(cucumber);
  const limit =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => cucumber.abort(`the time limit of ${flags.timeout} was reached`), timeoutMs);
  try {
    const exitCode = await cucumber.ended;
    const judged = Date.now();
    const evidence = await writeEvidence(folder, { report: flags.report, onProgress: (text) => say(pc.dim(text)) });
    const verdicts = verdictsSchema.parse(JSON.parse(await readFile(join(folder, 'verdicts.json'), 'utf8')));
    sayEnd(verdicts, { folder, ...evidence, verdictMs: judged - began });
    if (flags.json) print(JSON.stringify({ schema: 1, run: verdicts.run, folder, totals: verdicts.totals, exitCode }));
    return exitCode;
  } finally {
    clearTimeout(limit);
    release();
  }
}

function workersOf(text: string | undefined): number {
  if (text === undefined) return Math.min(8, 2 * availableParallelism());
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw raise('OPTION_WRONG', {
    option: '--workers',
    value: text,
    problem: 'it is a number from 1 to 99',
    command: 'run',
  });
}

function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = durationMs(text);
  if (ms !== undefined && ms > 0) return ms;
  throw raise('OPTION_WRONG', {
    option: '--timeout',
    value: text,
    problem: 'it is a duration such as 90s or 10m',
    command: 'run',
  });
}

/** First Ctrl-C: the run ends by itself and is reported as partial. Second: everything is killed. */
function holdSignals(cucumber: CucumberRun): () => void {
  let count = 0;
  const onSignal = (signal: NodeJS.Signals): void => {
    count += 1;
    if (count > 1) {
      cucumber.kill();
      process.exit(130);
    }
    say(pc.yellow('\nEnding the run; what was shown so far is reported. Once more to stop at once.'));
    cucumber.abort(signal === 'SIGINT' ? 'Ctrl-C' : signal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
}

function sayNews(news: RunNews): void {
  if (news.kind === 'started') say(pc.dim('ready'));
  if (news.kind !== 'progress') return;
  const mark = news.passed ? pc.green('ok  ') : pc.red('no  ');
  const count = pc.dim(`${String(news.done).padStart(String(news.of).length)}/${news.of}`);
  say(`${count} ${mark} ${news.id.padEnd(14)} ${news.name} ${pc.dim(seconds(news.durationMs))}`);
}

const colours = { pass: pc.green, fail: pc.red, inconclusive: pc.yellow } as Record<string, (text: string) => string>;

function sayEnd(
  verdicts: Verdicts,
  place: { folder: string; summary: string; allure: string | null; allureProblem?: string; verdictMs: number },
): void {
  say();
  for (const scenario of verdicts.scenarios) {
    if (scenario.verdict === 'pass') continue;
    const paint = colours[scenario.verdict] ?? pc.dim;
    say(
      `${paint(scenario.verdict.toUpperCase())} ${scenario.id} ${scenario.name}${scenario.blame ? ` ${pc.dim(`(${scenario.blame})`)}` : ''}`,
    );
    for (const line of (scenario.reason ?? '').split('\n')) say(`    ${line}`);
  }
  for (const finding of verdicts.findings) {
    const paint = finding.level === 'must' ? pc.red : pc.yellow;
    say(`${paint('FINDING')} ${finding.code} ${pc.dim(`(${finding.blame}, ${finding.level})`)} ${finding.reason}`);
  }
  const { pass, fail, inconclusive, waiting, notApplicable, notRun, observations } = verdicts.totals;
  const totals = { pass, fail, inconclusive, waiting, 'not applicable': notApplicable, 'not run': notRun };
  const shown = Object.entries(totals).filter(([name, count]) => count > 0 || name === 'pass' || name === 'fail');
  const text = shown.map(([name, count]) => (colours[name] ?? pc.dim)(`${count} ${name}`)).join(', ');
  say(`${text}, ${observations} observations ${pc.dim(`(verdicts after ${seconds(place.verdictMs)})`)}`);
  if (verdicts.partial) say(pc.yellow('The run is partial: nothing can be said of what did not run.'));
  if (place.allureProblem) say(pc.yellow(`No Allure report: ${place.allureProblem}`));
  const shownPath = (file: string) => relative(process.cwd(), file) || file;
  say(`summary  ${pc.bold(shownPath(place.summary))}`);
  if (place.allure) say(`report   ${pc.bold(shownPath(place.allure))}`);
}
