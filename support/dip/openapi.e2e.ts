import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventsOf, type Message } from '../catalogue';
import { withoutPublished as skip } from '../testing';
import { standardItem } from './answers';
import type { Operation } from './openapi.fixture';
import { badBodies, type Client, filled, openClient } from './openapi-client.fixture';
import { audienceOf, goodMessage, idOf, roleCodes, senderOf, transactionsOf } from './openapi-world.fixture';

/*
 * A client that knows only the published API calls every operation of every path, well and badly; a validator that knows
 * only the published schemas judges what comes back and what the DIP calls.
 */

let client: Client;
before(async () => {
  if (!skip) client = await openClient();
});
after(async () => {
  if (!skip) await client.close();
});

const channel = '/dip-channel/{id}';
const pubconfig = `${channel}/pubconfig/{recipient-id}`;
const [SUP, REGS, MSS] = [idOf('SUP'), idOf('REGS'), idOf('MSS')];
const everything = { datetimeFrom: null, datetimeTo: null, eventCode: null, MPAN: null, version: null };
// All of them on one channel of each kind, one on the others.
const badOn = (id: string) => (['IF-031', 'REP-002'].includes(id) ? badBodies : badBodies.slice(-1));

test('a webhook is configured for every channel and DIP ID', { skip }, async () => {
  const operation = client.operation(pubconfig);
  for (const id of client.contract.channels) {
    for (const role of roleCodes) {
      const callbackURL = `${client.webhook}/in/${id}/${role}`;
      const body = { callbackURL, maxMessageCount: 100, maxPayloadSize: 100000 };
      await client.expect(201, operation, filled(pubconfig, id, idOf(role)), idOf(role), body);
    }
    const path = filled(pubconfig, id, SUP);
    const bad = [{ callbackURL: 'http://example.org' }, { callbackURL: 1 }, { callbackURL: 'https://' }];
    for (const body of [...badOn(id), ...bad]) await client.expect(400, operation, path, SUP, body);
    await client.expect(401, operation, path, 'unknown', { callbackURL: client.webhook });
    await client.expect(403, operation, path, MSS, { callbackURL: client.webhook });
  }
});

/** What the DIP itself answers to a channel: it has no consumption of that MPAN. */
const answeredBy: Record<string, string[]> = { 'IF-015': ['[ConsumptionRequestRejected]'] };

test('a message of every event is taken on its channel and published', { skip }, async () => {
  const operation = client.operation(channel);
  for (const id of client.contract.channels) {
    const path = filled(channel, id);
    for (const { event } of eventsOf(id)) {
      const role = senderOf(id, event);
      client.seed();
      await client.expect(role ? 201 : 400, operation, path, idOf(role ?? 'SUP'), [
        { payload: goodMessage(id, event) },
      ]);
      await client.idle();
      const came = client
        .publications(client.operation(pubconfig), '/in/')
        .map(({ CommonBlock: { S0 } }) => S0.eventCode);
      const expected = role && audienceOf(id, event).length > 0 ? [`[${event}]`] : (answeredBy[id] ?? []);
      assert.deepEqual([...new Set(came)], expected, `${id} [${event}]`);
    }
    for (const body of badOn(id)) await client.expect(400, operation, path, SUP, body);
    await client.expect(401, operation, path, null, [{ payload: {} }]);
    await client.expect(401, operation, path, 'unknown', '');
  }
});

test('what was published can be replayed and requeued', { skip }, async () => {
  const [replay, requeue] = ['replay', 'requeue'].map((what) =>
    client.operation(`${channel}/${what}/{recipient-id}`),
  ) as [Operation, Operation];
  let replayed = 0;
  for (const id of client.contract.channels) {
    for (const role of roleCodes) {
      const [path, again] = [replay, requeue].map((of) => filled(of.path, id, idOf(role))) as [string, string];
      const { status, body } = await client.ask(replay, path, idOf(role), everything);
      const messages =
        status === 200 ? (JSON.parse(body.toString()) as { payload: Message }[]).map(({ payload }) => payload) : [];
      assert.ok(messages.every(({ CommonBlock }) => CommonBlock.D0!.replayIndicator));
      await client.expect(status, requeue, again, idOf(role), everything);
      await client.idle();
      const came = client.publications(client.operation(pubconfig), `/in/${id}/${role}`);
      assert.deepEqual(came, messages);
      replayed += messages.length;
    }
    for (const operation of [replay, requeue]) {
      const path = filled(operation.path, id, SUP);
      const bad = [...badOn(id), { ...everything, datetimeTo: 'now' }, { ...everything, transactionIDs: [] }];
      for (const body of bad) await client.expect(400, operation, path, SUP, body);
      await client.expect(401, operation, path, null, everything);
      await client.expect(403, operation, path, MSS, everything);
    }
  }
  assert.ok(replayed > 300, `${replayed} were replayed`);
});

test('status messages go both ways', { skip }, async () => {
  const config = client.operation('/statusmessage/config/{recipient-id}');
  const path = filled(config.path, '', REGS);
  await client.expect(201, config, path, REGS, { callbackURL: `${client.webhook}/status` });
  await client.expect(401, config, path, null, { callbackURL: client.webhook });
  await client.expect(403, config, path, SUP, { callbackURL: client.webhook });
  for (const body of badBodies) await client.expect(400, config, path, REGS, body);

  const submit = (payload: Message) =>
    client.expect(201, client.operation(channel), filled(channel, 'IF-036'), REGS, [{ payload }]);
  client.seed();
  const [transactionID] = transactionsOf(await submit(goodMessage('IF-036', 'MSAppActive')));
  const unknown = goodMessage('IF-036', 'MSAppActive');
  unknown.CommonBlock.M0!.MPANCore = '2000000000099';
  await submit(unknown);
  const status = client.operation('/statusmessage');
  const item = standardItem(new Date(), { transactionID, senderID: MSS, message: 'RCP1061 - MPAN Unknown' });
  await client.expect(201, status, status.path, MSS, [item]);
  await client.idle();
  const calls = client.received.splice(0).filter((call) => call.path === '/status');
  assert.equal(calls.length, 2, 'one from the DIP, one from the recipient');
  for (const { headers, body } of calls)
    assert.equal(client.contract.callbackProblem(config, headers, body), undefined);

  for (const body of [...badBodies, [{ ...item, transactionID: 'T-unknown', recipientID: null }]]) {
    await client.expect(400, status, status.path, MSS, body);
  }
  await client.expect(401, status, status.path, null, [item]);
});

test('every validation endpoint takes its event, unsigned, and no other', { skip }, async () => {
  const operations = client.contract.operations.filter(({ path }) => path.startsWith('/validate/'));
  assert.ok(operations.length > 100);
  const good = operations.map(({ path }) => {
    const [id, event] = path.split('/').slice(2) as [string, string];
    return [{ payload: goodMessage(id, event) }];
  });
  for (const [i, operation] of operations.entries()) {
    assert.deepEqual(operation.headers, []);
    const { body } = await client.expect(201, operation, operation.path, SUP, good[i]);
    assert.equal(body.toString(), '"Message OK"');
    const others = [...(i === 0 ? badBodies : badBodies.slice(-1)), good[(i + 1) % good.length]];
    for (const other of others) await client.expect(400, operation, operation.path, SUP, other);
    await client.expect(401, operation, operation.path, null, good[i]);
  }
  const path = '/validate/IF-031/MSAp';
  const { status } = await client.call(operations[0]!, { method: 'POST', path, key: SUP, body: good[0] });
  assert.equal(status, 404);
});

test('no other method is allowed, and the answer names those that are', { skip }, async () => {
  const { operations } = client.contract;
  for (const template of new Set(operations.map(({ path }) => path))) {
    const published = operations.filter(({ path }) => path === template);
    const methods = published.map((one): string => one.method);
    for (const method of ['GET', 'PUT', 'DELETE'].filter((one) => !methods.includes(one))) {
      const path = filled(template, 'IF-031', SUP);
      const answer = await client.call(published[0]!, { method, path, key: SUP });
      assert.deepEqual([answer.status, answer.headers.allow], [405, methods.join(', ')], `${method} ${path}`);
    }
  }
});

test('a webhook is removed', { skip }, async () => {
  for (const template of [pubconfig, '/statusmessage/config/{recipient-id}']) {
    const operation = client.operation(template, 'DELETE');
    for (const id of client.contract.channels) {
      const path = filled(template, id, REGS);
      await client.expect(401, operation, path, null);
      await client.expect(401, operation, path, SUP);
      await client.expect(204, operation, path, REGS);
    }
  }
});

test('every operation was called, well and badly, and nothing broke the contract', { skip }, () => {
  assert.deepEqual([...client.problems], []);
  for (const operation of client.contract.operations) {
    const statuses = [...(client.called.get(operation) ?? [])];
    const name = `${operation.method} ${operation.path}: ${statuses.join()}`;
    assert.ok(
      statuses.some((status) => status < 300 && operation.responses.has(status)),
      name,
    );
    assert.ok(
      statuses.some((status) => status >= 400),
      name,
    );
  }
});

test('an answer or a callback that breaks the contract would be seen', { skip }, () => {
  const { answerProblem, callbackProblem } = client.contract;
  const operation = client.operation(channel);
  const item = standardItem(new Date(), { message: 'MSG0000 - Success' });
  const answer = (items: object[]) =>
    Buffer.from(JSON.stringify({ messageArray: items, timestamp: item.sentTimestamp }));
  assert.equal(answerProblem(operation, 201, answer([item])), undefined);
  assert.match(answerProblem(operation, 201, answer([{ ...item, senderID: '00000000000' }]))!, /senderID/);
  assert.match(answerProblem(operation, 201, answer([]))!, /fewer than 1/);
  assert.match(answerProblem(operation, 201, Buffer.from(''))!, /not JSON/);
  assert.match(answerProblem(operation, 418, answer([item]))!, /418 is not published/);
  assert.match(answerProblem(client.operation('/validate/IF-031/MSApp'), 201, Buffer.from('{}'))!, /string/);

  const told = client.operation(pubconfig);
  const headers = Object.fromEntries(told.callback!.headers.map((name) => [name, 'x']));
  const bytes = (payload: object) => Buffer.from(JSON.stringify([{ payload }]));
  const message = goodMessage('IF-031', 'MSApp');
  assert.equal(callbackProblem(told, headers, bytes(message)), undefined);
  assert.ok(callbackProblem(told, headers, bytes({ ...message, more: 1 })));
  assert.match(callbackProblem(told, {}, bytes(message))!, /the header x-dip-signature is missing/);
});
