import type { Party } from '../market';
import type { Environment } from '../stage';
import type { Tenant } from './tenant';

const brief = ({ dipId, mpid, role, name }: Party) => ({ dipId, mpid, role, name });

/** How the world of a tenant stands, for its bearer: names and counts, no messages. */
export function stateOf(tenant: Tenant, environment: Environment, dipUrl: string) {
  const { queues, webhooks, deadLetters } = tenant.dip.status();
  return {
    tenant: tenant.name,
    dip: dipUrl,
    environment: { name: environment.name, tag: environment.environmentTag, release: environment.release },
    health: tenant.health(),
    participant: tenant.own.map(brief),
    simulated: tenant.simulated.map(brief),
    webhooks,
    queues,
    backlog: queues.reduce((sum, { waiting }) => sum + waiting, 0),
    deadLetters,
    faults: tenant.dip.faults(),
  };
}

/** The same for the operator: health and counts of each tenant. */
export function countsOf(tenant: Tenant) {
  const { queues, deadLetters } = tenant.dip.status();
  return {
    tenant: tenant.name,
    parties: tenant.own.length,
    health: tenant.health(),
    backlog: queues.reduce((sum, { waiting }) => sum + waiting, 0),
    stalled: queues.filter(({ stalled }) => stalled).length,
    deadLetters,
  };
}
