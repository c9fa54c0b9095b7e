import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { QualifyError } from '../errors';
import {
  createMtlsServer,
  openCertificateStore,
  sha256Hex,
  type IncomingRequest,
  type MtlsServer,
  type OutgoingAnswer,
} from '../wire';
import type { ResolvedConnection } from './connection';
import { createProbes } from './probes';
import type { ProfileData, ProfileIdentity } from './profile';
import { createTriggers } from './triggers';

const folder = mkdtempSync(path.join(tmpdir(), 'triggers-'));
const mpan = '2000000000016';
let server: MtlsServer;
let connection: ResolvedConnection;
let next: OutgoingAnswer | 'never' = { status: 202 };
const requests: IncomingRequest[] = [];
let foreignCa = '';

before(async () => {
  const store = await openCertificateStore(path.join(folder, 'state'));
  foreignCa = (await openCertificateStore(path.join(folder, 'foreign'))).ca;
  server = await createMtlsServer({
    identity: await store.identity('system'),
    trust: [store.ca],
    maxBodyBytes: 100_000,
    onRequest: async (request) => {
      requests.push(request);
      return next === 'never' ? new Promise<never>(() => undefined) : next;
    },
    onRefused: () => undefined,
  });
  const client = await store.identity('harness-client');
  connection = { baseUrl: `${await server.listen()}/base`, token: 'token-0123456789', ca: store.ca, client };
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const acts: ProfileData['triggers']['acts'] = {
  appointMeteringService: { method: 'PUT', path: '/points/{mpan}/{act}' },
  appointDataService: { manual: 'press the button' },
  dayArrives: 'automatic',
};
const triggers = (over: Partial<ResolvedConnection> = {}, timeoutMs = 5_000) =>
  createTriggers({ profile: { triggers: { acts } }, connection: { ...connection, ...over }, timeoutMs });

async function refusal(work: Promise<unknown>): Promise<QualifyError> {
  const error = await work.then(
    () => assert.fail('accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof QualifyError, String(error));
  return error;
}

describe('createTriggers', () => {
  it('says how each act reaches the participant', () => {
    const { kindOf, instruction } = triggers();
    const names = ['appointMeteringService', 'appointDataService', 'dayArrives', 'switchPending', 'toString'];
    assert.deepEqual(names.map(kindOf), ['api', 'manual', 'automatic', 'absent', 'absent']);
    assert.equal(instruction('appointDataService'), 'press the button');
    const unconnected = createTriggers({ profile: { triggers: { acts } } });
    assert.equal(unconnected.kindOf('appointMeteringService'), 'api');
  });

  it('takes the entry of all other acts for an act without one of its own', async () => {
    const every: typeof acts = { ...acts, '*': { method: 'POST', path: '/acts/{act}' } };
    const { kindOf, run } = createTriggers({ profile: { triggers: { acts: every } }, connection });
    assert.deepEqual(['dayArrives', 'switchPending', 'toString'].map(kindOf), ['automatic', 'api', 'api']);
    next = { status: 202 };
    await run('switchPending', mpan, {});
    assert.equal(requests.at(-1)?.path, '/base/acts/switchPending');
    const byHand = createTriggers({ profile: { triggers: { acts: { '*': { manual: 'Use the screen.' } } } } });
    assert.equal(byHand.instruction('switchPending'), 'Use the screen.');
  });

  it('calls with token, act, MPAN, arguments and DIP ID', async () => {
    next = { status: 202 };
    const done = await triggers().run('appointMeteringService', mpan, { from: 'x' }, { dipId: '1000000001' });
    assert.equal(done.status, 202);
    const request = requests.at(-1)!;
    assert.equal(`${request.method} ${request.path}`, `PUT /base/points/${mpan}/appointMeteringService`);
    assert.equal(request.headers.authorization, 'Bearer token-0123456789');
    assert.deepEqual(JSON.parse(request.body.toString()), {
      act: 'appointMeteringService',
      mpan,
      args: { from: 'x' },
      dipId: '1000000001',
    });
  });

  it('blames the profile for a refusal and the environment for a failure, with an excerpt; never the participant', async () => {
    const run = () => refusal(triggers().run('appointMeteringService', mpan, {}));
    next = { status: 422, body: { error: 'no such MPAN' } };
    const refused = await run();
    assert.deepEqual([refused.code, refused.kind], ['TRIGGER_REFUSED', 'configuration']);
    assert.match(refused.message, /422: .*no such MPAN/);
    next = { status: 503, body: { error: 'down for maintenance' } };
    const failed = await run();
    assert.deepEqual([failed.code, failed.kind], ['TRIGGER_FAILED', 'environment']);
    assert.match(failed.message, /503: .*maintenance/);
  });

  it('does not follow redirects', async () => {
    next = { status: 302, headers: { location: 'https://elsewhere.example/' } };
    const error = await refusal(triggers().run('appointMeteringService', mpan, {}));
    assert.match(error.message, /302: a redirect to https:\/\/elsewhere\.example/);
  });

  it('blames the environment where nothing listens, nothing answers in time or the server is not trusted', async () => {
    const gone = triggers({ baseUrl: 'https://127.0.0.1:1' }).run('appointMeteringService', mpan, {});
    assert.match((await refusal(gone)).message, /ECONNREFUSED/);
    const foreign = await refusal(triggers({ ca: foreignCa }).run('appointMeteringService', mpan, {}));
    assert.equal(foreign.kind, 'environment');
    assert.equal(foreign.code, 'TRIGGER_UNREACHABLE');
    next = 'never';
    assert.match(
      (await refusal(triggers({}, 100).run('appointMeteringService', mpan, {}))).message,
      /nothing within 100 ms/,
    );
  });

  it('ends with its signal', async () => {
    next = 'never';
    const reason = new Error('interrupted');
    const run = triggers().run('appointMeteringService', mpan, {}, { signal: AbortSignal.abort(reason) });
    await assert.rejects(run, reason);
  });

  it('does not pretend to run what has no API', async () => {
    assert.equal((await refusal(triggers().run('appointDataService', mpan, {}))).code, 'TRIGGER_MANUAL');
    assert.equal((await refusal(triggers().run('switchPending', mpan, {}))).code, 'TRIGGER_ABSENT');
    assert.equal((await refusal(triggers().run('dayArrives', mpan, {}))).code, 'TRIGGER_ABSENT');
  });
});

describe('createProbes', () => {
  const identities = [{ dipId: '1000000001' } as ProfileIdentity];
  const probes = (at?: string) =>
    createProbes({
      profile: {
        identities,
        probes: { records: { method: 'GET', path: '/r/{mpan}?of={dipId}', ...(at ? { at } : {}) } },
      },
      connection,
    });
  const records = { mpan, appointments: [{ service: 'metering', dipId: '2000000021', from: 'x', status: 'active' }] };

  it('reads records, at a place within the answer too', async () => {
    next = { status: 200, body: records };
    assert.deepEqual(await probes().records(mpan), records);
    assert.equal(requests.at(-1)?.path, `/base/r/${mpan}?of=1000000001`);
    next = { status: 200, body: { data: { item: { ...records, extra: 1 } } } };
    assert.deepEqual(await probes('data.item').records(mpan, { dipId: '1' }), records);
    assert.equal(requests.at(-1)?.path, `/base/r/${mpan}?of=1`);
  });

  it('reads facts by block', async () => {
    const facts = { B068: { consentGranularity: 'D' }, B905List: [] };
    next = { status: 200, body: { ...records, facts } };
    assert.deepEqual((await probes().records(mpan)).facts, facts);
  });

  const wrong: [string, object, string | undefined, RegExp][] = [
    ['facts that are no blocks', { ...records, facts: { consent: 'D' } }, undefined, /facts: expected blocks by name/],
    [
      'a status that is none',
      { ...records, appointments: [{ ...records.appointments[0], status: 'on' }] },
      undefined,
      /appointments\[0\]\.status/,
    ],
    ['nothing at the place named', records, 'data.item', /data\.item: /],
    ['another MPAN', { ...records, mpan: '1' }, undefined, /mpan: expected 2000000000016, got 1/],
  ];
  for (const [name, body, at, says] of wrong) {
    it(`refuses ${name}`, async () => {
      next = { status: 200, body };
      const error = await refusal(probes(at).records(mpan));
      assert.equal(error.code, 'PROBE_ANSWER_WRONG');
      assert.equal(error.kind, 'configuration');
      assert.match(error.message, says);
    });
  }

  it('blames the profile where the probe is refused, the environment where it fails', async () => {
    next = { status: 404, body: {} };
    const refused = await refusal(probes().records(mpan));
    assert.deepEqual([refused.code, refused.kind], ['PROBE_REFUSED', 'configuration']);
    next = { status: 500, body: {} };
    const failed = await refusal(probes().records(mpan));
    assert.deepEqual([failed.code, failed.kind], ['PROBE_FAILED', 'environment']);
  });

  it('tells what came back, also where it cannot be used', async () => {
    const told: unknown[] = [];
    const asked = () =>
      probes().records(mpan, { answered: ({ status, data, bodySha256 }) => told.push([status, data, bodySha256]) });
    for (const answer of [
      { status: 200, body: records },
      { status: 200, body: { mpan: '1' } },
      { status: 500, body: {} },
    ]) {
      next = answer;
      await asked().catch(() => undefined);
      assert.deepEqual(told.pop(), [answer.status, answer.body, sha256Hex(JSON.stringify(answer.body))]);
    }
  });

  it('says when there is no probe', async () => {
    const none = createProbes({ profile: { identities, probes: {} }, connection });
    assert.equal(none.has('records'), false);
    assert.equal((await refusal(none.records(mpan))).code, 'PROBE_ABSENT');
  });
});
