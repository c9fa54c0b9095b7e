import { randomUUID } from 'node:crypto';
import type { Segment } from '../catalogue';
import { itemOf, type ActArgument } from '../market';
import { partyPattern } from '../stage';
import { dateOfWords, daysAfter } from './dates';
import type { Scene, ScenarioMpan } from './scene';

/** What words of a step stand for in a scenario. Each is looked up only when the words occur. */
export interface Known {
  now: Date;
  segment: Segment;
  /** What the pool says of the MPAN besides. */
  site(): { energyDirection: unknown; gspGroup: unknown };
  /** MPAN core of a label. MPAN_UNKNOWN. */
  core(label: string): string;
  /** POSITION_UNKNOWN. */
  party(words: string): { dipId: string; mpid: string };
  /** SWITCH_UNKNOWN. */
  switch(): { registrationId: string; ssd: string };
  /** Local date from which the last thing was asked for: of a pending switch its SSD. SWITCH_UNKNOWN. */
  effective(): string;
}

export function knownOf(scene: Scene, mpan: ScenarioMpan): Known {
  const pending = () => {
    const { registrationId, days } = scene.switchOf(mpan);
    return { registrationId, ssd: days.ssd };
  };
  return {
    now: new Date(),
    segment: mpan.segment,
    site() {
      const { energyDirection, gspGroup } = mpan.watch.lease.meteringPoint;
      return { energyDirection, gspGroup };
    },
    core: (label) => scene.mpan(label).watch.mpan,
    party: (words) => scene.identity(scene.party(words, mpan).position),
    switch: pending,
    effective: () => mpan.from ?? pending().ssd,
  };
}

const aParty = { dipId: '1000000001', mpid: 'ABCD' };
const wholeParty = new RegExp(`^${partyPattern.source}$`);

/**
 * The value that a text stands for as that argument: the first of its meanings that the argument takes. Undefined when
 * it takes none.
 */
export function valueOf(text: string, schema: ActArgument['schema'], known: Known): { value: unknown } | undefined {
  const item = itemOf(schema);
  if (item && text !== 'none') {
    const items = text.split(/\s*,\s*/).map((one) => valueOf(one, item, known));
    const value = items.map((one) => one?.value);
    return items.every(Boolean) && schema.safeParse(value).success ? { value } : undefined;
  }
  const takes = (value: unknown) => schema.safeParse(value).success;
  for (const value of meanings(text, known, takes)) if (takes(value)) return { value };
  return undefined;
}

/** What is unmistakable comes before the text itself, so that an argument which takes any text gets what is meant. */
function* meanings(text: string, known: Known, takes: (value: unknown) => boolean): Generator<unknown> {
  if (text === 'none') yield* [null, []];
  if (text === 'yes' || text === 'no') yield text === 'yes';
  const [, label] = /^MPAN "([A-Z])"$/.exec(text) ?? [];
  if (label) yield known.core(label);
  if (text === 'the pending switch') yield known.switch().registrationId;
  if (text === 'another switch' || text === 'a new switch') yield randomUUID();
  if (text === 'the market segment of the MPAN') yield known.segment;
  if (text === 'the energy direction of the MPAN') yield known.site().energyDirection;
  if (text === 'the GSP Group of the MPAN') yield known.site().gspGroup;
  yield text;
  if (/^-?\d+(\.\d+)?$/.test(text)) yield Number(text);
  const day = dayOf(text, known);
  if (day) yield day;
  const [, one, other] = /^(.+) with the MPID of (.+)$/.exec(text) ?? [];
  if (one && wholeParty.test(one) && takes(aParty)) yield { ...known.party(one), mpid: known.party(other!).mpid };
  // Four capital letters may be anything: a party is looked up only where one is taken.
  if (!wholeParty.test(text) || ![aParty, ...Object.values(aParty)].some(takes)) return;
  const party = known.party(text);
  yield* [party, party.dipId, party.mpid];
}

function dayOf(words: string, known: Known): string | undefined {
  if (words === 'the SSD') return known.switch().ssd;
  if (words === 'the effective date') return known.effective();
  const [, days, side, from] = /^(\d+) days? (after|before) (the SSD|the effective date)$/.exec(words) ?? [];
  if (!days) return dateOfWords(words, known.now);
  return daysAfter(dayOf(from!, known)!, Number(days) * (side === 'before' ? -1 : 1));
}
