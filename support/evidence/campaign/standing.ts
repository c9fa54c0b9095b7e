import type { LeftOut, VerdictKind } from '../totals';
import { buildText, sameBuild, type Build } from './build';
import type { Rationale, RunLine } from './record';

/** A run of the campaign as it is now. */
export interface HeldRun {
  line: RunLine;
  /** Why it cannot be shown any more: its folder is gone, or its files changed. */
  lost?: string;
  leftOut: readonly LeftOut[];
}

export interface Try<H extends HeldRun> {
  held: H;
  verdict: VerdictKind;
  /** Roles of the participant that it was to prove. */
  roles: readonly string[];
  counts: boolean;
  reason?: string;
}

export interface Standing<H extends HeldRun> {
  id: string;
  verdict: VerdictKind;
  /** Why it has no result on the build, or why its result cannot be shown. */
  reason: string | null;
  /** In the order of their runs. */
  tries: Try<H>[];
  /** The one that decides; absent where none counts. */
  deciding?: Try<H>;
  /** The run that the result is of; where none has it, the last. */
  held: H;
}

const worstFirst: VerdictKind[] = ['fail', 'inconclusive', 'waiting', 'pass', 'not-run', 'not-applicable'];
const began = ({ verdict }: { verdict: VerdictKind }) => verdict !== 'not-run' && verdict !== 'not-applicable';

/** The build under test: that of the run that was started last. */
export const buildUnderTest = (runs: readonly HeldRun[]): Build => runs.at(-1)!.line.build;

/** Whether somebody said why the result of a run of another build holds for the build under test. */
function rationaleFor(id: string, { line }: HeldRun, build: Build, all: readonly Rationale[]): Rationale | undefined {
  const names = (one: string) => one === id || one === id.split('/')[0];
  return all.findLast(
    (one) =>
      sameBuild(one.build, build) &&
      one.runs.includes(line.run) &&
      (one.scenarios === null || one.scenarios.some(names)),
  );
}

/**
 * What each scenario came to on the build under test: its last run. Where runs tested it in other roles, the last of
 * each counts and the worst decides. `runs` in the order in which they were started; at least one.
 */
export function standings<H extends HeldRun>(runs: readonly H[], rationales: readonly Rationale[]): Standing<H>[] {
  const build = buildUnderTest(runs);
  const ids = new Set(runs.flatMap(({ line }) => Object.keys(line.results)));
  const tried = [...ids].map((id) => standingOf(id, runs, build, rationales));
  const left = new Map<string, Standing<H>>();
  for (const held of [...runs].sort((a, b) => onBuild(a, build) - onBuild(b, build))) {
    for (const one of held.leftOut) if (!ids.has(one.id)) left.set(one.id, { ...one, tries: [], held });
  }
  return [...tried, ...left.values()];
}

const onBuild = ({ line }: HeldRun, build: Build) => (sameBuild(line.build, build) ? 1 : 0);

function standingOf<H extends HeldRun>(
  id: string,
  runs: readonly H[],
  build: Build,
  rationales: readonly Rationale[],
): Standing<H> {
  const tries = runs.flatMap((held): Try<H>[] => {
    const result = held.line.results[id];
    return result ? [{ held, ...result, counts: false }] : [];
  });
  const reasons = new Map<Try<H>, string>();
  for (const one of tries) {
    if (onBuild(one.held, build)) continue;
    const said = rationaleFor(id, one.held, build, rationales);
    if (said) reasons.set(one, `of an earlier build, ${buildText(one.held.line.build)}: ${said.text} (${said.by})`);
    else one.reason = `of another build, ${buildText(one.held.line.build)}, without a stated rationale`;
  }
  // What ran on the build comes after what counts by a reason, whenever it was.
  const eligible = tries
    .filter((one) => onBuild(one.held, build) || reasons.has(one))
    .sort((a, b) => onBuild(a.held, build) - onBuild(b.held, build));
  const run = eligible.filter(began);
  for (const [index, one] of run.entries()) {
    const later = run.slice(index + 1).find(({ roles }) => one.roles.every((role) => roles.includes(role)));
    one.counts = later === undefined;
    if (later) one.reason = `run again later, in ${later.held.line.run}`;
    else if (reasons.has(one)) one.reason = reasons.get(one)!;
  }
  const last = run.length === 0 ? eligible.at(-1) : undefined;
  if (last) last.counts = true;
  for (const one of tries) if (!began(one) && !one.counts) one.reason ??= 'did not begin';
  const [deciding] = tries
    .filter(({ counts }) => counts)
    .sort((a, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict));
  if (deciding) return { id, tries, deciding, held: deciding.held, ...decided(tries, deciding) };
  const before = tries.findLast(began);
  const earlier = before ? `; it was ${before.verdict} in ${before.held.line.run}, of another build` : '';
  return { id, tries, held: runs.at(-1)!, verdict: 'not-run', reason: `not run on the build under test${earlier}` };
}

/** A result whose run is lost is no pass; a failure stays one. */
function decided<H extends HeldRun>(tries: Try<H>[], { verdict }: Try<H>): Pick<Standing<H>, 'verdict' | 'reason'> {
  const lost = tries.find(({ counts, held }) => counts && held.lost !== undefined);
  if (!lost) return { verdict, reason: null };
  const reason = `its last run, ${lost.held.line.run} (${lost.verdict}), cannot be shown: ${lost.held.lost}`;
  return { verdict: verdict === 'pass' || verdict === 'waiting' ? 'inconclusive' : verdict, reason };
}
