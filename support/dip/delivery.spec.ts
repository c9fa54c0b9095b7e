import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { identitiesOf, ids, mpan } from './dip.fixture';
import { start, stopAll, transactions, webhook } from './webhook.fixture';

after(stopAll);

test('a publication carries D0 and A0 of the DIP, and what the sender sent', async () => {
  const t = await start({ unknownCorrelation: 'take' });
  const hook = await webhook();
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  const sent = t.answer();
  sent.CommonBlock.S1.senderCorrelationID = 'CI-20270601-1';
  const { status, response } = await t.send(sent);
  assert.equal(status, 201);
  await t.dip.idle();
  const [got] = hook.calls[0]!.items;
  assert.deepEqual(got!.CommonBlock.S1, sent.CommonBlock.S1);
  assert.deepEqual(got!.CommonBlock.A0, { primaryRecipients: [ids.sup], secondaryRecipients: [], always: [] });
  const { transactionTimestamp, ...D0 } = got!.CommonBlock.D0!;
  assert.equal(transactionTimestamp.length, 25);
  assert.deepEqual(D0, {
    transactionID: response.messageArray[0]!.transactionID,
    publicationID: 'PUB-032',
    initialCorrelationID: 'CI-20270601-1',
    replayIndicator: false,
    serviceTicketURL: null,
  });
  assert.equal(hook.calls[0]!.mpo, undefined);
  assert.deepEqual(
    t.all().map((e) => `${e.kind} ${e.from} ${e.to}`),
    [`accepted ${ids.regs} DIP`, `delivered ${ids.regs} ${ids.sup}`, `answered ${ids.sup} DIP`],
  );
  const [answered] = t.entries('answered');
  assert.equal(answered!.httpStatus, 201);
  assert.equal(answered!.mpan, mpan);
  assert.deepEqual(t.factsOf(answered).standardResponse, { ok: true, transactionIDs: transactions(hook.calls[0]) });
  const [transactionID] = transactions(hook.calls[0]);
  assert.deepEqual(t.factsOf(answered).call, [{ transactionID }]);
});

test('what waits for the same webhook and channel travels together, at most 100', async () => {
  const t = await start();
  const hook = await webhook();
  t.dip.configureWebhook(ids.sup, 'PUB-032', hook.url);
  void t.send(...Array.from({ length: 120 }, () => t.answer()));
  await t.dip.idle();
  assert.deepEqual(
    hook.calls.map((c) => c.items.length),
    [100, 20],
  );
  assert.equal(t.entries('answered').length, 120);
});

test('a party without a webhook gets a dead letter', async () => {
  const t = await start();
  void t.send(t.answer());
  await t.dip.idle();
  const [letter] = t.entries('refused');
  assert.deepEqual([letter!.name, letter!.to, letter!.mpan], ['no-webhook', ids.sup, mpan]);
  assert.equal(t.entries('delivered').length, 0);
});

test('X-DIP-MPO names the sender when it has a connection provider', async () => {
  const { regs } = await identitiesOf();
  const access = [
    {
      dipId: ids.regs,
      signingFingerprints: [regs.signing.fingerprint],
      transportFingerprints: [],
      apiKeySha256: '',
      connectionProvider: ids.provider,
    },
  ];
  const t = await start({ access });
  const hook = await webhook();
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  void t.send(t.answer());
  await t.dip.idle();
  assert.equal(hook.calls[0]!.mpo, ids.regs);
});

test('status messages of the DIP reach the status webhook, with an entry each', async () => {
  const t = await start();
  const hook = await webhook();
  t.dip.configureStatusWebhook(ids.sup, hook.statusUrl);
  await t.dip.sendStatus(ids.sup, { message: 'MSG1000 - Message Processing Failed', transactionID: 'T-1' });
  assert.equal(hook.statusItems[0]!.recipientID, ids.sup);
  const [entry] = t.entries('status');
  assert.deepEqual([entry!.from, entry!.to, entry!.httpStatus, entry!.transactionID], ['DIP', ids.sup, 201, 'T-1']);
  await t.dip.sendStatus(ids.mss, { message: 'MSG1000 - Message Processing Failed' });
  assert.equal(t.entries('status', ids.mss)[0]!.name, 'no-webhook');
});
