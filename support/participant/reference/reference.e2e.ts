import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sampleMessage, validateMessage, wireTime, type Message } from '../../catalogue';
import {
  createAgent,
  createMtlsServer,
  createSigner,
  createVerifier,
  openCertificateStore,
  postSigned,
  standardResponseSchema,
  type Identity,
  type IncomingRequest,
  type MtlsServer,
} from '../../wire';
import { resolveConnection } from '../connection';
import { loadProfile } from '../load-profile';
import { createProbes } from '../probes';
import type { Profile } from '../profile';
import { resolveIdentity } from '../resolve-identity';
import { createTriggers } from '../triggers';
import { referenceConfig } from './config';
import { startReference, type ReferenceProcess } from './start';

const folder = mkdtempSync(path.join(tmpdir(), 'reference-'));
const stateDir = path.join(folder, 'state');
const logFile = path.join(folder, 'participant.log');
const mpan = '2000000000016';
const service = { dipId: '2000000021', mpid: 'META' };
const parties = [{ ...service, role: 'MSS' as const, name: 'Alder Metering' }];

/** A stand-in for the DIP: takes everything with 201 and tells who waits for a submission. */
const submissions = new EventEmitter();
const requests: IncomingRequest[] = [];
let dip: MtlsServer;
let dipIdentity: Identity;
let profile: Profile;
let reference: ReferenceProcess;
let dipUrl = '';
let dipStatus = 201;

const config = () =>
  referenceConfig(profile, {
    stateDir,
    dipUrl,
    environmentTag: 'DEV',
    effectiveDatesBeginAt: 'local',
    release: '2.1.0',
    parties,
    roles: ['SUP'],
  });

before(async () => {
  const store = await openCertificateStore(stateDir);
  dipIdentity = await store.identity('dip');
  dip = await createMtlsServer({
    identity: dipIdentity,
    trust: [store.ca],
    maxBodyBytes: 1_000_000,
    onRefused: () => undefined,
    onRequest: async (request) => {
      requests.push(request);
      if (/^\/dip-channel\/[^/]+$/.test(request.path)) submissions.emit('submission', request);
      return { status: dipStatus };
    },
  });
  dipUrl = await dip.listen();
  profile = await loadProfile(path.resolve(__dirname, '../../../fixtures/participants/reference.yaml'));
  reference = await startReference({ config: await config(), logFile });
});
after(async () => {
  await reference.stop();
  await dip.close();
  rmSync(folder, { recursive: true });
});

/** Delivers publications as the DIP does; `forged` signs another text than the one sent. */
async function publish(payloads: unknown[], forged = false) {
  const body = Buffer.from(JSON.stringify(payloads.map((payload) => ({ payload }))));
  const own = createSigner(dipIdentity.signing);
  const signer = { ...own, sign: (text: string) => own.sign(forged ? `${text} ` : text) };
  const agent = createAgent(dipIdentity);
  const answer = await postSigned({ agent, signer, url: reference.webhook, body, timeoutMs: 5_000 });
  agent.destroy();
  return {
    status: answer.status,
    items: standardResponseSchema.parse(JSON.parse(answer.body.toString())).messageArray,
  };
}

const gain = () => sampleMessage('IF-002', 'GainMPANInfo', { mpan, egress: true });

async function probes() {
  const connection = await resolveConnection(profile, 'probes', { stateDir, started: reference.triggers });
  return createProbes({ profile, connection });
}

describe('the reference participant', () => {
  it('registers its webhooks and its status webhook with its own certificate and API key', async () => {
    const store = await openCertificateStore(stateDir);
    const resolved = await resolveIdentity(profile, profile.identities[0]!, { stateDir });
    const verify = createVerifier({ trust: [store.ca] });
    const paths = requests.map((request) => request.path).sort();
    for (const channel of ['IF-001', 'IF-002', 'IF-032', 'IF-035', 'IF-036', 'IF-037']) {
      assert.ok(paths.includes(`/dip-channel/${channel}/pubconfig/1000000001`), channel);
    }
    assert.ok(!paths.some((each) => each.includes('IF-031')), 'a supplier receives no IF-031');
    assert.ok(paths.includes('/statusmessage/config/1000000001'));
    for (const request of requests) {
      assert.equal(request.headers['x-api-key'], resolved.apiKey);
      assert.deepEqual(verify(request), { ok: true, fingerprint: resolved.signingFingerprints[0] });
      assert.equal(request.clientFingerprint, resolved.transportFingerprints[0]);
    }
  });

  it('takes a signed IF-002, and refuses a broken one and one that is signed wrongly', async () => {
    const good = gain();
    const taken = await publish([good]);
    assert.equal(taken.status, 201);
    assert.equal(taken.items[0]?.transactionID, good.CommonBlock.D0?.transactionID);

    const broken = { ...gain(), CustomBlock: {} };
    const refused = await publish([broken]);
    assert.equal(refused.status, 400);
    assert.match(refused.items[0]?.message ?? '', /^RCP1001/);

    const forged = await publish([gain()], true);
    assert.equal(forged.status, 400);
    assert.match(forged.items[0]?.message ?? '', /^RCP9999/);
    assert.equal(forged.items[0]?.senderID, '1000000001');

    const records = await (await probes()).records(mpan);
    assert.deepEqual(records.booked, [good.CommonBlock.D0?.transactionID]);
  });

  it('acts on a trigger with a signed IF-031 and shows the proposal in its records', async () => {
    const connection = await resolveConnection(profile, 'triggers', { stateDir, started: reference.triggers });
    const triggers = createTriggers({ profile, connection });
    const waiting = once(submissions, 'submission') as Promise<[IncomingRequest]>;
    const args = { service, from: '2027-06-22', scenario: 'COS', contractReference: 'C1' };
    assert.equal((await triggers.run('appointMeteringService', mpan, args)).status, 202);
    const [request] = await waiting;
    const store = await openCertificateStore(stateDir);
    assert.equal(createVerifier({ trust: [store.ca] })(request).ok, true);
    assert.equal(request.path, '/dip-channel/IF-031');
    const [{ payload }] = JSON.parse(request.body.toString()) as [{ payload: Message }];
    assert.deepEqual(validateMessage(payload, 'ingress').ok, true);
    assert.equal(payload.CommonBlock.S1.senderDIPID, '1000000001');
    assert.ok(payload.CommonBlock.S1.senderTimestamp <= wireTime(new Date()));

    const { appointments } = await (await probes()).records(mpan);
    assert.deepEqual(
      appointments.map(({ dipId, from, status }) => ({ dipId, from, status })),
      [{ dipId: service.dipId, from: '2027-06-22T00:00:00+01:00', status: 'proposed' }],
    );
  });

  it('lets nobody trigger it without the token', async () => {
    const connection = (await resolveConnection(profile, 'triggers', { stateDir, started: reference.triggers }))!;
    const triggers = createTriggers({ profile, connection: { ...connection, token: 'guessed' } });
    await assert.rejects(triggers.run('appointMeteringService', mpan, {}), { code: 'TRIGGER_REFUSED', message: /401/ });
  });

  it('keeps secrets out of its log and its configuration off the disk', async () => {
    const { apiKeys, triggerToken } = await config();
    const log = readFileSync(logFile, 'utf8');
    assert.match(log, /IF-031 \[MSApp\] .* submitted: 201/);
    for (const secret of [triggerToken, ...Object.values(apiKeys)]) assert.ok(!log.includes(secret));
    assert.deepEqual(
      readdirSync(stateDir).filter((name) => /^reference-.*json$/.test(name)),
      [],
    );
  });

  it('ends when told, and then refuses connections', async () => {
    await reference.stop();
    await reference.ended;
    await assert.rejects((await probes()).records(mpan), { code: 'TRIGGER_UNREACHABLE' });
  });
});

describe('startReference', () => {
  it('says why it ended, with its last lines, when the DIP refuses its webhooks', async () => {
    dipStatus = 403;
    await assert.rejects(startReference({ config: await config(), logFile }), {
      code: 'PROCESS_ENDED',
      message: /exit code 1[\s\S]*REFERENCE_WEBHOOK_REFUSED[\s\S]*403/,
    });
    dipStatus = 201;
  });

  it('does not wait for ever', async () => {
    await assert.rejects(startReference({ config: await config(), logFile, readyWithinMs: 1 }), {
      code: 'PROCESS_NOT_READY',
    });
  });

  it('starts a process that ends with its parent: when its stdin ends', async () => {
    const main = path.join(__dirname, 'main.ts');
    const child = spawn(process.execPath, ['-r', 'ts-node/register', main], { stdio: 'pipe' });
    child.stdin.write(`${JSON.stringify(await config())}\n`);
    await once(child.stdout, 'data');
    const exit = once(child, 'exit');
    child.stdin.end();
    assert.deepEqual(await exit, [0, null]);
  });

  it('is stopped by its signal', async () => {
    const controller = new AbortController();
    const started = await startReference({ config: await config(), logFile, signal: controller.signal });
    controller.abort();
    await started.ended;
  });
});
