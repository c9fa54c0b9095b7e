import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { holder, ids, message, mpan } from '../dip.fixture';
import { start, stopAll, webhook } from '../webhook.fixture';

after(stopAll);

const other = '2000000000023';
const named = 'IF-035 [MSAppAccepted]';

/** A DIP that holds, for a supplier, IF-032 and IF-035 of one MPAN and IF-035 of another. */
async function holding(...statuses: number[]) {
  const t = await start();
  const hook = await webhook(...statuses);
  for (const channel of ['IF-032', 'IF-035']) t.dip.configureWebhook(ids.sup, channel, hook.url);
  t.dip.seed(other, holder);
  for (const one of [mpan, other]) t.dip.fault({ mpan: one, to: ids.sup, kind: 'hold' });
  await t.send(t.answer());
  for (const one of [mpan, other]) {
    const accepted = message('IF-035', 'MSAppAccepted', ids.regs, [ids.sup]);
    accepted.CommonBlock.M0!.MPANCore = one;
    await t.send(accepted);
  }
  return { ...t, hook };
}

const spoilt = { mpan, message: named, spoilt: 'broken-schema' as const };

test('good publications of two MPANs and a spoilt copy travel in one call, then what else was held', async () => {
  const { dip, hook, entries, factsOf } = await holding();
  dip.deliverTogether(ids.sup, [{ mpan, message: named }, spoilt, { mpan: other, message: named }]);
  await dip.idle();
  assert.deepEqual(
    hook.calls.map((call) => call.items.map((one) => one.CommonBlock.S0.interfaceID)),
    [['IF-035', 'IF-035', 'IF-035'], ['IF-032']],
  );
  const [good, bad, last] = hook.calls[0]!.items.map(({ CommonBlock }) => CommonBlock);
  assert.deepEqual([good!.M0!.MPANCore, bad!.M0!.MPANCore, last!.M0!.MPANCore], [mpan, mpan, other]);
  assert.deepEqual(
    [good, bad, last].map((one) => 'senderTimestamp' in one!.S1),
    [true, false, true],
  );
  assert.notEqual(good!.D0!.transactionID, bad!.D0!.transactionID);
  assert.deepEqual(
    entries('delivered').map(({ name }) => name),
    [undefined, 'spoilt', undefined, undefined],
  );
  const facts = entries('answered').map(factsOf);
  assert.deepEqual(
    facts.map(({ mustBeRefused }) => mustBeRefused !== undefined),
    [false, true, false, false],
  );
  assert.deepEqual(
    facts[0]!.call!.map((one) => [one.transactionID, one.mustBeRefused !== undefined]),
    [good, bad, last].map((one, index) => [one!.D0!.transactionID, index === 1]),
  );
});

test('the copy can travel without its original, which follows', async () => {
  const { dip, hook } = await holding();
  dip.deliverTogether(ids.sup, [spoilt, { mpan: other, message: named }]);
  await dip.idle();
  const sizes = hook.calls.map((call) => call.items.map((one) => 'senderTimestamp' in one.CommonBlock.S1));
  assert.deepEqual(sizes, [[false, true], [true], [true]]);
});

test('a call that is answered 503 is tried again as it was; only the good ones become dead letters', async () => {
  const { dip, hook, entries } = await holding(503, 503, 503);
  dip.deliverTogether(ids.sup, [{ mpan, message: named }, spoilt]);
  await dip.idle();
  assert.deepEqual(
    hook.calls.slice(0, 3).map((call) => call.items.length),
    [2, 2, 2],
  );
  const letters = entries('refused').map((entry) => [entry.name, entry.mpan]);
  assert.deepEqual(letters, [['undelivered', mpan]]);
});

test('what is not held, is of two channels, or is for a party without webhooks cannot be called', async () => {
  const { dip } = await holding();
  const both = [named, 'IF-032 [MSAppInitialResp]'].map((label) => ({ mpan, message: label }));
  assert.throws(() => dip.deliverTogether(ids.sup, [{ mpan, message: 'IF-036 [MSAppActive]' }]), {
    code: 'DIP_NOT_HELD',
  });
  assert.throws(() => dip.deliverTogether(ids.sup, both), { code: 'DIP_NOT_ONE_CALL' });
  assert.throws(() => dip.deliverTogether(ids.sup, []), { code: 'DIP_NOT_ONE_CALL' });
  dip.attach(ids.mss, () => undefined);
  assert.throws(() => dip.deliverTogether(ids.mss, [spoilt]), { code: 'DIP_FAULT_NEEDS_WEBHOOK' });
});
