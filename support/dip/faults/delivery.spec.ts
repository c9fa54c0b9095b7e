import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ids, message, mpan } from '../dip.fixture';
import { start, stopAll, transactions, webhook } from '../webhook.fixture';

after(stopAll);

test('duplicate sends the same transaction again once the first is answered', async () => {
  const t = await start();
  const hook = await webhook();
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  t.dip.fault({ mpan, to: ids.sup, kind: 'duplicate', event: 'MSAppInitialResp' });
  await t.send(t.answer(), t.answer());
  await t.dip.idle();
  const [first, again, other] = hook.calls.map(transactions);
  assert.deepEqual(first, again);
  assert.notDeepEqual(first, other);
  const order = t.all().map((e) => e.kind);
  assert.ok(order.indexOf('answered') < order.lastIndexOf('delivered'));
});

test('spoilt copies come before the good one, with transactions of their own, and must be refused', async () => {
  const t = await start();
  const hook = await webhook();
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  for (const fault of ['broken-schema', 'foreign-environment', 'wrong-signature'] as const) {
    t.dip.fault({ mpan, to: ids.sup, kind: fault });
  }
  await t.send(t.answer());
  await t.dip.idle();
  // The receiver of the wire turns the wrong signature away before its callback.
  assert.deepEqual(hook.refusals, ['signature-mismatch']);
  assert.equal(hook.calls.length, 3);
  const [broken, foreign, good] = hook.calls.map((c) => c.items[0]!.CommonBlock.S1);
  assert.equal('senderTimestamp' in broken!, false);
  assert.equal(foreign!.environmentTag, 'UIT');
  assert.equal(good!.environmentTag, 'DEV');
  assert.equal(new Set(t.entries('delivered').map((e) => e.transactionID)).size, 4);
  const answers = t.entries('answered');
  assert.deepEqual(
    answers.map((e) => [e.httpStatus, Boolean(t.factsOf(e).mustBeRefused)]),
    [
      [201, true],
      [400, true],
      [201, true],
      [201, false],
    ],
  );
});

test('held publications wait for their release and then come in the order named', async () => {
  const t = await start();
  const hook = await webhook();
  for (const channel of ['IF-032', 'IF-035']) t.dip.configureWebhook(ids.sup, channel, hook.url);
  t.dip.fault({ mpan, to: ids.sup, kind: 'hold' });
  await t.send(t.answer());
  await t.send(message('IF-035', 'MSAppAccepted', ids.regs, [ids.sup]));
  await t.dip.idle();
  assert.equal(hook.calls.length, 0);
  assert.throws(() => t.dip.release(mpan, ids.sup, ['IF-036 [MSAppActive]']), { code: 'DIP_NOT_HELD' });
  t.dip.release(mpan, ids.sup, ['IF-035 [MSAppAccepted]', 'IF-032[MSAppInitialResp]']);
  await t.dip.idle();
  const events = () => hook.calls.flatMap((c) => c.items.map((m) => m.CommonBlock.S0.eventCode));
  assert.deepEqual(events(), ['[MSAppAccepted]', '[MSAppInitialResp]']);
  await t.send(t.answer());
  await t.dip.idle();
  assert.equal(hook.calls.length, 3);
});
