import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dipForTest, ids, message } from './dip.fixture';
import { start, stopAll, transactions, webhook } from './webhook.fixture';

after(stopAll);

test('503 is tried again with the same transaction until 201', async () => {
  const t = await start();
  const hook = await webhook(503, 503);
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  void t.send(t.answer());
  await t.dip.idle();
  assert.equal(hook.calls.length, 3);
  assert.equal(new Set(hook.calls.flatMap(transactions)).size, 1);
  assert.deepEqual(
    t.entries('answered').map((e) => e.httpStatus),
    [503, 503, 201],
  );
  assert.deepEqual([t.entries('delivered').length, t.entries('refused').length], [1, 0]);
});

test('a webhook that stays at 503 ends as a dead letter', async () => {
  const t = await start();
  const hook = await webhook(503, 503, 503, 503);
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  void t.send(t.answer());
  await t.dip.idle();
  assert.equal(hook.calls.length, 3);
  const [letter] = t.entries('refused');
  assert.deepEqual([letter!.name, letter!.to, letter!.from], ['undelivered', ids.sup, ids.regs]);
});

test('400 is an answer and not tried again', async () => {
  const t = await start();
  const hook = await webhook(400);
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  void t.send(t.answer());
  await t.dip.idle();
  assert.equal(hook.calls.length, 1);
  assert.deepEqual(
    t.entries('answered').map((e) => e.httpStatus),
    [400],
  );
  assert.equal(t.entries('refused').length, 0);
});

test('a webhook that never answers is unreachable after the last attempt', async () => {
  const limits = { deliveryTimeoutMs: 40, retryDelaysMs: [1], signatureSkewMs: 60_000, maxBodyBytes: 65_536 };
  const t = await start({ limits });
  const hook = await webhook('hang', 'hang');
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  void t.send(t.answer());
  await t.dip.idle();
  const answers = t.entries('answered');
  assert.deepEqual(
    answers.map((e) => [e.name, e.httpStatus]),
    Array(2).fill(['unreachable', undefined]),
  );
  assert.deepEqual(
    answers.map((e) => t.factsOf(e).unreachable !== undefined),
    [false, true],
  );
  assert.deepEqual(
    t.entries('refused').map((e) => e.name),
    ['undelivered'],
  );
});

test('a recipient that is down stalls nobody else', async () => {
  const limits = { deliveryTimeoutMs: 5000, retryDelaysMs: [], signatureSkewMs: 60_000, maxBodyBytes: 65_536 };
  const t = await start({ limits });
  const [down, up] = [await webhook('hang'), await webhook()];
  t.dip.configureWebhook(ids.supOut, 'IF-032', down.url);
  t.dip.configureWebhook(ids.sup, 'IF-032', up.url);
  const arrived = new Promise<void>((resolve) => t.dip.attach(ids.mss, () => resolve()));
  void t.send(t.answer(ids.supOut));
  void t.send(t.answer(), t.answer());
  // The service is served after the supplier that is up, and both while the first call still hangs.
  void t.send(message('IF-033', 'MSAppSPRequest', ids.regs, [ids.mss]));
  await arrived;
  await up.firstCall;
  assert.equal(up.calls[0]!.items.length, 2);
  assert.equal(t.entries('answered').filter((e) => e.from === ids.supOut).length, 0);
});

test('close gives up what is under way', async () => {
  const t = await dipForTest();
  const hook = await webhook('hang');
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  void t.dip.submit(ids.regs, 'IF-032', [message('IF-032', 'MSAppInitialResp', ids.regs, [ids.sup])]);
  await hook.firstCall;
  await t.close();
  assert.equal(t.entries('answered').length, 0);
  assert.equal(t.entries('refused').length, 0);
});
