import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VerdictKind } from '../totals';
import type { Rationale, RunLine } from './record';
import { standings, type HeldRun } from './standing';

const build = (version: string) => ({ name: 'CRM', components: [{ name: 'crm', version }] });
type Results = Record<string, VerdictKind | [VerdictKind, ...string[]]>;

function run(number: number, version: string, results: Results, over: Partial<HeldRun> = {}): HeldRun {
  const entries = Object.entries(results).map(([id, one]) => {
    const [verdict, ...roles] = typeof one === 'string' ? ([one, 'SUP'] as const) : one;
    return [id, { verdict, roles }] as const;
  });
  const line = { run: `R${number}`, build: build(version), results: Object.fromEntries(entries) } as unknown as RunLine;
  return { line, leftOut: [], ...over };
}

const because = (version: string, runs: string[], scenarios: string[] | null = null) =>
  ({ text: 'only the tariff screen changed', by: 'A. Tester', build: build(version), runs, scenarios }) as Rationale;

/** `A: pass of R2 (fail- pass+)`: verdict, run that decides, attempts with whether they count. */
function told(runs: HeldRun[], rationales: Rationale[] = []): string[] {
  return standings(runs, rationales).map(({ id, verdict, deciding, tries }) => {
    const all = tries.map((one) => `${one.verdict}${one.counts ? '+' : '-'}`).join(' ');
    return `${id}: ${verdict} of ${deciding?.held.line.run ?? 'none'} (${all})`;
  });
}

test('the last run on the build under test counts, better or worse; all attempts stay', () => {
  assert.deepEqual(told([run(1, '7.2', { A: 'fail', B: 'pass' }), run(2, '7.2', { A: 'pass', B: 'fail' })]), [
    'A: pass of R2 (fail- pass+)',
    'B: fail of R2 (pass- fail+)',
  ]);
});

test('a result of another build does not count without a reason', () => {
  const runs = [run(1, '7.2', { A: 'pass', B: 'pass' }), run(2, '7.3', { B: 'pass' })];
  assert.deepEqual(told(runs), ['A: not-run of none (pass-)', 'B: pass of R2 (pass- pass+)']);
  const [a] = standings(runs, []);
  assert.match(a!.reason!, /^not run on the build under test; it was pass in R1/);
  assert.match(a!.tries[0]!.reason!, /of another build, CRM \(crm 7\.2\), without a stated rationale/);
});

test('with a stated reason it counts, for that build, those runs and those scenarios only', () => {
  const runs = [run(1, '7.2', { A: 'pass', 'B/1': 'pass', C: 'fail' }), run(2, '7.3', { D: 'pass' })];
  const standing = (rationale: Rationale) => told(runs, [rationale]).slice(0, 3);
  assert.deepEqual(standing(because('7.3', ['R1'])), [
    'A: pass of R1 (pass+)',
    'B/1: pass of R1 (pass+)',
    'C: fail of R1 (fail+)',
  ]);
  assert.deepEqual(standing(because('7.3', ['R1'], ['B'])), [
    'A: not-run of none (pass-)',
    'B/1: pass of R1 (pass+)',
    'C: not-run of none (fail-)',
  ]);
  const none = ['A: not-run of none (pass-)', 'B/1: not-run of none (pass-)', 'C: not-run of none (fail-)'];
  assert.deepEqual(standing(because('7.2', ['R1'])), none);
  assert.deepEqual(standing(because('7.3', ['R0'])), none);
  assert.match(standings(runs, [because('7.3', ['R1'])])[0]!.tries[0]!.reason!, /only the tariff screen.*A\. Tester/);
});

test('what ran on the build wins over what counts by a reason, whenever that was', () => {
  const runs = [run(1, '7.3', { A: 'fail' }), run(2, '7.2', { A: 'pass' }), run(3, '7.3', { B: 'pass' })];
  assert.equal(told(runs, [because('7.3', ['R2'])])[0], 'A: fail of R1 (fail+ pass-)');
});

test('runs in other roles do not hide one another: the last of each counts, the worst decides', () => {
  const sup = run(1, '7.2', { A: ['fail', 'SUP'] });
  const mss = run(2, '7.2', { A: ['pass', 'MSS'] });
  assert.deepEqual(told([sup, mss]), ['A: fail of R1 (fail+ pass+)']);
  assert.deepEqual(told([sup, mss, run(3, '7.2', { A: ['pass', 'SUP'] })]), ['A: pass of R2 (fail- pass+ pass+)']);
  assert.deepEqual(told([sup, run(3, '7.2', { A: ['pass', 'MSS', 'SUP'] })]), ['A: pass of R3 (fail- pass+)']);
});

test('a scenario that did not begin takes nothing from one that ran, and counts alone', () => {
  assert.deepEqual(told([run(1, '7.2', { A: 'pass' }), run(2, '7.2', { A: 'not-run' })]), [
    'A: pass of R1 (pass+ not-run-)',
  ]);
  assert.deepEqual(told([run(1, '7.2', { A: 'not-run' })]), ['A: not-run of R1 (not-run+)']);
});

test('a run that is lost is not skipped: its pass is none, its failure stays', () => {
  const lost = { lost: 'its folder is gone' };
  const before = run(1, '7.2', { A: 'pass', B: 'pass', C: 'fail' });
  const runs = [before, run(2, '7.2', { A: 'fail', B: 'pass', C: 'pass' }, lost)];
  const all = standings(runs, []);
  assert.deepEqual(
    all.map(({ verdict }) => verdict),
    ['fail', 'inconclusive', 'inconclusive'],
  );
  assert.match(all[1]!.reason!, /its last run, R2 \(pass\), cannot be shown: its folder is gone/);
});

test('what every selection left out is told with its reason; what ran somewhere is not among it', () => {
  const leftOut = [
    { id: 'A', verdict: 'not-applicable' as const, reason: 'not MSS' },
    { id: 'Z', verdict: 'not-applicable' as const, reason: 'not REGS' },
  ];
  assert.deepEqual(told([run(1, '7.2', { A: 'pass' }), run(2, '7.2', { B: 'pass' }, { leftOut })]), [
    'A: pass of R1 (pass+)',
    'B: pass of R2 (pass+)',
    'Z: not-applicable of none ()',
  ]);
});
