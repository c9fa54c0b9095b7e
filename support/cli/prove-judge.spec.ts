import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeProof } from './prove-judge';
import type { ProofRow } from './prove-table';

const row: ProofRow = {
  fault: 'books-nothing',
  role: 'SUP',
  red: { 'MQ-1': 'RECORDS_DIFFER' },
  blame: 'participant',
  exitCode: 1,
  controls: ['MQ-2'],
};
type Run = Parameters<typeof judgeProof>[1];
const red = { id: 'MQ-1', verdict: 'fail', blame: 'participant', code: 'RECORDS_DIFFER' } as const;
const green = { id: 'MQ-2', verdict: 'pass', blame: null, code: null } as const;
const run = (more: Partial<Run> = {}): Run => ({ exitCode: 1, scenarios: [red, green], findings: [], ...more });

test('killed: the scenario named fails by the check named, and nothing else', () => {
  assert.deepEqual(judgeProof(row, run()), { result: 'killed', differs: [] });
});

test('survived: the scenario named is green, or did not run', () => {
  const passed = run({ exitCode: 0, scenarios: [{ ...red, verdict: 'pass', blame: null, code: null }, green] });
  assert.deepEqual(judgeProof(row, passed).result, 'survived');
  assert.deepEqual(judgeProof(row, run({ scenarios: [green] })).result, 'survived');
});

test('wrongly blamed: another check decides, another is blamed, or one of two scenarios stays green', () => {
  const decided = (more: object) => judgeProof(row, run({ scenarios: [{ ...red, ...more }, green] }));
  assert.equal(decided({ code: 'LEG_MISSING' }).result, 'wrongly blamed');
  const harness = decided({ verdict: 'inconclusive', blame: 'harness' });
  assert.deepEqual(harness.differs, ['MQ-1: expected RECORDS_DIFFER (participant), got RECORDS_DIFFER (harness)']);
  const two = { ...row, red: { ...row.red, 'MQ-2': 'RECORDS_DIFFER' }, controls: [] };
  assert.deepEqual(judgeProof(two, run()).result, 'wrongly blamed');
});

test('collateral: something else turns red or does not run, somebody else is found at fault, the exit code is another', () => {
  const other = { ...green, verdict: 'fail', blame: 'participant', code: 'LEG_MISSING' } as const;
  const finding = { code: 'LEDGER_BROKEN', blame: 'harness', level: 'must', reason: 'broken' } as const;
  for (const more of [{ scenarios: [red, other] }, { scenarios: [red] }, { findings: [finding] }, { exitCode: 3 }]) {
    const { result, differs } = judgeProof(row, run(more));
    assert.equal(result, 'collateral');
    assert.equal(differs.length, 1);
  }
});
