import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sha256Hex } from '../wire';
import { standardItem } from './answers';
import { openJournal } from './journal';
import { call, request, response, start, stopAll } from './server.fixture';
import { dipForTest, identitiesOf, ids, keyOf, message, mpan, scratchDir } from './dip.fixture';

after(stopAll);

test('a submission is answered 201 with an item per message and recorded before it is delivered', async () => {
  const t = await start();
  const got: string[] = [];
  t.dip.attach(ids.regs, (m) => got.push(m.CommonBlock.D0!.transactionID));
  const { status, body } = await t.client.submit('IF-031', [request(), request()]);
  assert.equal(status, 201);
  const items = response(body).messageArray;
  assert.equal(items.length, 2);
  assert.match(items[0]!.transactionID!, new RegExp(`^T-IF-031-${ids.sup}-SUP-\\d{8}-[0-9a-f]+$`));
  assert.match(items[0]!.correlationID!, /^CI-\d{8}-[0-9a-f]+$/);
  assert.equal(items[0]!.message, 'MSG0000 - Success');
  assert.equal(items[0]!.senderID.length, 10);
  await t.dip.idle();
  assert.deepEqual(
    got,
    items.map((i) => i.transactionID),
  );

  const [accepted] = t.entries('accepted');
  const { sup } = await identitiesOf();
  assert.deepEqual(
    [accepted!.from, accepted!.to, accepted!.interface, accepted!.event, accepted!.mpan, accepted!.httpStatus],
    [ids.sup, 'DIP', 'IF-031', 'MSApp', mpan, 201],
  );
  assert.equal(accepted!.certificate, sup.signing.fingerprint);
  assert.equal(accepted!.headers!['x-api-key']!.includes(keyOf(ids.sup)), false);
  assert.match(accepted!.bodySha256!, /^[0-9a-f]{64}$/);
  assert.deepEqual(accepted!.redacted, ['api-key']);
  assert.deepEqual(t.factsOf(accepted), {
    signature: { ok: true, boundTo: [ids.sup] },
    schema: { ok: true, problems: [] },
    channel: 'IF-031',
    keyCase: [],
    referenceSeen: undefined,
  });
  assert.ok(accepted!.seq < t.entries('delivered')[0]!.seq);
});

test('a batch with a bad message is answered 400 with an item each, and nothing is delivered', async () => {
  const t = await start();
  t.dip.attach(ids.regs, () => assert.fail('delivered'));
  const bad = request();
  bad.CommonBlock.S1.senderRoleID = 'MSS';
  const good = request();
  const { status, body } = await t.client.submit('IF-031', [good, bad]);
  await t.dip.idle();
  assert.equal(status, 400);
  const items = response(body).messageArray;
  assert.deepEqual(
    items.map((i) => i.message!.slice(0, 7)),
    ['MSG1000', 'MSG1010'],
  );
  assert.deepEqual(
    items.map((i) => i.transactionID),
    [null, null],
  );
  assert.match(items[0]!.help!, /message 2 of the batch/);
  assert.deepEqual(
    t.entries('refused').map((e) => e.name),
    ['MSG1000', 'MSG1010'],
  );
  assert.equal(t.entries('accepted').length, 0);

  // Neither reference was used up.
  const again = await t.client.submit('IF-031', [good]);
  assert.equal(again.status, 201);
  assert.equal(t.factsOf(t.entries('accepted')[0]).referenceSeen, 'not-accepted');
  assert.equal(
    response((await t.client.submit('IF-031', [good])).body).messageArray[0]!.message!.slice(0, 7),
    'MSG1006',
  );
});

test('help is cut to what its field holds', async () => {
  const t = await start();
  const payload = {
    CommonBlock: request().CommonBlock,
    ...Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`strange${n}`, n])),
  };
  const { body } = await t.client.submit('IF-031', [payload]);
  assert.ok(response(body).messageArray[0]!.help!.length <= 500);
});

test('a body that is no JSON is one refused entry', async () => {
  const t = await start();
  const { status } = await t.client.submitBytes('IF-031', Buffer.from('[{"payload":'));
  assert.equal(status, 400);
  assert.deepEqual(
    t.entries('refused').map((e) => [e.name, e.from]),
    [['MSG1001', ids.sup]],
  );
});

test('a status message goes on to the sender of what it is about', async () => {
  const t = await start();
  const { response: sent } = await t.dip.submit(ids.regs, 'IF-032', [
    message('IF-032', 'MSAppInitialResp', ids.regs, [ids.sup]),
  ]);
  const { transactionID } = sent.messageArray[0]!;
  const item = standardItem(new Date(), { transactionID, senderID: ids.sup, message: 'RCP1061 - MPAN Unknown' });
  const answer = await t.client.sendStatus([item]);
  assert.equal(answer.status, 201);
  assert.equal(response(answer.body).messageArray[0]!.transactionID, transactionID);
  await t.dip.idle();
  assert.deepEqual(
    t.entries('status').map((e) => [e.from, e.to, e.mpan]),
    [
      [ids.sup, 'DIP', mpan],
      [ids.sup, ids.regs, mpan],
    ],
  );
  const unknown = await t.client.sendStatus([{ ...item, transactionID: 'T-unknown' }]);
  assert.equal(unknown.status, 400);
  assert.match(response(unknown.body).messageArray[0]!.message!, /^MSG1030/);
  assert.equal((await call(t.dip.url, '/statusmessage', { body: [{ message: 'x' }] })).status, 400);
});

test('an MPAN that the directory does not know is accepted, then told to the sender by status message', async () => {
  const t = await start();
  const payload = request();
  payload.CommonBlock.M0!.MPANCore = '2000000000099';
  const { status } = await t.client.submit('IF-031', [payload]);
  assert.equal(status, 201);
  await t.dip.idle();
  const [told] = t.entries('status', ids.sup);
  assert.match((told!.body as { message: string }).message, /^MSG1037/);
  assert.equal(told!.reference, payload.CommonBlock.S1.senderUniqueReference);
  assert.equal(t.entries('delivered').length, 0);
});

test('a submission can be taken and then told to have reached nobody, once', async () => {
  const t = await start();
  t.dip.fault({ mpan, from: ids.sup, kind: 'unresolved', event: 'MSApp', code: 'MSG1038' });
  assert.equal((await t.client.submit('IF-031', [request()])).status, 201);
  await t.dip.idle();
  const [told] = t.entries('status', ids.sup);
  assert.match((told!.body as { message: string }).message, /^MSG1038 - /);
  const [accepted] = t.entries('accepted');
  assert.deepEqual([told!.transactionID, told!.mpan], [accepted!.transactionID, mpan]);
  assert.equal(t.entries('delivered').length + t.entries('refused').length, 0);
  assert.equal((await t.client.submit('IF-031', [request()])).status, 201);
  await t.dip.idle();
  assert.equal(t.entries('status').length, 1);
  assert.equal(t.entries('refused', ids.regs)[0]!.name, 'no-webhook', 'the next one goes on to its recipient');
});

test('a channel in another case is taken, and told as keys in another case are', async () => {
  const t = await start();
  const { status } = await call(t.dip.url, '/DIP-Channel/if-031', { body: [{ payload: request() }] });
  assert.equal(status, 201);
  const good = await call(t.dip.url, '/dip-channel/IF-031', { body: [{ payload: request() }] });
  assert.equal(good.status, 201);
  const told = t.entries('accepted').map((entry) => t.factsOf(entry).keyCase);
  assert.deepEqual(told, [['/DIP-Channel/if-031'], []]);
});

test('the journal keeps the original bytes for its owner alone', async () => {
  const dir = join(scratchDir(), 'hub', 'journal');
  const t = await dipForTest({ journal: { dir } });
  const body = Buffer.from(JSON.stringify([{ payload: request() }], null, 1));
  await t.client.submitBytes('IF-031', body);
  await t.client.submitBytes('IF-031', Buffer.from('refused'));
  await t.close();
  const files = readdirSync(dir).map((name) => join(dir, name));
  assert.ok(files.some((file) => readFileSync(file).includes(body)));
  assert.equal(t.entries('accepted')[0]!.bodySha256, sha256Hex(body));
  for (const file of files) assert.equal(statSync(file).mode & 0o077, 0);
  const again = await openJournal({ dir });
  assert.deepEqual([again.reserve(), (await again.read(1))?.bytes], [2, body]);
  await again.close();
});

test('what was accepted and not delivered when the DIP ended is delivered by the next one, once', async () => {
  const journal = { dir: join(scratchDir(), 'journal') };
  const t = await dipForTest({ journal });
  t.dip.configureWebhook(ids.regs, 'IF-031', 'https://127.0.0.1:1/dead');
  const { body } = await t.client.submit('IF-031', [request(), request()]);
  await t.close();
  const sent = response(body).messageArray.map((item) => item.transactionID);

  const next = await dipForTest({ journal });
  const got: unknown[] = [];
  next.dip.attach(ids.regs, (m) => got.push(m.CommonBlock.D0!.transactionID));
  next.dip.resume();
  await next.dip.idle();
  assert.deepEqual(got, sent);
  await next.close();

  const last = await dipForTest({ journal });
  last.dip.attach(ids.regs, (m) => got.push(m.CommonBlock.D0!.transactionID));
  last.dip.resume();
  await last.dip.idle();
  assert.deepEqual([got.length, last.dip.directory(mpan)?.supplier], [2, ids.supOut]);
  await last.close();
});
