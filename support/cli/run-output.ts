import { relative } from 'node:path';
import pc from 'picocolors';
import type { RunNews } from '../session';
import type { Verdicts } from '../verdict';
import { say, seconds } from './output';

/** How the run goes on, for people. */
export function sayNews(news: RunNews): void {
  if (news.kind === 'started') say(pc.dim('ready'));
  if (news.kind !== 'progress') return;
  const mark = news.passed ? pc.green('ok  ') : pc.red('no  ');
  const count = pc.dim(`${String(news.done).padStart(String(news.of).length)}/${news.of}`);
  say(`${count} ${mark} ${news.id.padEnd(14)} ${news.name} ${pc.dim(seconds(news.durationMs))}`);
}

const colours = { pass: pc.green, fail: pc.red, inconclusive: pc.yellow } as Record<string, (text: string) => string>;

/** What the run showed, and where to read more. */
export function sayEnd(
  verdicts: Verdicts,
  place: { folder: string; summary: string; allure: string | null; allureProblem?: string; verdictMs: number },
): void {
  say();
  for (const scenario of verdicts.scenarios) {
    // What never began is only counted.
    if (scenario.verdict === 'pass' || scenario.code === 'SCENARIO_NOT_BEGUN') continue;
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
