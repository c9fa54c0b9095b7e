import { randomUUID } from 'node:crypto';
import { controlErrors, errorsOf } from '../errors';
import type { Dip } from '../dip';
import { createActor, type Actor, type Market, type Party } from '../market';
import type { Leases } from './leases';

const raise = errorsOf(controlErrors);

/** The simulated parties of the market, each made when it is first needed. */
export function createActors(options: {
  simulated: readonly Party[];
  market: Market;
  dip: Dip;
  leases: Leases;
  environmentTag: string;
}): { of(dipId: string): Actor } {
  const { simulated, market, dip, leases, environmentTag } = options;
  const actors = new Map<string, Actor>();

  function make(party: Party): Actor {
    const actor = createActor({
      party,
      market,
      environmentTag,
      now: () => new Date(),
      unique: () => randomUUID().replaceAll('-', ''),
      meteringPoint(mpan) {
        const point = leases.of(mpan)?.meteringPoint;
        return { distributor: point?.distributor ?? '0000000000', gspGroup: point?.gspGroup ?? '_A' };
      },
      send(messages) {
        for (const { interface: channel, message } of messages) dip.submit(party.dipId, channel, [message]);
      },
    });
    actors.set(party.dipId, actor);
    return actor;
  }

  for (const party of simulated) {
    dip.attach(party.dipId, (payload) => void (actors.get(party.dipId) ?? make(party)).receive(payload));
  }

  return {
    of(dipId) {
      const party = simulated.find((candidate) => candidate.dipId === dipId);
      if (!party) throw raise('PARTY_NOT_SIMULATED', { dipId });
      return actors.get(dipId) ?? make(party);
    },
  };
}
