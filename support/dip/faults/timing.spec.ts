import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ids, message, mpan } from '../dip.fixture';
import { start, stopAll, transactions, webhook } from '../webhook.fixture';

after(stopAll);

async function ready(...statuses: number[]) {
  const t = await start();
  const hook = await webhook(...statuses);
  for (const channel of ['IF-032', 'IF-035']) t.dip.configureWebhook(ids.sup, channel, hook.url);
  const acts = () => t.entries('act').map((e) => [e.name, (e.body as { id: string }).id]);
  const references = () =>
    hook.calls.flatMap((call) => call.items.map((one) => one.CommonBlock.S1.senderUniqueReference));
  return { ...t, hook, acts, references };
}

const refOf = (one: ReturnType<typeof message>) => one.CommonBlock.S1.senderUniqueReference;

test('delay: it goes after its time, and what follows on its channel waits behind it', async () => {
  const t = await ready();
  t.dip.fault({ kind: 'delay', to: ids.sup, channel: 'IF-032', delayMs: 80 });
  const all = [t.answer(), t.answer()];
  const other = message('IF-035', 'MSAppAccepted', ids.regs, [ids.sup]);
  const began = performance.now();
  for (const one of [...all, other]) await t.send(one);
  await t.dip.idle();
  assert.deepEqual(t.references(), [other, ...all].map(refOf));
  assert.ok(t.hook.calls[1]!.at - began >= 75, 'the delayed one waited');
  assert.deepEqual(t.acts(), [
    ['fault-on', 'fault-1'],
    ['fault-off', 'fault-1'],
  ]);
});

test('a delay that is ended lets go at once', async () => {
  const t = await ready();
  const { id } = t.dip.fault({ kind: 'delay', delayMs: 3_600_000 });
  await t.send(t.answer());
  assert.deepEqual(
    t.dip.faults().map((one) => [one.id, one.struck, one.left]),
    [[id, 1, 0]],
  );
  assert.equal(t.dip.endFault(id), true);
  await t.dip.idle();
  assert.equal(t.hook.calls.length, 1);
  assert.equal(t.dip.endFault(id), false);
  assert.deepEqual(t.dip.faults(), []);
});

test('reorder: two others overtake it, of its channel alone', async () => {
  const t = await ready();
  t.dip.fault({ kind: 'reorder', to: ids.sup, by: 2 });
  const all = [t.answer(), t.answer(), t.answer()];
  await t.send(all[0]!);
  await t.send(message('IF-035', 'MSAppAccepted', ids.regs, [ids.sup]));
  await t.dip.idle();
  await t.send(all[1]!);
  await t.dip.idle();
  assert.equal(t.dip.faults().length, 1, 'it stays on until the one that it keeps has gone');
  await t.send(all[2]!);
  await t.dip.idle();
  assert.deepEqual(t.references().slice(1), [all[1]!, all[2]!, all[0]!].map(refOf));
  assert.deepEqual(t.dip.faults(), []);
});

test('drop: nobody gets it, and the ledger says so', async () => {
  const t = await ready();
  t.dip.fault({ kind: 'drop', event: '[MSAppInitialResp]' });
  const [lost, kept] = [t.answer(), t.answer()];
  await t.send(lost);
  await t.send(kept);
  await t.dip.idle();
  assert.deepEqual(t.references(), [refOf(kept)]);
  const [letter] = t.entries('refused');
  assert.deepEqual(
    [letter!.name, letter!.to, letter!.mpan, letter!.reference],
    ['dropped', ids.sup, mpan, refOf(lost)],
  );
});

test('an outage that is ended: what waited goes in order, at its pace; a repeat waits with it', async () => {
  const t = await ready(503);
  const retried = t.answer();
  const { id } = t.dip.fault({ kind: 'outage', pace: 50 });
  const refused = await t.client.submit('IF-031', [message('IF-031', 'MSApp', ids.sup)]);
  assert.deepEqual([refused.status, refused.headers['retry-after']], [503, '1']);
  assert.equal(t.entries('refused')[0]!.name, 'outage');
  const all = [retried, ...Array.from({ length: 12 }, () => t.answer())];
  for (const one of all) await t.send(one);
  // What waits for an outage without an end is no work in hand.
  await t.dip.idle();
  assert.equal(t.hook.calls.length, 0);
  t.dip.endFault(id);
  const ended = performance.now();
  await t.dip.idle();
  const once = [...new Set(t.references())];
  assert.deepEqual(once, all.map(refOf));
  // 13 at 50 a second: the last of them no sooner than 200 ms after the first.
  assert.ok(t.hook.calls.at(-1)!.at - ended >= 190, `${t.hook.calls.at(-1)!.at - ended} ms`);
  assert.ok(t.hook.calls.every((call) => transactions(call).length <= 5));
  assert.equal((await t.client.submit('IF-031', [message('IF-031', 'MSApp', ids.sup)])).status, 201);
});

test('an outage of one recipient ends by itself and stops nobody else', async () => {
  const t = await ready();
  const other = await webhook();
  t.dip.configureWebhook(ids.supOut, 'IF-032', other.url);
  t.dip.fault({ kind: 'outage', to: ids.sup, forMs: 100 });
  const began = performance.now();
  await t.send(t.answer());
  await t.send(t.answer(ids.supOut));
  await other.firstCall;
  assert.equal(t.hook.calls.length, 0);
  await t.dip.idle();
  assert.ok(t.hook.calls[0]!.at - began >= 95);
  assert.deepEqual(t.dip.faults(), []);
  assert.equal((await t.client.submit('IF-031', [message('IF-031', 'MSApp', ids.sup)])).status, 201);
});

test('however much waits for an outage of one recipient, nobody who sends is slowed down', async () => {
  const limits = { deliveryTimeoutMs: 2000, retryDelaysMs: [], signatureSkewMs: 60_000, maxBodyBytes: 65_536 };
  const t = await start({ limits: { ...limits, backlog: 2 } });
  const hook = await webhook();
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  const { id } = t.dip.fault({ kind: 'outage', to: ids.sup });
  for (let n = 0; n < 10; n += 1) assert.equal((await t.send(t.answer())).status, 201);
  assert.deepEqual(
    t.dip.status().queues.map(({ waiting, stalled }) => [waiting, stalled]),
    [[10, true]],
  );
  t.dip.endFault(id);
  await t.dip.idle();
  assert.equal(hook.calls.flatMap((call) => call.items).length, 10);
  assert.equal(t.dip.status().queues[0]!.stalled, false);
});

test('closing lets go of what waits', async () => {
  const t = await ready();
  t.dip.fault({ kind: 'outage' });
  t.dip.fault({ kind: 'delay', delayMs: 3_600_000 });
  await t.send(t.answer());
  await t.close();
  assert.equal(t.hook.calls.length, 0);
});
