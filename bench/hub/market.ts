import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mpanWithCheckDigit } from '../../support/catalogue';
import { createDip } from '../../support/dip';
import {
  createRedactor,
  openCertificateStore,
  sha256Hex,
  type CertificateStore,
  type Identity,
} from '../../support/wire';

const fixtures = path.resolve(__dirname, '../../fixtures');
const tenant = 'measured';

/** A party that speaks for itself: it has keys, certificates and, where it is told, one webhook for every channel. */
export interface MarketParty {
  dipId: string;
  mpid: string;
  role: string;
  webhook?: string;
}

export interface Member extends MarketParty {
  identity: Identity;
  apiKey: string;
}

export interface Market {
  /** The configuration with which a hub is started. */
  config: string;
  log: string;
  store: CertificateStore;
  members: Map<string, Member>;
}

export interface MarketOptions {
  /** A folder of its own, which holds all state. */
  dir: string;
  parties: readonly MarketParty[];
  /** Roles of which the bundled market has no party. */
  without?: readonly string[];
  /** Whom the DIP's directory names as supplier and as distributor of the MPANs. */
  holder?: string;
  /** Milliseconds before the second, third … attempt at a delivery. */
  retriesMs?: readonly number[];
  /** Port of the simulated DIP; 0 takes a free one. */
  port?: number;
}

/** Test MPANs of the bundled pool. */
export const mpans = Array.from({ length: 500 }, (_, index) => mpanWithCheckDigit(String(990_000_000_000 + index)));

/** Certificates, environment and configuration of a standing hub with these parties and one tenant. */
export async function openMarket(o: MarketOptions): Promise<Market> {
  const stateDir = path.join(o.dir, 'state');
  mkdirSync(o.dir, { recursive: true, mode: 0o700 });
  const store = await openCertificateStore(stateDir);
  const members = new Map<string, Member>();
  for (const party of o.parties) {
    const identity = await store.identity(`party-${party.dipId}`);
    members.set(party.dipId, { ...party, identity, apiKey: `key-of-${party.dipId}-${sha256Hex(o.dir).slice(0, 20)}` });
  }
  const file = (name: string, text: string) => {
    writeFileSync(path.join(o.dir, name), text, { mode: 0o600 });
    return path.join(o.dir, name);
  };
  const journalDir = path.join(o.dir, 'journal');
  if (o.holder !== undefined) await keepDirectory(journalDir, o.holder, await store.identity('simulated-dip'));
  const token = sha256Hex(`token ${o.dir}`);
  const hub = {
    stateDir,
    environmentFile: file('environment.yaml', environmentOf(o)),
    assumptionsFile: path.join(fixtures, 'assumptions/assumptions.yaml'),
    listen: { port: o.port ?? 0 },
    control: { operatorToken: sha256Hex(`operator ${o.dir}`) },
    standing: true,
    tenants: [
      {
        ...{ name: tenant, token, trust: [] },
        ledgerFile: path.join(o.dir, 'ledgers/ledger.ndjson'),
        journalDir,
        parties: [...members.values()].map(ownParty),
        secrets: [...members.values()].map(({ apiKey }) => apiKey),
      },
    ],
  };
  return { config: file('hub.json', JSON.stringify(hub)), log: path.join(o.dir, 'hub.log'), store, members };
}

function ownParty({ dipId, mpid, role, webhook, identity, apiKey }: Member) {
  return {
    ...{ dipId, mpid, role, name: `Party ${dipId}`, connectionProvider: null },
    signingFingerprints: [identity.signing.fingerprint],
    transportFingerprints: [identity.transport.fingerprint],
    apiKeySha256: sha256Hex(apiKey),
    webhooks: webhook === undefined ? null : { default: webhook, publications: {}, status: `${webhook}/status` },
  };
}

// As an earlier process of a standing hub would have left it: the DIP remembers its directory in its journal.
async function keepDirectory(dir: string, holder: string, identity: Identity): Promise<void> {
  const dip = await createDip({
    ...{ identity, trust: [identity.ca], environmentTag: 'DEV', parties: [], access: [] },
    limits: { deliveryTimeoutMs: 1_000, retryDelaysMs: [], signatureSkewMs: 1_000, maxBodyBytes: 1_000 },
    record: () => {
      throw new Error('nothing is said to it');
    },
    redact: createRedactor([]),
    journal: { dir },
  });
  const held = { supplier: holder, registration: '2000000011', distributor: holder, gspGroup: '_A' };
  for (const mpan of mpans) dip.seed(mpan, { ...held, meteringService: null, dataService: null });
  await dip.close();
}

function environmentOf({ without = [], retriesMs }: MarketOptions): string {
  const lines = readFileSync(path.join(fixtures, 'environments/pit.yaml'), 'utf8').split('\n');
  return lines
    .filter((line) => !without.some((role) => line.includes(`role: ${role},`)))
    .join('\n')
    .replaceAll('../', `${fixtures.replaceAll('\\', '/')}/`)
    .replace(/retries: \{ value: \[.*?\]/, (found) =>
      retriesMs ? `retries: { value: [${retriesMs.map((ms) => `${ms}ms`).join(', ')}]` : found,
    );
}
