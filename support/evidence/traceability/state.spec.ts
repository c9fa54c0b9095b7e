import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { verdictKinds } from '../../verdict';
import { scenario } from '../fixture-verdicts';
import { traced } from './rttm.fixture';
import { judge, states } from './state';

const none = new Map<string, { verdict: string; reason: string }>();
const a = traced({ id: 'MQ-BP001-010' });
const failed = traced({
  ...{ id: 'MQ-BP001-020/late', verdict: 'fail' },
  scenario: scenario({ id: 'MQ-BP001-020/late', verdict: 'fail', blame: 'participant', code: 'LEG_MISSING' }),
});

test('a requirement is shown when each of its scenarios passed and showed what it asks for', () => {
  assert.deepEqual(judge(['MQ-BP001-010'], [a, failed], none), { state: 'shown', why: '' });
});

test('its state is that of the worst scenario, and it says which and why', () => {
  const { state, why } = judge(['MQ-BP001-010', 'MQ-BP001-020'], [a, failed], none);
  assert.deepEqual([state, why], ['fail', 'MQ-BP001-020/late fail (participant, LEG_MISSING)']);
});

test('one case of an outline that did not run keeps the whole from being shown', () => {
  const other = traced({ id: 'MQ-BP001-020/early', verdict: 'not-run', reason: 'needs travel\nmore' });
  const early = traced({ id: 'MQ-BP001-020/usual' });
  assert.deepEqual(judge(['MQ-BP001-020'], [early, other], none), {
    state: 'not run',
    why: 'MQ-BP001-020/early not run (needs travel)',
  });
  assert.equal(judge(['MQ-BP001-020/usual'], [early, other], none).state, 'shown', 'a case may be named alone');
});

test('what the selection left out, what is in no run, and a requirement without a scenario are never shown', () => {
  const left = new Map([['MQ-BP001-030', { verdict: 'not-applicable', reason: 'MSS is not held' }]]);
  assert.equal(judge(['MQ-BP001-030'], [a], left).state, 'not applicable');
  assert.deepEqual(judge(['MQ-BP001-010', 'MQ-BP001-030'], [a], left), {
    state: 'partly shown',
    why: 'MQ-BP001-030 not applicable (left out: MSS is not held)',
  });
  assert.match(judge(['MQ-BP001-099'], [a], none).why, /MQ-BP001-099 not run \(it is not in what was run\)/);
  assert.equal(judge([], [a], none).state, 'no scenario');
});

test('a pass that could not show what it asks for is not shown, with the reason', () => {
  const weak = traced({ id: 'MQ-BP001-010', weak: ['not shown: no probe'] });
  assert.deepEqual(judge(['MQ-BP001-010'], [weak], none), {
    state: 'not shown',
    why: 'MQ-BP001-010 not shown (no probe)',
  });
});

test('a pass below the minimum grade is not enough; one at it is', () => {
  const wire = traced({ id: 'A', scenario: scenario({ id: 'A', grade: 'seen on the wire' }) });
  const unproved = traced({ id: 'A', scenario: scenario({ id: 'A', grade: null }) });
  assert.equal(judge(['A'], [wire], none, 'seen on the wire').state, 'shown');
  assert.match(judge(['A'], [wire], none, 'seen at both ends').why, /seen on the wire, asked for is seen at both ends/);
  assert.equal(judge(['A'], [unproved], none, 'attested').state, 'below minimum grade');
});

test('whatever the verdicts, it is shown only when all passed, and otherwise says why', () => {
  const member = fc.record({ verdict: fc.constantFrom(...verdictKinds), weak: fc.boolean() });
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 8 }), (members) => {
      const all = members.map(({ verdict, weak }, index) =>
        traced({ id: `S-${index}`, verdict, weak: weak ? ['not shown: no probe'] : [] }),
      );
      const { state, why } = judge(
        all.map(({ id }) => id),
        all,
        none,
      );
      const green = members.every(({ verdict, weak }) => verdict === 'pass' && !weak);
      assert.equal(state === 'shown', green);
      assert.equal(why === '', green);
      if (members.some(({ verdict }) => verdict === 'fail')) assert.equal(state, states[0]);
    }),
  );
});
