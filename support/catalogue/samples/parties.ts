import type { PartyCode } from '../roles';
import type { Draw } from './random';

/** An invented party of one sample. */
export interface SampleParty {
  dipId: string;
  mpid: string;
}

/** What a party is to the MPAN of a sample; `old` is who serves it until the change. */
export type Position =
  | 'supplier'
  | 'old supplier'
  | 'metering'
  | 'old metering'
  | 'data'
  | 'old data'
  | 'retriever'
  | 'distributor'
  | 'embedded distributor'
  | 'registration'
  | 'connection provider'
  | 'platform'
  | 'other';

/** Who stands in the plain sample; the first two digits say what it is in every sample. */
const plain: Record<Position, SampleParty> = {
  supplier: { dipId: '2300000001', mpid: 'SUPA' },
  'old supplier': { dipId: '2300000002', mpid: 'SUPB' },
  metering: { dipId: '3200000001', mpid: 'METS' },
  'old metering': { dipId: '3200000002', mpid: 'METO' },
  data: { dipId: '3400000001', mpid: 'DATS' },
  'old data': { dipId: '3400000002', mpid: 'DATO' },
  retriever: { dipId: '3600000001', mpid: 'RETR' },
  distributor: { dipId: '1000000001', mpid: 'DISA' },
  'embedded distributor': { dipId: '1000000002', mpid: 'DISB' },
  registration: { dipId: '2400000001', mpid: 'REGA' },
  'connection provider': { dipId: '9000000001', mpid: 'CONN' },
  platform: { dipId: '7000000001', mpid: 'PLAT' },
  other: { dipId: '5000000001', mpid: 'MDSA' },
};

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A party for a position: the plain one, or one with invented numbers of the same beginning. */
export function partyFor(position: Position, isPlain: boolean, draw: Draw): SampleParty {
  const known = plain[position];
  if (isPlain) return known;
  const digits = String(draw.int(1, 99_999_999)).padStart(8, '0');
  return {
    dipId: known.dipId.slice(0, 2) + digits,
    mpid: `Z${draw.pick(letters)}${draw.pick(letters)}${known.mpid[3]}`,
  };
}

const ofRole: Partial<Record<PartyCode, Position>> = {
  SUP: 'supplier',
  REGS: 'registration',
  LDSO: 'distributor',
  UMSO: 'metering',
  MSS: 'metering',
  MSA: 'metering',
  SDS: 'data',
  ADS: 'data',
  UMSDS: 'data',
  MDR: 'retriever',
  DIP: 'platform',
};

/** The position from which a role speaks. */
export const positionOfRole = (role: PartyCode): Position => ofRole[role] ?? 'other';

const said: readonly [RegExp, Position][] = [
  [/ConnectionProvider/, 'connection provider'],
  [/embedded/i, 'embedded distributor'],
  [/distributor|LDSOD/i, 'distributor'],
  [/MDR/, 'retriever'],
  [/(current|incumbent|deAppointed)MeteringService/, 'old metering'],
  [/(current|incumbent|deAppointed)DataService/, 'old data'],
  [/MeteringService|MOP/, 'metering'],
  [/DataService|DC/, 'data'],
  [/outgoing/, 'old supplier'],
  [/supplier/i, 'supplier'],
];

/** The position that an item's name speaks of: `deAppointedDataServiceMPID` is the old data service. */
export function positionOfItem(name: string): Position {
  return said.find(([words]) => words.test(name))?.[1] ?? 'other';
}
