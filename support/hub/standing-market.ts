import type { Dip } from '../dip';
import type { MeteringPoint, Party } from '../market';
import { bind, positionsOf } from '../stage';
import type { LeasedMpan, Leases } from './leases';

/**
 * Who fills which position in a market that is there from the start: the participant the incoming and proposed ones of
 * its roles (a second identity of a role the third position), simulated parties all others.
 */
export function standingPositions(own: readonly Party[], simulated: readonly Party[]): Record<string, string> {
  const tags = own.flatMap(({ role }, index) => {
    const earlier = own.slice(0, index).filter((one) => one.role === role).length;
    const position = [positionsOf(role)[0], positionsOf(role)[2]][earlier];
    return position ? [`@role:${position.replace(/ \((\w+)\)$/, ':$1')}`] : [];
  });
  return bind(tags, own, simulated).positions;
}

/**
 * DIP IDs of those whose systems hold the MPAN from the start: the register, its supplier, its services and its
 * retriever. A new connection is held by nobody: it enters the register when the LDSO creates it.
 */
export function holdersOf({ positions, meteringPoint }: LeasedMpan): string[] {
  const { supplier, meteringService, dataService, retriever, registered } = meteringPoint;
  if (registered === false) return [];
  const all = [positions.REGS, supplier.dipId, meteringService?.dipId, dataService?.dipId, retriever?.dipId];
  return all.filter((one) => one !== undefined);
}

/** Enters an MPAN in the DIP's directory, as its lease says who holds it. */
export function seedDirectory(dip: Pick<Dip, 'seed'>, { mpan, positions, meteringPoint }: LeasedMpan): void {
  const { supplier, meteringService, dataService, distributor, gspGroup, retriever, registered } = meteringPoint;
  dip.seed(mpan, {
    supplier: registered === false ? null : supplier.dipId,
    registration: positions.REGS!,
    distributor,
    gspGroup,
    meteringService: meteringService?.dipId ?? null,
    dataService: dataService?.dipId ?? null,
    ...(retriever ? { retriever: retriever.dipId } : {}),
  });
}

/**
 * Loads every MPAN of the pool into the directory, unless it remembers who holds it and all of these are still there.
 * Returns how many there are.
 */
export function loadAll(
  leases: Leases,
  positions: Record<string, string>,
  dip: Pick<Dip, 'seed' | 'directory'>,
  parties: readonly Party[],
): number {
  const there = new Set(parties.map(({ dipId }) => dipId));
  const all = leases.takeAll(positions);
  for (const lease of all) {
    const known = dip.directory(lease.mpan);
    const { gspGroup: _, ...holders } = known ?? { gspGroup: '' };
    const gone = Object.values(holders).some((dipId) => typeof dipId === 'string' && !there.has(dipId));
    if (!known || gone) seedDirectory(dip, lease);
  }
  return all.length;
}

/** What a simulated party holds of an MPAN from the start; undefined when it holds nothing of it. */
export function heldAtStart(leases: Leases, dipId: string, mpan: string): MeteringPoint | undefined {
  const lease = leases.of(mpan);
  return lease && holdersOf(lease).includes(dipId) ? lease.meteringPoint : undefined;
}
