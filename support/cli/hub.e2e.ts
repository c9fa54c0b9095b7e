import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Exchange } from '../hub';
import { createWebhookReceiver, statusItem, type WebhookReceiver } from '../wire';
import {
  ask,
  assertPrivate,
  freePort,
  operatorToken,
  register,
  startHub,
  type Participant,
  type RunningHub,
} from './hub.fixture';
import { newPlace, start } from './qualify.fixture';

const place = newPlace();
const ports = { dip: 0, control: 0 };
const closing: (() => Promise<void> | void)[] = [];
const everyTime = { datetimeFrom: null, datetimeTo: null, eventCode: null, MPAN: null, version: null };
let hub: RunningHub;
let one: Participant;
let other: Participant;

before(async () => {
  ports.dip = await freePort();
  ports.control = await freePort();
  hub = await startHub(place, ports);
  one = await register(place, 'one', ['SUP']);
  other = await register(place, 'other', ['SUP', 'MSS']);
});
after(async () => {
  for (const close of closing) await close();
  hub.going.child.kill('SIGKILL');
});

type Listed = { mpans: { mpan: string; positions: Record<string, string> }[] };
type Seen = { exchanges: Exchange[] };

async function firstMpan(of: Participant): Promise<string> {
  const { body } = await ask<Listed>(`${hub.control}/mpans?limit=1`, of.token);
  assert.equal(body.mpans[0]!.positions['SUP (incoming)'], of.dipId);
  return body.mpans[0]!.mpan;
}

/** Has a simulated party act, as somebody with curl would. */
async function actOf(of: Participant, mpan: string, act: string, args: object): Promise<void> {
  const { status, body } = await ask(`${hub.control}/acts`, of.token, 'POST', { mpan, act, args });
  assert.equal(status, 200, JSON.stringify(body));
  await ask(`${hub.control}/idle`, of.token, 'POST', {});
}

function announce(to: Participant, mpan: string, registrationId: string): Promise<void> {
  const supplier = { dipId: to.dipId, mpid: 'EXMA' };
  return actOf(to, mpan, 'switchPending', { registrationId, supplier, supplyStartDate: '2027-06-22' });
}

/** A webhook of a participant; `next` resolves with the next publication. */
async function webhookOf(
  of: Participant,
): Promise<{ url: string; next(): Promise<string>; receiver: WebhookReceiver }> {
  const arrived: string[] = [];
  let wake: () => void = () => undefined;
  const receiver = await createWebhookReceiver({
    identity: of.identity,
    trust: [of.identity.ca],
    dipId: of.dipId,
    async onPublications(items) {
      const blocks = items.map(
        ({ payload }) => (payload as { CommonBlock: Record<string, Record<string, string>> }).CommonBlock,
      );
      arrived.push(...blocks.map(({ M0 }) => M0!.MPANCore!));
      wake();
      const answer = ({ D0, S1 }: Record<string, Record<string, string>>) =>
        statusItem({
          ...{ sentTimestamp: new Date().toISOString(), senderID: of.dipId, message: 'RCP0000 - Message Success' },
          transactionID: D0!.transactionID!,
          senderUniqueReference: S1!.senderUniqueReference!,
        });
      return { status: 201, items: blocks.map(answer) };
    },
    onStatus: async () => undefined,
  });
  closing.push(() => receiver.close());
  const url = `${await receiver.listen()}/dip`;
  async function next(): Promise<string> {
    for (;;) {
      const first = arrived.shift();
      if (first !== undefined) return first;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return { url, next, receiver };
}

test('each participant gets DIP IDs of its own; all secrets are their owner’s alone', async () => {
  assert.notEqual(one.dipId, other.dipId);
  assert.notEqual(one.token, other.token);
  const state = path.join(place.state, 'hub');
  for (const file of ['operator-token', 'tokens/one', 'tokens/other', 'participants.json', 'running.json']) {
    assertPrivate(path.join(state, file));
  }
  assertPrivate(path.join(one.folder, 'secrets/hub-token'));
  const told = readFileSync(path.join(state, 'participants.json'), 'utf8');
  const apiKey = readFileSync(path.join(one.folder, `secrets/${one.dipId}-api-key`), 'utf8');
  assert.ok(!told.includes(apiKey));
  const postman = readFileSync(path.join(one.folder, `${one.dipId}.postman_environment.json`), 'utf8');
  assert.ok(postman.includes(hub.dip) && !postman.includes(apiKey) && !postman.includes('PRIVATE KEY'));
});

test('somebody with curl announces a switch: the publication comes to the webhook that the system registered', async () => {
  const { url, next } = await webhookOf(one);
  const client = one.client(hub.dip);
  closing.push(() => client.close());
  assert.equal((await client.configureWebhook('IF-002', url)).status, 201);
  const mpan = await firstMpan(one);
  await announce(one, mpan, 'SWITCH-1');
  assert.equal(await next(), mpan);
});

test('what one participant has received the other sees neither in console, control nor replay', async () => {
  const mpan = await firstMpan(one);
  const mine = await ask<Seen>(`${hub.control}/exchanges?mpan=${mpan}`, one.token);
  const levels = new Set(mine.body.exchanges.map(({ level }) => level));
  assert.ok(levels.has('L1') && levels.has('L3'), [...levels].join());
  assert.deepEqual((await ask<Seen>(`${hub.control}/exchanges`, other.token)).body.exchanges, []);
  assert.deepEqual((await ask<Seen>(`${hub.control}/exchanges?mpan=${mpan}`, other.token)).body.exchanges, []);
  const metrics = await ask<string>(`${hub.control}/metrics`, other.token);
  assert.doesNotMatch(metrics.body, /tenant="one"/);
  const [own, foreign] = [one.client(hub.dip), other.client(hub.dip)];
  const told = await own.replay('IF-002', everyTime);
  assert.equal(told.status, 200, told.body.toString());
  assert.match(told.body.toString(), new RegExp(mpan));
  const asked = await foreign.replay('IF-002', everyTime);
  assert.doesNotMatch(asked.body.toString(), new RegExp(one.dipId));
  own.close();
  foreign.close();
});

test('the operator sees health and counts, no messages; a token of nobody sees nothing', async () => {
  const token = operatorToken(place);
  const state = await ask<object>(`${hub.control}/state`, token);
  assert.equal(state.status, 200);
  assert.doesNotMatch(JSON.stringify(state.body), /\d{13}/);
  const metrics = await ask<string>(`${hub.control}/metrics`, token);
  assert.match(metrics.body, /dip_deliveries_total\{tenant="one",interface="IF-002"\} 1/);
  assert.match(
    metrics.body,
    /dip_requests_total\{tenant="one",endpoint="POST \/dip-channel\/\{id\}\/pubconfig",status="201"\} 1/,
  );
  assert.doesNotMatch(metrics.body, /\d{13}"/);
  for (const [url, given] of [
    ['/exchanges', token],
    ['/mpans', token],
    ['/participants', one.token],
  ] as const) {
    assert.equal((await ask(hub.control + url, given)).status, 404, url);
  }
  for (const url of ['/state', '/metrics', '/exchanges']) {
    assert.equal((await ask(hub.control + url, 'nobody')).status, 401, url);
    assert.equal((await ask(hub.control + url, undefined)).status, 401, url);
  }
});

test('a fault that is on is told without a token, and to nobody whose it is', async () => {
  const on = await ask<{ id: string }>(`${hub.control}/faults`, one.token, 'POST', { kind: 'hold', to: one.dipId });
  const health = await ask<object>(`${hub.control}/health`, undefined);
  assert.deepEqual([health.status, health.body], [200, { ok: true, reasons: [], faults: { hold: 1 } }]);
  const state = await ask<{ faults: unknown[] }>(`${hub.control}/state`, other.token);
  assert.deepEqual(state.body.faults, []);
  await ask(`${hub.control}/faults/${on.body.id}`, one.token, 'DELETE');
});

test('the log is a line of JSON for each event, without secrets and MPANs', async () => {
  const key = readFileSync(path.join(one.folder, `secrets/${one.dipId}-api-key`), 'utf8');
  const registered = JSON.parse(await hub.going.line(/participant-registered.*"other"/)) as { tenant: string };
  assert.equal(registered.tenant, 'other');
  assert.equal((await ask(`${hub.control}/state`, key)).status, 401);
});

test('after a restart participants, webhooks and market are there again, and a second hub is refused', async () => {
  const second = await start(place, ['hub', '--port', String(await freePort())]).ended;
  assert.equal(second.code, 2);
  assert.match(second.stderr, /HUB_ALREADY_RUNNING/);
  const mpan = await firstMpan(one);
  await hub.stop();
  const { stderr } = await hub.going.ended;
  for (const line of stderr.split('\n')) assert.doesNotThrow(() => JSON.parse(line), line);
  assert.doesNotMatch(stderr, new RegExp(`${mpan}|${one.token}|${operatorToken(place)}`));
  hub = await startHub(place, ports);
  const state = await ask<{ webhooks: { channel: string }[] }>(`${hub.control}/state`, one.token);
  assert.deepEqual(
    state.body.webhooks.map(({ channel }) => channel),
    ['IF-002'],
  );
  const ledgers = readdirSync(path.join(place.state, 'hub/ledgers/one'));
  assert.equal(ledgers.length, 1, 'a new file at each start, once there is something to write');
  // Only a Registration Service that still knows of the switch has anything to say of it.
  await actOf(one, mpan, 'switchSecured', { registrationId: 'SWITCH-1' });
  const { body } = await ask<Seen>(`${hub.control}/exchanges?mpan=${mpan}`, one.token);
  assert.ok(
    body.exchanges.some(({ kind, from }) => kind === 'accepted' && from === '2000000011'),
    JSON.stringify(body),
  );
});

test('who takes the name of another replaces it; who is removed is a stranger', async () => {
  const again = await register(place, 'again', ['SUP'], ['--name', 'other']);
  assert.equal(again.dipId, other.dipId, 'its own DIP ID is free for it');
  const old = other.client(hub.dip);
  assert.equal((await old.replay('IF-002', everyTime)).status, 401);
  old.close();
  const removed = await ask(`${hub.control}/participants/other`, operatorToken(place), 'DELETE');
  assert.equal(removed.status, 200);
  const client = again.client(hub.dip);
  assert.equal((await client.replay('IF-002', everyTime)).status, 401);
  client.close();
  assert.equal((await ask(`${hub.control}/state`, again.token)).status, 401);
});

test('what is taken is refused, whoever registers it', async () => {
  const party = (dipId: string) => ({
    ...{ dipId, mpid: 'TAKE', role: 'SUP' },
    signingFingerprints: ['a'.repeat(64)],
    transportFingerprints: ['b'.repeat(64)],
    apiKeySha256: 'c'.repeat(64),
  });
  for (const dipId of [one.dipId, '2000000001']) {
    const body = { name: 'taker', parties: [party(dipId)] };
    const answer = await ask<{ code: string }>(`${hub.control}/participants`, operatorToken(place), 'POST', body);
    assert.deepEqual([answer.status, answer.body.code], [400, 'HUB_DIP_ID_TAKEN'], dipId);
  }
});

test('without a hub nobody can be registered', async () => {
  await hub.stop('SIGINT');
  const folder = path.join(place.dir, 'late');
  const { code, stderr } = await start(place, ['init', '--hub', '--dir', folder, '--role', 'SUP']).ended;
  assert.equal(code, 2);
  assert.match(stderr, /HUB_NOT_RUNNING/);
});
