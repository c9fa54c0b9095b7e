import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markOffDip, passesNotSeen, type OffDipLeg } from './off-dip';

const leg = (over: Partial<OffDipLeg> = {}): OffDipLeg => ({
  ...{ row: '1', from: 'CSS', to: ['REGS'], message: 'off-DIP: switch secured active', ledger: [] },
  ...{ how: 'not seen', text: 'nothing shows it', grade: null, ...over },
});
const text = 'these messages are exchanged for MPAN "A":';
const ran = (status = 'PASSED', of = text): { text: string; status: string; offDip?: OffDipLeg[] } => ({
  text: of,
  status,
});

test('each step has the legs of its own table, also when two steps have one text', () => {
  const [first, other, second] = markOffDip(
    [ran(), ran('PASSED', 'other'), ran('FAILED')],
    [
      { step: text, legs: [] },
      { step: text, legs: [leg({ row: '2' })] },
    ],
  );
  assert.deepEqual([first?.offDip, other?.offDip, second?.offDip?.[0]?.row], [undefined, undefined, '2']);
});

test('a step that did not run takes the legs of no other', () => {
  const marked = markOffDip([ran('SKIPPED'), ran()], [{ step: text, legs: [leg()] }]);
  assert.deepEqual(
    marked.map(({ offDip }) => offDip?.length),
    [undefined, 1],
  );
});

test('passes with legs that nothing shows are counted, each message once', () => {
  const scenario = (verdict: string, ...legs: OffDipLeg[]) => ({ verdict, steps: [{ ...ran(), offDip: legs }, ran()] });
  const unseen = scenario('pass', leg({ message: 'D0168' }), leg({ message: 'D0168' }));
  const all = [unseen, scenario('pass', leg({ how: 'given' })), scenario('fail', leg())];
  assert.equal(passesNotSeen(all), '1 of 2 passes: legs off the DIP not seen (D0168)');
  assert.equal(passesNotSeen([unseen]), '1 of 1 pass: legs off the DIP not seen (D0168)');
  assert.equal(passesNotSeen(all.slice(1)), undefined);
});
