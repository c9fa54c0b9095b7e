import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { createControlClient, type OwnParty } from '../control';
import type { Ledger, LedgerEntry } from '../ledger';
import { bind } from '../stage';
import { scratchDir } from '../testing';
import { createWebhookReceiver, openCertificateStore, sha256Hex } from '../wire';
import { hubConfig, startHub } from '.';

const fixtures = path.resolve(__dirname, '../../fixtures');
const cleanUp: (() => Promise<void> | void)[] = [];
after(async () => {
  for (const close of cleanUp.reverse()) await close();
});

const own = { dipId: '1000000001', role: 'SUP' as const };
const market = [
  ['2000000001', 'SUP'],
  ['2000000011', 'REGS'],
  ['2000000012', 'LDSO'],
  ['2000000021', 'MSS'],
  ['2000000022', 'MSS'],
  ['2000000041', 'SDS'],
  ['2000000042', 'SDS'],
].map(([dipId, role]) => ({ dipId: dipId!, role: role as 'SUP' }));

async function start(parties: OwnParty[] = [], stateDir = scratchDir(), trust: string[] = []) {
  const hub = await startHub(
    hubConfig.parse({
      stateDir,
      environmentFile: path.join(fixtures, 'environments/pit.yaml'),
      assumptionsFile: path.join(fixtures, 'assumptions/assumptions.yaml'),
      tenants: [{ name: 'own', token: 'token', ledgerFile: null, journalDir: null, parties, trust, secrets: [] }],
    }),
  );
  const control = createControlClient({ url: hub.control, token: 'token' });
  cleanUp.push(
    () => hub.close(),
    () => control.close(),
  );
  return { ledger: hub.tenants()[0]!.ledger, control };
}

function seen(ledger: Ledger, look: (entry: LedgerEntry) => boolean): Promise<LedgerEntry> {
  return new Promise((resolve) => {
    const stop = ledger.subscribe((entry) => {
      if (!look(entry)) return;
      resolve(entry);
      setImmediate(() => stop());
    }, 1);
  });
}

async function leased({ control }: Awaited<ReturnType<typeof start>>, tags: string[] = []) {
  const { positions } = bind(tags, [own], market.concat({ dipId: '2000000002', role: 'SUP' }));
  const scenario = 'MQ-BP001-010';
  const lease = await control.lease({ scenario, label: 'A', kind: { segment: 'S' }, positions });
  const origin = { scenario, step: 'a switch is pending', mpan: lease.mpan };
  const supplier = { dipId: positions['SUP (incoming)']!, mpid: tags.length > 0 ? 'REFS' : 'LARC' };
  const args = { registrationId: 'SW-1', supplier, supplyStartDate: '2027-06-22' };
  const pending = () => control.act({ ...origin, dipId: positions.REGS!, act: 'switchPending', args });
  return { lease, positions, origin, pending };
}

const gain = (entry: LedgerEntry) => entry.interface === 'IF-002' && entry.event === 'GainMPANInfo';

test('a pending switch of a leased MPAN makes the simulated market send IF-002', async () => {
  const started = await start();
  const { lease, positions, pending, origin } = await leased(started);
  const before = started.ledger.entries(lease.seq).map((entry) => [entry.name, entry.position]);
  assert.deepEqual(
    before.sort(),
    ['MSS (incumbent)', 'REGS', 'SDS (incumbent)', 'SUP (outgoing)'].map((one) => ['loadMeteringPoint', one]),
  );
  const accepted = seen(started.ledger, (entry) => entry.kind === 'accepted' && gain(entry));
  await pending();
  const { from, mpan, scenario, position, checks } = await accepted;
  assert.deepEqual([from, mpan, scenario, position], [positions.REGS, lease.mpan, origin.scenario, 'REGS']);
  assert.deepEqual(
    checks.filter(({ status }) => status === 'fail'),
    [],
  );
  const act = started.ledger.entries().find((entry) => entry.name === 'switchPending');
  assert.deepEqual([act?.kind, act?.step, act?.position], ['act', origin.step, 'REGS']);
  assert.equal((await started.control.idle()) ?? 'idle', 'idle');
});

test('an act that a participant was triggered to do is recorded and not carried out', async () => {
  const started = await start();
  const { origin, positions } = await leased(started);
  const triggered = { how: 'api' as const, status: 202, ms: 12 };
  const { registrationId, ...rest } = { registrationId: 'SW-1', supplyStartDate: '2027-06-22' };
  const args = { registrationId, supplier: { dipId: positions['SUP (incoming)'], mpid: 'LARC' }, ...rest };
  await started.control.act({ ...origin, dipId: positions.REGS!, act: 'switchPending', args, triggered });
  await started.control.idle();
  const entries = started.ledger.entries();
  assert.equal(entries.find((entry) => entry.name === 'switchPending')?.ms, 12);
  assert.equal(entries.filter(gain).length, 0);
});

test('who is not simulated cannot be told anything', async () => {
  const started = await start();
  const { origin } = await leased(started);
  const stranger = { ...origin, dipId: '1000000001' };
  await assert.rejects(started.control.act({ ...stranger, act: 'dayArrives', args: {} }), {
    code: 'PARTY_NOT_SIMULATED',
  });
  await assert.rejects(started.control.records('1000000001', origin.mpan), { code: 'PARTY_NOT_SIMULATED' });
});

test('webhooks that the harness was given are registered: the publication arrives there', async () => {
  const stateDir = scratchDir();
  const store = await openCertificateStore(stateDir);
  const [identity, dip] = [await store.identity('own'), await store.identity('simulated-dip')];
  let arrived: (payload: unknown) => void = () => undefined;
  const publication = new Promise<unknown>((resolve) => (arrived = resolve));
  const webhook = await createWebhookReceiver({
    identity,
    trust: [store.ca],
    dipFingerprints: [dip.signing.fingerprint],
    onPublications: async (items) => {
      arrived(items[0]?.payload);
      return { status: 201, items: [] };
    },
    onStatus: async () => undefined,
  });
  cleanUp.push(() => webhook.close());
  const party: OwnParty = {
    ...own,
    mpid: 'REFS',
    name: 'own',
    connectionProvider: null,
    signingFingerprints: [identity.signing.fingerprint],
    transportFingerprints: [identity.transport.fingerprint],
    apiKeySha256: sha256Hex('key'),
    webhooks: { default: `${await webhook.listen()}/in`, publications: {}, status: null },
  };
  const started = await start([party], stateDir);
  const { pending, lease } = await leased(started, ['@role:SUP']);
  const answered = seen(started.ledger, (entry) => entry.kind === 'answered' && entry.from === own.dipId);
  await pending();
  const { CommonBlock } = (await publication) as { CommonBlock: { M0: { MPANCore: string } } };
  assert.equal(CommonBlock.M0.MPANCore, lease.mpan);
  const failed = (await answered).checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
  assert.ok(failed.includes('webhook-answer'), 'an empty answer names no transaction');
});

test('a role that is none is refused before anything is started', async () => {
  const party = { ...own, role: 'SUPP', mpid: 'REFS', name: 'x', connectionProvider: null, webhooks: null };
  const access = { signingFingerprints: [], transportFingerprints: [], apiKeySha256: '' };
  await assert.rejects(start([{ ...party, ...access }]), { code: 'REQUEST_WRONG', message: /SUPP/ });
});
