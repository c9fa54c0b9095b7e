import { serviceRole, type RoleCode } from '../catalogue';
import type { LeaseRequest } from '../control';
import { controlErrors, errorsOf } from '../errors';
import type { MeteringPoint, Party } from '../market';
import { heldSince, statedPositions, suitsPositions, type Pool, type TestMpan } from '../stage';

const raise = errorsOf(controlErrors);

/** A leased MPAN: which scenario has it (none in a standing hub), who is who for it, and its facts. */
export interface LeasedMpan {
  mpan: string;
  scenario?: string;
  positions: Record<string, string>;
  meteringPoint: MeteringPoint;
}

export interface Leases {
  take(request: LeaseRequest): LeasedMpan;
  /** Takes every MPAN that is left, with one answer to who is who. */
  takeAll(positions: Record<string, string>): LeasedMpan[];
  all(): LeasedMpan[];
  of(mpan: string | undefined): LeasedMpan | undefined;
  /** The position that a DIP ID fills for an MPAN. */
  position(mpan: string | undefined, dipId: string): string | undefined;
}

type Given = Pick<LeaseRequest, 'positions' | 'held'> & { scenario?: string; retrieved?: true | undefined };

/** Hands out test MPANs, each once, and derives their facts from who fills which position. */
export function createLeases(pool: Pool, parties: readonly Party[], today: () => Date): Leases {
  const leased = new Map<string, LeasedMpan>();

  function holder(positions: Record<string, string>, position: string): Party {
    const party = parties.find((candidate) => candidate.dipId === positions[position]);
    if (!party) throw raise('POSITION_UNFILLED', { position });
    return party;
  }

  function lease(test: TestMpan, { positions, scenario, held, retrieved }: Given): LeasedMpan {
    const { mpan, gspGroup, since, meterId, segment } = test;
    const named = (position: string) => {
      const { dipId, mpid } = holder(positions, position);
      return { dipId, mpid };
    };
    const isNew = test.registration === 'new';
    const incumbent = (role: RoleCode) => (isNew ? null : named(`${role} (incumbent)`));
    const { meterKind, energyDirection, energisation, pair, part, partner } = test;
    const meteringPoint: MeteringPoint = {
      ...{ segment, meterKind, energyDirection, energisation },
      gspGroup,
      distributor: holder(positions, 'LDSO').dipId,
      supplier: named(held?.supplier ?? (isNew ? 'SUP (incoming)' : 'SUP (outgoing)')),
      meteringService: incumbent(serviceRole('metering', segment)),
      dataService: incumbent(serviceRole('data', segment)),
      ...(!isNew && (retrieved || test.retriever) ? { retriever: named('MDR (incumbent)') } : {}),
      since: since ?? heldSince(today()),
      ...(meterId === undefined ? {} : { meterId }),
      ...(isNew ? { registered: false } : {}),
      ...(pair && partner ? { pairedWith: { as: pair, mpan: partner, principal: part === 'principal' } } : {}),
    };
    const one = { mpan, positions, meteringPoint, ...(scenario === undefined ? {} : { scenario }) };
    leased.set(mpan, one);
    return one;
  }

  return {
    take({ kind, ...request }) {
      const { scenario, label, positions, held, partnerOf } = request;
      const suits = (test: TestMpan) => suitsPositions(test, positions, parties, held?.supplier);
      const taken = pool.take(kind, { scenario, label, suits, ...(partnerOf === undefined ? {} : { partnerOf }) });
      if (!taken) throw raise('POOL_EMPTY', { kind: JSON.stringify(kind) });
      return lease(taken, { ...request, retrieved: kind.retrieved });
    },
    takeAll(positions) {
      const all: LeasedMpan[] = [];
      const next = () => pool.take({}, { all: true });
      for (let taken = next(); taken; taken = next()) {
        const stated = statedPositions(taken, parties);
        const own = Object.keys(stated).length > 0 ? { ...positions, ...stated } : positions;
        all.push(lease(taken, { positions: own }));
      }
      return all;
    },
    all: () => [...leased.values()],
    of: (mpan) => (mpan === undefined ? undefined : leased.get(mpan)),
    position(mpan, dipId) {
      const positions = mpan === undefined ? undefined : leased.get(mpan)?.positions;
      return positions && filled(positions).get(dipId);
    },
  };
}

const filledBy = new WeakMap<Record<string, string>, ReadonlyMap<string, string>>();

/** DIP ID → the first position that it fills; asked for every entry of the ledger. */
function filled(positions: Record<string, string>): ReadonlyMap<string, string> {
  let known = filledBy.get(positions);
  if (!known) {
    known = new Map(
      Object.entries(positions)
        .reverse()
        .map(([position, dipId]) => [dipId, position]),
    );
    filledBy.set(positions, known);
  }
  return known;
}
