import { participantRequest } from '../control';
import type { Party } from '../market';
import { createApi, posted, type Api } from './api';
import { together } from './health';
import type { Houses } from './houses';
import { metricsType, type Metrics } from './metrics';
import type { Participants } from './participants';
import { countsOf } from './tenant-state';

export interface Operated {
  houses: Pick<Houses, 'list' | 'tenants'>;
  participants: Pick<Participants, 'register' | 'remove'>;
  metrics: Metrics;
  simulated: readonly Party[];
}

/** The part of the control API for the operator of a hub: who is there, and how they stand; no messages. */
export function operatorApi({ houses, participants, metrics, simulated }: Operated): Api {
  return createApi({
    'GET /state': () => {
      const tenants = houses.tenants().map(countsOf);
      return { json: { operator: true, health: together(tenants.map(({ health }) => health)), tenants } };
    },
    'GET /metrics': () => ({ text: metrics.text(), type: metricsType }),
    'GET /participants': () => ({
      json: {
        participants: houses.list().map(({ tenant: { name, own }, registered }) => ({
          ...{ name, registered },
          parties: own.map(({ dipId, mpid, role }) => ({ dipId, mpid, role })),
        })),
        simulated,
      },
    }),
    'POST /participants': posted(participantRequest, (request) => participants.register(request)),
    'DELETE /participants/:name': async ({ params }) => {
      await participants.remove(params.name!);
      return { json: {} };
    },
  });
}
