import type { RunsRecord } from '../runs-index';
import { count } from '../text';
import { buildText } from './build';
import { buildUnderTest, type HeldRun, type Standing } from './standing';

/** What is missing from a campaign or was broken, in words. */
export function gapsOf<H extends HeldRun>(
  runs: readonly H[],
  all: readonly Standing<H>[],
  record: RunsRecord,
): string[] {
  const build = buildText(buildUnderTest(runs));
  const lost = runs.flatMap(({ line, lost }) => {
    if (lost === undefined) return [];
    return `Run ${line.run} cannot be shown: ${lost}. ${tallyText(line.results)} when it was added.`;
  });
  const without = all.filter(({ tries, deciding }) => tries.length > 0 && !deciding);
  const idle = all.filter(({ deciding }) => deciding?.verdict === 'not-run');
  return [
    ...lost,
    ...some(without, `not run on the build under test, ${build}, and no rationale for earlier results`),
    ...some(idle, 'selected on the build under test and not begun'),
    ...rolesMissing(all),
    ...notAdded(runs, record),
    ...(buildUnderTest(runs).components.length === 0
      ? ['No versions of components are stated for the build under test: builds cannot be told apart.']
      : []),
  ];
}

function tallyText(results: HeldRun['line']['results']): string {
  const all = Object.values(results);
  const passed = all.filter(({ verdict }) => verdict === 'pass').length;
  return `It had ${count(all.length, 'scenario')}, ${passed} of them passed,`;
}

function some(all: readonly { id: string }[], what: string): string[] {
  if (all.length === 0) return [];
  const named = all.slice(0, 10).map(({ id }) => id);
  const more = all.length > named.length ? ` and ${all.length - named.length} more` : '';
  return [`${count(all.length, 'scenario')} ${what}: ${named.join(', ')}${more}.`];
}

/** Scenarios whose result does not cover a role in which an earlier build was tested. */
function rolesMissing<H extends HeldRun>(all: readonly Standing<H>[]): string[] {
  const missing = all.flatMap(({ id, tries, deciding }) => {
    const shown = new Set(tries.filter(({ counts }) => counts).flatMap(({ roles }) => roles));
    const roles = [...new Set(tries.flatMap((one) => one.roles))].filter((role) => !shown.has(role));
    return deciding && roles.length > 0 ? [{ id: `${id} as ${roles.join(', ')}` }] : [];
  });
  return some(missing, 'not run on the build under test in a role of an earlier build');
}

/** Runs within the time of the campaign that are not in it. */
function notAdded(runs: readonly HeldRun[], { begun, problem }: RunsRecord): string[] {
  const first = runs[0]!.line;
  const last = runs.at(-1)!.line;
  const added = new Set(runs.map(({ line }) => line.run));
  const missing = begun.filter(
    (one) =>
      !added.has(one.run) &&
      one.started >= first.started &&
      one.started <= last.started &&
      one.stage === first.stage &&
      (one.participant === null || one.participant === first.participant.name) &&
      (one.release === null || one.release === first.release),
  );
  const texts = missing.map(({ run, state }) => `Run ${run}, started within the campaign, was not added: ${state}.`);
  return problem ? [...texts, `The record of runs, runs.ndjson, is broken: ${problem}.`] : texts;
}
