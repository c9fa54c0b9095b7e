import type { VerdictKind } from '../totals';

/** A scenario as one side has it. */
export interface Case {
  id: string;
  name: string;
  verdict: VerdictKind;
  reason: string | null;
  /** Grade of proof. */
  grade: string | null;
  /** Milliseconds. */
  took: number | null;
}

/** One side of a comparison. */
export interface Side {
  /** Id of a run, name of a campaign or pack. */
  name: string;
  /** What belongs on every page that speaks of it. */
  notes: readonly string[];
  /** Participant, release, harness and the like; profile and environment key by key. */
  facts: ReadonlyMap<string, string>;
  cases: readonly Case[];
  /** Codes of the findings of the run that fail it, each with the first reason. */
  findings: ReadonlyMap<string, string>;
}

export interface Pair {
  id: string;
  name: string;
  before: Case;
  after: Case;
}

/** What differs between two sides; empty lists where nothing does. */
export interface Comparison {
  a: Pick<Side, 'name' | 'notes'>;
  b: Pick<Side, 'name' | 'notes'>;
  /** How many scenarios ran on both sides. */
  compared: number;
  /** Worse than before: a pass that is none any more, or what was open and fails. */
  regressions: Pair[];
  fixes: Pair[];
  /** Open in another way than before: waiting, inconclusive. */
  changed: Pair[];
  /** Failed on both sides. */
  stillFailing: Pair[];
  /** Ran on one side only; `why` says what the other side has of it. */
  added: (Case & { why: string })[];
  gone: (Case & { why: string })[];
  /** Passed on both sides and took longer, by `slowRatio` and `slowFloorMs` at least. */
  longer: Pair[];
  /** Passed on both sides with another grade of proof. */
  proof: Pair[];
  findingsNew: { code: string; reason: string }[];
  findingsGone: { code: string; reason: string }[];
  facts: { what: string; a: string; b: string }[];
}

/** What counts as having taken longer: time on a shared machine varies. */
export const slowRatio = 2;
export const slowFloorMs = 2000;

const rank: Partial<Record<VerdictKind, number>> = { fail: 0, inconclusive: 1, waiting: 1, pass: 2 };
const ran = ({ verdict }: Case) => rank[verdict] !== undefined;

/** Compares what was before with what is after. Pure; scenarios by id, in the order of `a`, then of `b`. */
export function compare(a: Side, b: Side): Comparison {
  const byId = ({ cases }: Side): Cases => new Map(cases.map((one) => [one.id, one]));
  const [inA, inB] = [byId(a), byId(b)];
  const pairs = a.cases.flatMap((before): Pair[] => {
    const after = inB.get(before.id);
    return after && ran(before) && ran(after) ? [{ id: before.id, name: after.name, before, after }] : [];
  });
  const step = ({ before, after }: Pair) => rank[after.verdict]! - rank[before.verdict]!;
  const passed = pairs.filter(({ before, after }) => before.verdict === 'pass' && after.verdict === 'pass');
  return {
    a: { name: a.name, notes: a.notes },
    b: { name: b.name, notes: b.notes },
    compared: pairs.length,
    regressions: pairs.filter((pair) => step(pair) < 0),
    fixes: pairs.filter((pair) => step(pair) > 0),
    changed: pairs.filter((pair) => step(pair) === 0 && pair.before.verdict !== pair.after.verdict),
    stillFailing: pairs.filter(({ before, after }) => before.verdict === 'fail' && after.verdict === 'fail'),
    added: onlyIn(b, inA),
    gone: onlyIn(a, inB),
    longer: passed.filter(({ before, after }) => tookLonger(before.took, after.took)),
    proof: passed.filter(({ before, after }) => before.grade !== after.grade),
    findingsNew: findingsOnlyIn(b, a),
    findingsGone: findingsOnlyIn(a, b),
    facts: factsOf(a.facts, b.facts),
  };
}

type Cases = ReadonlyMap<string, Case>;

/** Whether something broke: what exit code 1 says. */
export const hasRegression = ({ regressions, findingsNew }: Comparison): boolean =>
  regressions.length > 0 || findingsNew.length > 0;

function tookLonger(before: number | null, after: number | null): boolean {
  return before !== null && after !== null && after >= before * slowRatio && after - before >= slowFloorMs;
}

function onlyIn({ cases }: Side, other: Cases): Comparison['added'] {
  return cases.filter(ran).flatMap((one) => {
    const there = other.get(one.id);
    if (there && ran(there)) return [];
    const why = there
      ? `${there.verdict}${there.reason === null ? '' : `: ${there.reason}`}`
      : 'not among its scenarios';
    return [{ ...one, why }];
  });
}

function findingsOnlyIn({ findings }: Side, other: Side): Comparison['findingsNew'] {
  return [...findings].filter(([code]) => !other.findings.has(code)).map(([code, reason]) => ({ code, reason }));
}

function factsOf(a: Side['facts'], b: Side['facts']): Comparison['facts'] {
  const keys = [...new Set([...a.keys(), ...b.keys()])];
  const of = (facts: Side['facts'], what: string) => facts.get(what) ?? 'not stated';
  return keys.map((what) => ({ what, a: of(a, what), b: of(b, what) })).filter((one) => one.a !== one.b);
}
