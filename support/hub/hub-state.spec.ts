import assert from 'node:assert/strict';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { scratchDir } from '../testing';
import { createApi, posted } from './api';
import { together } from './health';
import { hubState } from './hub-state';
import { createMarketSaver, readMarket } from './market-file';
import { createTroubles } from './troubles';

const party = {
  ...{ dipId: '1100000001', mpid: 'EXMA', role: 'SUP', name: 'one', connectionProvider: null, webhooks: null },
  ...{ signingFingerprints: [], transportFingerprints: [], apiKeySha256: 'a' },
};

test('tokens are made once, each tenant has its own, and files are their owner’s alone', async () => {
  const stateDir = scratchDir();
  const state = hubState(stateDir);
  const [one, two, operator] = [await state.token('one'), await state.token('two'), await state.operatorToken()];
  assert.equal(new Set([one, two, operator]).size, 3);
  assert.equal(await hubState(stateDir).token('one'), one);
  assert.equal(await hubState(stateDir).operatorToken(), operator);
  for (const file of [state.tokenFile('one'), state.operatorTokenFile]) assert.equal(statSync(file).mode & 0o077, 0);
});

test('registered participants are read back; a file of another form is told with its place', async () => {
  const stateDir = scratchDir();
  const state = hubState(stateDir);
  assert.deepEqual(await state.registered(), []);
  await state.saveRegistered([{ name: 'one', parties: [party], trust: [] }]);
  assert.deepEqual(await state.registered(), [{ name: 'one', parties: [party], trust: [] }]);
  const file = path.join(state.dir, 'participants.json');
  writeFileSync(file, '{"schema":1,"participants":[{"name":"One"}]}');
  await assert.rejects(state.registered(), { code: 'HUB_STATE_WRONG', place: file });
});

test('who is forgotten leaves no token, market or journal', async () => {
  const state = hubState(scratchDir());
  const before = await state.token('one');
  mkdirSync(state.journalDir('one'), { recursive: true });
  mkdirSync(path.dirname(state.marketFile('one')), { recursive: true });
  writeFileSync(state.marketFile('one'), '{}');
  await state.forget('one', { token: false });
  assert.equal(await state.token('one'), before);
  await state.forget('one');
  for (const file of [state.journalDir('one'), state.marketFile('one'), state.tokenFile('one')]) {
    assert.equal(existsSync(file), false, file);
  }
});

test('a market is written when it is closed, and read back', async () => {
  const file = path.join(scratchDir(), 'one.json');
  const actors = { '2000000011': { '9900000000006': { state: { switches: 1 }, instructions: [] } } };
  const saver = createMarketSaver({ file, take: () => actors, onFault: assert.fail });
  await saver.close();
  assert.equal(existsSync(file), false, 'nothing has changed');
  const changed = createMarketSaver({ file, take: () => actors, onFault: assert.fail });
  changed.touch();
  await changed.close();
  assert.deepEqual(await readMarket(file), actors);
  writeFileSync(file, 'torn');
  await assert.rejects(readMarket(file), { code: 'HUB_STATE_WRONG' });
});

test('a market is written by itself after a change; one that cannot be written is told', async () => {
  const dir = scratchDir();
  let told: (error: Error) => void = () => undefined;
  const fault = new Promise<Error>((resolve) => (told = resolve));
  writeFileSync(path.join(dir, 'file'), '');
  const file = path.join(dir, 'file', 'one.json');
  const saver = createMarketSaver({ file, take: () => ({}), afterMs: 1, onFault: (error) => told(error) });
  const alive = setInterval(() => undefined, 1_000);
  saver.touch();
  assert.match((await fault).message, /ENOTDIR|EEXIST/);
  clearInterval(alive);
});

const queue = (waiting: number, stalled = false) => ({ to: 'x', channel: 'IF-001', waiting, stalled });
const dip = (...queues: ReturnType<typeof queue>[]) => ({
  status: () => ({ queues, webhooks: [], deadLetters: 0 }),
  faults: () => [{ kind: 'hold' as const, id: '1', since: '', struck: 0, left: null }],
});

test('troubles last until they end; a full backlog is one, a recipient that does not answer is not', () => {
  const troubles = createTroubles(10);
  assert.deepEqual(troubles.health(dip(queue(9))), { ok: true, reasons: [], faults: { hold: 1 } });
  assert.deepEqual(troubles.health(dip(queue(10))).reasons, ['backlog-full']);
  assert.equal(troubles.health(dip(queue(99, true))).ok, true);
  troubles.add('ledger-not-writable');
  assert.deepEqual(troubles.health(dip()).reasons, ['ledger-not-writable']);
  troubles.end('ledger-not-writable');
  assert.equal(troubles.health(dip()).ok, true);
});

test('the health of a hub is that of all, and names no tenant', () => {
  const good = { ok: true, reasons: [], faults: { hold: 1 } };
  const bad = { ok: false, reasons: ['backlog-full' as const], faults: { hold: 2, drop: 1 } };
  assert.deepEqual(together([good, bad]), { ok: false, reasons: ['backlog-full'], faults: { hold: 3, drop: 1 } });
  assert.equal(together([]).ok, true);
});

test('a path of the control API is matched whole, its places by their form', async () => {
  const api = createApi({
    'GET /records/:dipId/:mpan': ({ params }) => ({ json: params }),
    'POST /acts': posted(z.strictObject({ act: z.string() }), ({ act }) => ({ act })),
  });
  const found = api.find('GET', '/records/2000000011/9900000000006');
  assert.deepEqual(found?.params, { dipId: '2000000011', mpan: '9900000000006' });
  for (const [method, url] of [
    ['GET', '/records/2000000011/99'],
    ['GET', '/records/2000000011/9900000000006/x'],
    ['POST', '/records/2000000011/9900000000006'],
    ['GET', '/records/..%2f..%2f/9900000000006'],
  ] as const) {
    assert.equal(api.find(method, url), undefined, url);
  }
  const call = { query: new URLSearchParams(), params: {} };
  const acts = api.find('POST', '/acts')!;
  assert.deepEqual(await acts.handle({ ...call, body: { act: 'x' } }), { json: { act: 'x' } });
  await assert.rejects(async () => acts.handle({ ...call, body: { act: 1 } }), {
    code: 'REQUEST_WRONG',
    message: /act/,
  });
});
