import type { FrontDoor } from '../dip';
import type { Api } from './api';
import type { TenantConfig } from './config';
import type { Metrics } from './metrics';
import { createTenant, type Tenant, type World } from './tenant';
import { tenantApi } from './tenant-api';
import { stateOf } from './tenant-state';

export interface House {
  config: TenantConfig;
  tenant: Tenant;
  api: Api;
  /** Registered while a hub ran. */
  registered: boolean;
}

/** The tenants of a hub, by name. */
export interface Houses {
  list(): readonly House[];
  get(name: string): House | undefined;
  add(config: TenantConfig, registered: boolean): Promise<void>;
  remove(name: string): Promise<void>;
  tenants(): readonly Tenant[];
  /** PEMs of the authorities that clients' certificates may come from. */
  trust(): string[];
  /** Client certificates that are bound to a DIP ID. */
  fingerprints(): ReadonlySet<string>;
  /** The door that must be told who is trusted, and whose address the tenants see. */
  behind(door: FrontDoor): void;
  close(): Promise<void>;
}

export function createHouses(o: { world(name: string): World; metrics: Metrics; authority: string }): Houses {
  const houses = new Map<string, House>();
  let tenants: readonly Tenant[] = [];
  let fingerprints: ReadonlySet<string> = new Set();
  let door: FrontDoor | undefined;

  const trust = () => [...new Set([o.authority, ...tenants.flatMap((tenant) => tenant.trust)])];

  function changed(): void {
    tenants = [...houses.values()].map(({ tenant }) => tenant);
    const parties = [...houses.values()].flatMap(({ config }) => config.parties);
    fingerprints = new Set(parties.flatMap((party) => party.transportFingerprints));
    door?.setTrust(trust());
  }

  return {
    list: () => [...houses.values()],
    get: (name) => houses.get(name),
    async add(config, registered) {
      const { name } = config;
      const world = o.world(name);
      const tenant = await createTenant(config, world);
      const api = tenantApi({
        controls: tenant.controls,
        state: () => stateOf(tenant, world.environment, door?.url ?? ''),
        metrics: () => o.metrics.text((labels) => labels.tenant === name),
      });
      houses.set(name, { config, tenant, api, registered });
      changed();
    },
    async remove(name) {
      const gone = houses.get(name);
      if (!gone) return;
      houses.delete(name);
      changed();
      gone.api.close();
      await gone.tenant.close();
      o.metrics.forget(({ tenant }) => tenant === name);
    },
    tenants: () => tenants,
    trust,
    fingerprints: () => fingerprints,
    behind: (one) => void (door = one),
    async close() {
      for (const { api } of houses.values()) api.close();
      await Promise.all(tenants.map((tenant) => tenant.close()));
    },
  };
}
