import { randomUUID } from 'node:crypto';
import { controlErrors, errorsOf } from '../errors';
import type { Dip } from '../dip';
import { createActor, type Actor, type ActorMemory, type Market, type MeteringPoint, type Party } from '../market';
import type { Leases } from './leases';

const raise = errorsOf(controlErrors);

export interface ActorsOptions {
  simulated: readonly Party[];
  market: Market;
  dip: Dip;
  leases: Leases;
  environmentTag: string;
  /** What the actors of an earlier process held, by DIP ID. */
  memory?: Readonly<Record<string, Record<string, ActorMemory>>>;
  /** Facts of an MPAN that the party holds from the start: it is given them when it first meets the MPAN. */
  held?(dipId: string, mpan: string): MeteringPoint | undefined;
}

export interface Actors {
  /** PARTY_NOT_SIMULATED. */
  of(dipId: string): Pick<Actor, 'act' | 'instruct' | 'records'>;
  /** What all hold, by DIP ID. */
  memory(): Record<string, Record<string, ActorMemory>>;
}

/** The simulated parties of the market, each made when it is first needed. */
export function createActors(options: ActorsOptions): Actors {
  const { simulated, market, dip, leases, environmentTag, held = () => undefined } = options;
  const actors = new Map<string, Actor>();
  const met = new Set<string>();
  for (const [dipId, memory] of Object.entries(options.memory ?? {})) {
    for (const mpan of Object.keys(memory)) met.add(`${dipId} ${mpan}`);
  }

  function make(party: Party): Actor {
    const memory = options.memory?.[party.dipId];
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
        for (const { interface: channel, message } of messages) void dip.submit(party.dipId, channel, [message]);
      },
      ...(memory ? { memory } : {}),
    });
    actors.set(party.dipId, actor);
    return actor;
  }

  /** The actor of a party, which knows of the MPAN what it has held from the start. */
  function meeting(party: Party, mpan: string | undefined): Actor {
    const actor = actors.get(party.dipId) ?? make(party);
    const key = `${party.dipId} ${mpan}`;
    if (mpan === undefined || met.has(key)) return actor;
    const point = held(party.dipId, mpan);
    if (!point) return actor;
    met.add(key);
    actor.act(mpan, 'loadMeteringPoint', point);
    return actor;
  }

  for (const party of simulated) {
    dip.attach(party.dipId, (payload) => {
      const { M0, M1 } = payload.CommonBlock;
      meeting(party, M0?.MPANCore ?? M1?.principalMPAN).receive(payload);
    });
  }

  return {
    of(dipId) {
      const party = simulated.find((candidate) => candidate.dipId === dipId);
      if (!party) throw raise('PARTY_NOT_SIMULATED', { dipId });
      return {
        act: (mpan, name, args) => meeting(party, mpan).act(mpan, name, args),
        instruct: (mpan, instruction) => meeting(party, mpan).instruct(mpan, instruction),
        records: (mpan) => meeting(party, mpan).records(mpan),
      };
    },
    memory: () => ({
      ...options.memory,
      ...Object.fromEntries([...actors].map(([dipId, actor]) => [dipId, actor.memory()])),
    }),
  };
}
