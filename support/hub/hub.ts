import { createHash } from 'node:crypto';
import { controlErrors, errorsOf } from '../errors';
import { dipIdentity } from '../control';
import { startFrontDoor, type FrontDoor } from '../dip';
import { loadAssumptions, loadEnvironment, speakRelease } from '../stage';
import { loadIdentity, openCertificateStore, type Identity } from '../wire';
import type { HubConfig } from './config';
import { startControlServer, type ControlServer } from './control-server';
import { createHouses } from './houses';
import { processMetrics, tenantGauges } from './hub-metrics';
import { hubState } from './hub-state';
import { silent, type Log } from './log';
import { createMetrics } from './metrics';
import { openApi } from './open-api';
import { operatorApi } from './operator-api';
import { createParticipants } from './participants';
import { assertOwn } from './registry';
import type { Tenant } from './tenant';
import { maxBodyBytes } from './tenant-dip';
import { createCounters } from './tenant-metrics';

const raise = errorsOf(controlErrors);

export interface Hub {
  /** Address of the control API and of the console. */
  control: string;
  /** Base address of the simulated DIP. */
  dip: string;
  tenants(): readonly Tenant[];
  /** Lets requests under way finish and writes everything. */
  close(): Promise<void>;
}

export interface HubOptions {
  /** Told, in a hub that does not stand, that the ledger or the journal cannot be written any more. */
  onFault?(error: Error): void;
  log?: Log;
}

/** Starts the worlds of all tenants, one front door for them, and the control API. */
export async function startHub(config: HubConfig, { onFault, log = silent }: HubOptions = {}): Promise<Hub> {
  const assumptions = await loadAssumptions(config.assumptionsFile);
  const environment = await loadEnvironment(config.environmentFile, assumptions);
  speakRelease(environment, config.stateDir);
  const { standing, listen, control: place } = config;
  const { operatorToken } = place;
  const identity = await identityOf(config);
  const state = hubState(config.stateDir);
  const metrics = createMetrics();
  const counters = createCounters(metrics);
  const houses = createHouses({
    metrics,
    authority: identity.ca,
    world: (name) => ({
      ...{ config, environment, identity, counters, log },
      ...(standing && operatorToken ? { marketFile: state.marketFile(name) } : {}),
      ...(onFault ? { onFault } : {}),
    }),
  });
  const simulated = environment.parties;
  const participants = createParticipants({ houses, state, simulated, log });

  let door: FrontDoor | undefined;
  let control: ControlServer | undefined;

  async function close(): Promise<void> {
    await participants.settled();
    await door?.close();
    await houses.close();
    await control?.close();
  }

  async function house(): Promise<void> {
    for (const one of config.tenants) {
      if (houses.get(one.name)) throw raise('HUB_TENANT_TWICE', { name: one.name });
      if (standing) assertOwn(one, config.tenants, simulated);
      await houses.add(one, false);
    }
    if (operatorToken) await participants.restore();
  }

  async function open(): Promise<Hub> {
    await house();
    door = await startFrontDoor({
      ...{ identity, maxBodyBytes, host: listen.host, port: listen.port, trust: houses.trust() },
      ...(standing ? { fingerprints: houses.fingerprints } : {}),
      ...(listen.publicBase ? { publicBase: listen.publicBase } : {}),
      ...(listen.proxy ? { proxy: listen.proxy } : {}),
      dips: () => houses.tenants().map(({ dip }) => dip),
      onStranger: ({ reason, fingerprint }) => log.warn('stranger-refused', { reason, certificate: fingerprint }),
      onFault: (error) =>
        log.error('request-failed', { problem: error instanceof Error ? error.message : String(error) }),
    });
    houses.behind(door);
    tenantGauges(metrics, houses.tenants);
    processMetrics(metrics);

    const operator = operatorApi({ houses, participants, metrics, simulated });
    control = await startControlServer({
      bearer(token) {
        const hash = hashOf(token);
        if (operatorToken && hashOf(operatorToken) === hash) return operator;
        return houses.list().find(({ tenant }) => hashOf(tenant.token) === hash)?.api;
      },
      open: openApi(houses.tenants),
      ...{ host: place.host, port: place.port },
    });

    return { control: control.url, dip: door.url, tenants: houses.tenants, close };
  }

  // What was opened before something failed would keep the process, or a port, for ever.
  return open().catch(async (error: unknown) => {
    await close();
    throw error;
  });
}

// Compared by hash, so that the time it takes tells nothing of the token.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

async function identityOf({ stateDir, listen }: HubConfig): Promise<Identity> {
  const store = await openCertificateStore(stateDir);
  return listen.identity ? loadIdentity(listen.identity, store.ca) : store.identity(dipIdentity);
}
