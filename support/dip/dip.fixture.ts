import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Message, sampleMessage, wireTime } from '../catalogue';
import { createLedger, type LedgerEntry, type LedgerInput, type WireFacts } from '../ledger';
import {
  type CertificateStore,
  createDipClient,
  createRedactor,
  type Identity,
  openCertificateStore,
  sha256Hex,
} from '../wire';
import type { DipAccess, DipParty, DirectoryEntry } from './types';
import { startDip } from './server';

export const mpan = '2000000000016';
export const ids = {
  sup: '2300000001',
  supOut: '2300000002',
  regs: '2400000001',
  ldso: '1000000001',
  mss: '3200000001',
  mssOld: '3200000002',
  sds: '3400000001',
  mds: '5000000001',
  ees: '5100000001',
  provider: '9000000001',
};

export const parties: DipParty[] = (
  [
    ['sup', 'SUP', 'SUPA'],
    ['supOut', 'SUP', 'SUPB'],
    ['regs', 'REGS', 'REGA'],
    ['ldso', 'LDSO', 'DISA'],
    ['mss', 'MSS', 'METS'],
    ['mssOld', 'MSS', 'METO'],
    ['sds', 'SDS', 'DATS'],
    ['mds', 'MDS', 'MDSA'],
    ['ees', 'EES', 'EESA'],
  ] as const
).map(([key, role, mpid]) => ({ dipId: ids[key], role, mpid, name: key }));

export const holder: DirectoryEntry = {
  supplier: ids.supOut,
  registration: ids.regs,
  distributor: ids.ldso,
  gspGroup: '_A',
  meteringService: ids.mssOld,
  dataService: ids.sds,
};

/** A valid message from one of the parties, sent now, with primary recipients if it is given any. */
export function message(interfaceId: string, event: string, from: string, to?: string[], custom = {}): Message {
  const sample = sampleMessage(interfaceId, event, { mpan, from, at: new Date(), custom });
  sample.CommonBlock.S1.senderRoleID = parties.find((p) => p.dipId === from)!.role;
  sample.CommonBlock.S1.senderTimestamp = wireTime(new Date());
  if (to) sample.CommonBlock.A0 = { primaryRecipients: to, secondaryRecipients: [], always: [] };
  return sample;
}

let identities: Promise<{ dip: Identity; sup: Identity; regs: Identity; foreign: Identity }> | undefined;

/** Identities of the DIP and two parties, and one of another authority. */
export function identitiesOf() {
  identities ??= (async () => {
    const [own, other] = await Promise.all([ownStore(), openCertificateStore(scratchDir())]);
    const [dip, sup, regs, foreign] = await Promise.all([
      ...['dip', 'sup', 'regs'].map((name) => own.identity(name)),
      other.identity('foreign'),
    ]);
    return { dip: dip!, sup: sup!, regs: regs!, foreign: foreign! };
  })();
  return identities;
}

let store: Promise<CertificateStore> | undefined;

/** The store that `identitiesOf` takes its own identities from. */
const ownStore = () => (store ??= openCertificateStore(scratchDir()));

/** An expired client certificate of the DIP, of the authority that everybody trusts. */
export const expired = async () => (await ownStore()).expired('dip');

/** A folder that is gone when the process ends. */
export function scratchDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'qualify-dip-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export const keyOf = (dipId: string) => `api-key-of-${dipId}`;

export function accessOf(dipId: string, identity: Identity, connectionProvider?: string): DipAccess {
  return {
    dipId,
    signingFingerprints: [identity.signing.fingerprint],
    transportFingerprints: [identity.transport.fingerprint],
    apiKeySha256: sha256Hex(keyOf(dipId)),
    ...(connectionProvider && { connectionProvider }),
  };
}

/** A DIP with a ledger of its own; SUP and REGS have certificates, the MPAN is seeded. */
export async function dipForTest(options: Partial<Parameters<typeof startDip>[0]> = {}) {
  const { dip: identity, sup, regs } = await identitiesOf();
  const ledger = createLedger();
  const facts = new Map<number, WireFacts>();
  const record = (input: LedgerInput, known: WireFacts): LedgerEntry => {
    const entry = ledger.append(input);
    facts.set(entry.seq, known);
    return entry;
  };
  const dip = await startDip({
    identity,
    trust: [identity.ca],
    environmentTag: 'DEV',
    parties,
    access: [accessOf(ids.sup, sup), accessOf(ids.regs, regs)],
    limits: { deliveryTimeoutMs: 2000, retryDelaysMs: [1, 1], signatureSkewMs: 60_000, maxBodyBytes: 1024 * 1024 },
    record,
    redact: createRedactor([keyOf(ids.sup), keyOf(ids.regs)]),
    ...options,
  });
  dip.seed(mpan, holder);
  const client = createDipClient({ identity: sup, dipId: ids.sup, apiKey: keyOf(ids.sup), baseUrl: dip.url });
  const entries = (kind: string, to?: string) =>
    ledger.entries().filter((e) => e.kind === kind && (to === undefined || e.to === to));
  return {
    dip,
    client,
    entries,
    factsOf: (entry: LedgerEntry | undefined) => facts.get(entry!.seq)!,
    all: () => ledger.entries(),
    async close() {
      client.close();
      await dip.close();
    },
  };
}
