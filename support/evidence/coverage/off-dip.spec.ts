import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OffDipLeg } from '../../verdict';
import { offDipFacts } from './off-dip';

const leg = (over: Partial<OffDipLeg> = {}): OffDipLeg => ({
  ...{ row: '1', from: 'SUP (incoming)', to: ['LDSO'], message: 'D0168', ledger: [] },
  ...{ how: 'not seen', text: '', grade: null, ...over },
});
const scenario = (id: string, ...legs: OffDipLeg[]) => ({
  id,
  steps: [
    { text: 's', status: 'PASSED', durationMs: 1, error: null, offDip: legs },
    { text: 't', status: 'PASSED', durationMs: 1, error: null },
  ],
});

test('each leg is told once, with what showed it and how often', () => {
  const facts = offDipFacts([
    scenario('a', leg(), leg({ how: 'file' }), leg({ to: ['MSS'] })),
    scenario('b', leg({ how: 'file' })),
  ]);
  assert.deepEqual(
    facts.map(({ to, shown, scenarios }) => [to.join(), shown.file, shown['not seen'], scenarios.join()]),
    [
      ['LDSO', 2, 1, 'a,b'],
      ['MSS', 0, 1, 'a'],
    ],
  );
  assert.deepEqual(offDipFacts([scenario('a')]), []);
});
