import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offDipParties } from '../../catalogue';
import { acts } from './all';
import type { ActDefinition } from './definition';
import { noticeAct, noticesOf } from './notices';

test('what CSS and the DCC can tell has words for a table, and the words name nothing else', () => {
  for (const party of offDipParties) {
    const told = Object.entries<ActDefinition>(acts).filter(([, { tells }]) => tells === party);
    const named = noticesOf(party).map((says) => noticeAct(party, says)!);
    assert.deepEqual(
      told.map(([name]) => name).filter((name) => !named.some((one) => one === name)),
      [],
      `acts of ${party} without words in notices.ts`,
    );
    for (const name of named) {
      const { tells, kind } = acts[name] as ActDefinition;
      assert.ok(tells === party || (party === 'CSS' && kind === 'css'), `${party} does not tell ${name}`);
    }
  }
});

test('words of another party, or of nobody, name no act', () => {
  assert.equal(noticeAct('CSS', 'switch secured active'), 'switchSecured');
  assert.equal(noticeAct('DCC', 'switch secured active'), undefined);
  assert.equal(noticeAct('CSS', 'toString'), undefined);
});
