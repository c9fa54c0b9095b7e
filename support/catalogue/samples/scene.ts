import type { EventDefinition } from '../event';
import { mpanWithCheckDigit } from '../mpan';
import { isRole, type PartyCode, roles, type Segment } from '../roles';
import { dateOf, localMidnight, shifted } from './calendar';
import { type Position, partyFor, positionOfRole, type SampleParty } from './parties';
import { type Origin, replayedBy } from './replays';
import { refusals } from './reasons';
import { type Draw, drawOf, type Seed } from './random';

export type MeterKind = 'smart' | 'traditional' | 'advanced' | 'none';
export type Outcome = 'A' | 'R' | 'L' | 'W';

/** What all items of one sample agree on: who, where, when, and how the matter went. */
export interface Scene {
  definition: EventDefinition;
  /** Without a seed: nothing is drawn. */
  plain: boolean;
  full: boolean;
  /** Makes the sender's reference new. */
  unique: string;
  at: Date;
  /** UTC day of half-hourly data and Settlement Date of reports: the day before `at`. */
  day: string;
  /** When new services begin: a local midnight some weeks after `at`. */
  begins: string;
  /** Since when the present state of things is so. */
  since: string;
  /** When what has just happened took effect. */
  lately: string;
  sender: SampleParty & { role: PartyCode };
  /** Of a replay: the message that it repeats. */
  replayed?: Origin;
  mpan: string;
  segment: Segment;
  meterKind: MeterKind;
  direction: 'I' | 'E';
  domestic: boolean;
  /** kWh of a year. */
  annual: number;
  outcome: Outcome;
  party(position: Position): SampleParty;
  /** The packed content of a report; undefined for other messages. */
  report?: () => string;
  /** Another MPAN of the same distributor. */
  otherMpan(which: string): string;
  draw(place: string): Draw;
  /** Whether an optional thing is there; one answer for all items that come and go together. */
  has(what: string, likelihood?: number): boolean;
}

export interface SceneOptions {
  seed?: Seed | undefined;
  at?: Date | undefined;
  mpan?: string | undefined;
  from?: string | undefined;
  role?: PartyCode | undefined;
  full?: boolean | undefined;
  unique: string;
}

// Three weeks before 22 June 2027, a day whose local midnight is not that of UTC.
const usual = new Date('2027-06-01T09:00:00Z');

function segmentFor(role: PartyCode, draw: Draw): Segment {
  const own = isRole(role) ? roles[role].segments : undefined;
  if (own) return own[0]!;
  return draw.chance(0.75) ? 'S' : draw.pick(['A', 'U'] as const);
}

function outcomeOf(definition: EventDefinition, draw: Draw): Outcome {
  const { event } = definition;
  if (/DeEnergised/.test(event)) return 'W';
  if (/Lapsed$/.test(event)) return 'L';
  if (/Rejected$/.test(event)) return 'R';
  return /Accepted$/.test(event) || refusals(definition).length === 0 || draw.chance(0.75) ? 'A' : 'R';
}

const kindOf = (segment: Segment, draw: Draw): MeterKind =>
  segment === 'U' ? 'none' : segment === 'A' ? 'advanced' : draw.chance(0.8) ? 'smart' : 'traditional';

const kWh = { S: [1500, 5200], A: [60_000, 400_000], U: [3000, 20_000] } as const;

/** Draws the circumstances of one sample. */
export function sceneOf(definition: EventDefinition, o: SceneOptions): Scene {
  const plain = o.seed === undefined;
  const draw = (place: string) => drawOf(o.seed, place);
  const role = o.role ?? definition.senders[0] ?? 'SUP';
  const party = (position: Position) => partyFor(position, plain, draw(`party ${position}`));
  const own = party(positionOfRole(role));
  const at = o.at ?? usual;
  const today = dateOf(at);
  const repeats = replayedBy(definition);
  // Advanced Data Services alone ask for replays.
  const segment = segmentFor(repeats ? 'ADS' : role, draw('segment'));
  const mpan = (place: string, number: number) =>
    mpanWithCheckDigit(`99${String(plain ? number : draw(place).int(1, 9_999_999_999)).padStart(10, '0')}`);
  // Solar panels are on homes; of the others only imports are shown.
  const direction = segment === 'S' && !plain && draw('direction').chance(0.25) ? 'E' : 'I';
  const [least, most] = direction === 'E' ? [800, 3600] : kWh[segment];
  return {
    definition,
    plain,
    full: o.full ?? false,
    unique: o.unique,
    at,
    day: shifted(today, -1),
    begins: localMidnight(shifted(today, plain ? 21 : draw('begins').int(5, 28))),
    since: localMidnight(shifted(today, plain ? -365 : -draw('since').int(60, 1500))),
    lately: localMidnight(shifted(today, plain ? -1 : -draw('lately').int(1, 5))),
    ...(repeats && {
      replayed: { ...repeats, sender: { ...party(positionOfRole(repeats.role)), role: repeats.role } },
    }),
    sender: { dipId: o.from ?? own.dipId, mpid: own.mpid, role },
    mpan: o.mpan ?? mpan('mpan', 1),
    segment,
    meterKind: kindOf(segment, draw('meter kind')),
    direction,
    domestic: segment === 'S' && draw('domestic').chance(0.85),
    annual: plain ? 2700 : draw('annual').int(least, most),
    outcome: outcomeOf(definition, draw('outcome')),
    party,
    otherMpan: (which) => mpan(`mpan ${which}`, 2),
    draw,
    has: (what, likelihood = 0.45) => draw(`has ${what}`).chance(likelihood),
  };
}
