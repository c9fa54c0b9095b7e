import { isRole, type RoleCode } from '../catalogue';
import { controlErrors, errorsOf } from '../errors';
import type { Dip } from '../dip';
import type { Ledger, LedgerInput, WireFacts } from '../ledger';
import type { Party } from '../market';
import { faultSpecs, limitOf, loadPool, loadStandingData, type Environment } from '../stage';
import { createRedactor, type Identity } from '../wire';
import { createActors, type Actors } from './actors';
import type { HubConfig, TenantConfig } from './config';
import type { Controls } from './controls';
import type { Health, Trouble } from './health';
import { createLeases } from './leases';
import type { Log } from './log';
import { createMarketSaver, readMarket, type MarketSaver } from './market-file';
import { createRecorder } from './recorder';
import { heldAtStart, loadAll, standingPositions } from './standing-market';
import { tenantControls } from './tenant-controls';
import { backlog, tenantDip } from './tenant-dip';
import { ledgerOf } from './tenant-ledger';
import type { HubCounters } from './tenant-metrics';
import { registerWebhooks } from './tenant-webhooks';
import { createTroubles } from './troubles';

const raise = errorsOf(controlErrors);

/** Entries that a standing hub remembers for the checks of later ones. */
const remember = 5_000;

/** What a tenant shares with the others of its process: nothing that one of them could change. */
export interface World {
  config: Pick<HubConfig, 'standing' | 'webhookHosts' | 'trust' | 'keep' | 'stateDir' | 'listen'>;
  environment: Environment;
  /** The DIP's own certificates; its `ca` is the authority of the state folder. */
  identity: Identity;
  counters: HubCounters;
  log: Log;
  /** Keeps what the simulated parties hold over a restart. */
  marketFile?: string;
  /** The ledger or the journal cannot be written: ends a run; a standing hub shows it instead. */
  onFault?(error: Error): void;
}

/** A whole world of its own: a DIP with its directory, queues and journal, simulated parties, a ledger and a token. */
export interface Tenant {
  name: string;
  token: string;
  /** PEMs of the authorities that its clients' certificates come from. */
  trust: readonly string[];
  own: readonly Party[];
  simulated: readonly Party[];
  dip: Dip;
  ledger: Ledger;
  controls: Controls;
  health(): Health;
  /** Everything is written; what is not delivered yet is delivered after the next start. */
  close(): Promise<void>;
}

/** Makes the world of a tenant. REQUEST_WRONG for a role that is none; POSITION_UNFILLED in a standing hub. */
export async function createTenant(tenant: TenantConfig, world: World): Promise<Tenant> {
  const { environment, config, counters, log, marketFile } = world;
  const { name } = tenant;
  const own: Party[] = tenant.parties.map((party) => ({
    ...{ dipId: party.dipId, mpid: party.mpid, role: roleOf(party.role), name: party.name },
  }));
  const ownIds = new Set(own.map(({ dipId }) => dipId));
  const simulated = environment.parties.filter(({ dipId }) => !ownIds.has(dipId));
  const parties = [...simulated, ...own];
  const troubles = createTroubles(backlog);
  let saver: MarketSaver | undefined;

  const faulty = (what: Trouble) => (error: Error) => {
    log.error(what, { tenant: name, problem: error.message });
    troubles.add(what);
    if (!config.standing) world.onFault?.(error);
  };

  // A market that stands is not used up; a run spends what it leases.
  const pool = await loadPool(
    tenant.pool ?? environment.pool,
    config.standing ? {} : { stateDir: config.stateDir, spends: true },
  );
  const ledger = ledgerOf(tenant, config, faulty('ledger-not-writable'));
  const leases = createLeases(pool, parties, () => new Date());
  const append = createRecorder({
    ...{ ledger, leases, parties, own: ownIds },
    levels: Object.fromEntries(Object.entries(environment.levels).map(([id, { level }]) => [id, level])),
    answerWithinMs: limitOf(environment, 'webhookAnswer').ms,
    ...(config.standing ? { remember } : {}),
  });
  const record = (input: LedgerInput, facts: WireFacts) => {
    const entry = append(input, facts);
    counters.recorded(name, entry);
    // It was written before it was accepted.
    if (entry.kind === 'accepted') troubles.end('journal-not-writable');
    if (entry.mpan !== undefined) saver?.touch();
    if (entry.kind === 'refused' && entry.to !== 'DIP') {
      log.warn('dead-letter', { tenant: name, to: entry.to, channel: entry.interface, reason: entry.name });
    }
    return entry;
  };

  const redact = createRedactor([...tenant.secrets, tenant.token]);
  const { identity } = world;
  const onFault = faulty('journal-not-writable');
  const inner = await tenantDip({ tenant, config, environment, identity, parties, record, redact, onFault });
  async function close(): Promise<void> {
    await inner.close();
    await saver?.close();
    await ledger.close();
  }

  /** Webhooks, simulated parties and faults; then what an earlier process owes goes out. */
  async function furnish(): Promise<Actors> {
    for (const party of tenant.parties) registerWebhooks(inner, party);

    const actors = createActors({
      ...{ simulated, dip: inner, leases, environmentTag: environment.environmentTag },
      market: {
        parties,
        effectiveDatesBeginAt: environment.settings.effectiveDatesBeginAt,
        standing: await loadStandingData(environment.standingData),
      },
      ...(marketFile ? { memory: await readMarket(marketFile) } : {}),
      ...(config.standing ? { held: (dipId, mpan) => heldAtStart(leases, dipId, mpan) } : {}),
    });
    if (config.standing) {
      const mpans = loadAll(leases, standingPositions(own, simulated), inner, parties);
      log.info('market-loaded', { tenant: name, parties: simulated.length, mpans });
    }
    if (marketFile) {
      saver = createMarketSaver({ file: marketFile, take: actors.memory, onFault: faulty('market-not-writable') });
    }
    for (const fault of faultSpecs(environment)) inner.fault(fault, { by: 'environment file' });
    inner.resume();
    return actors;
  }

  const actors = await furnish().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const dip: Dip = {
    ...inner,
    async handle(request) {
      const began = performance.now();
      const answer = await inner.handle(request);
      const ms = performance.now() - began;
      counters.answered(name, request, answer.status, ms);
      log.debug('request', { tenant: name, method: request.method, status: answer.status, ms: Math.round(ms) });
      return answer;
    },
  };

  return {
    ...{ name, token: tenant.token, trust: [...config.trust, ...tenant.trust], own, simulated, dip, ledger },
    controls: tenantControls({ dip, ledger, leases, actors, own, record, redact }),
    health: () => troubles.health(inner),
    close,
  };
}

function roleOf(role: string): RoleCode {
  if (!isRole(role)) throw raise('REQUEST_WRONG', { problem: `there is no role ${role}` });
  return role;
}
