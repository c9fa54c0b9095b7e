import type { JsonSchema } from '../json-schema';
import { anyValue } from './by-schema';
import { settlementDay, shifted } from './calendar';
import { answerItems } from './items-answer';
import { identityItems } from './items-identity';
import { meterItems } from './items-meter';
import { siteItems } from './items-site';
import { textItems } from './items-text';
import { timeItems } from './items-time';
import { useItems } from './items-use';
import type { Scene } from './scene';
import { fits, open } from './schema';
import type { Maker, Slot, Spot } from './spot';

const named = [answerItems, identityItems, useItems, timeItems, siteItems, meterItems, textItems].flat();
const makers = new Map<string, Maker | undefined>();

function makerOf(name: string): Maker | undefined {
  if (!makers.has(name)) makers.set(name, named.find(([names]) => names.test(name))?.[1]);
  return makers.get(name);
}

/** Places that a caller wants to be there, whether or not the sample would have them. */
export interface Wanted {
  has(path: string): boolean;
  /** Entries that the list at a path must have at least. */
  count(path: string): number;
}

const nothing: Wanted = { has: () => false, count: () => 0 };

type Around = Pick<Spot, 'index' | 'dayIndex' | 'slot' | 'before'>;

const outermost: Around = { index: 0, dayIndex: 0, before: {} };

/** Makes a sample of whatever a schema describes. */
export function generate(schema: JsonSchema, scene: Scene, wanted = nothing): unknown {
  return new Generation(scene, wanted).at(schema, '', '', outermost);
}

class Generation {
  constructor(
    private readonly scene: Scene,
    private readonly wanted: Wanted,
  ) {}

  at(node: JsonSchema, name: string, path: string, around: Around): unknown {
    const { schema, nullable } = open(node);
    if (schema.properties) return this.block(schema, path, around);
    const spot = this.spot(schema, nullable, name, path, around);
    if (schema.items) return this.list(schema, schema.items, spot);
    const made = makerOf(name)?.(spot);
    if (made === null && nullable) return null;
    if (made !== undefined && fits(schema, made)) return made;
    return made === undefined && nullable && !this.scene.has(path) ? null : anyValue(spot);
  }

  private spot(schema: JsonSchema, nullable: boolean, name: string, path: string, around: Around): Spot {
    const { scene } = this;
    return { scene, path, name, schema, nullable, ...around, draw: () => scene.draw(path) };
  }

  private block(schema: JsonSchema, path: string, around: Around): unknown {
    const made: Record<string, unknown> = {};
    const inner = { ...around, before: made };
    for (const [name, node] of Object.entries(schema.properties!)) {
      const at = path ? `${path}.${name}` : name;
      if (this.isThere(schema, name, path, at)) made[name] = this.at(node, name, at, inner);
    }
    return made;
  }

  /** What is required, what says nothing without it, what was asked for, and in a full sample everything. */
  private isThere({ required = [] }: JsonSchema, name: string, path: string, at: string): boolean {
    if (required.includes(name) || this.wanted.has(at)) return true;
    // The DIP's block comes with publication; the shape of a report is not sent beside it.
    if (at === 'CommonBlock.D0' || at === 'CustomBlock.schema') return false;
    if (this.scene.full || at === 'CommonBlock.R0' || required.length === 0) return true;
    return path.includes('.') && this.scene.has(at, 0.5);
  }

  private list(schema: JsonSchema, items: JsonSchema, spot: Spot): unknown[] {
    const whole = makerOf(spot.name)?.(spot);
    if (Array.isArray(whole) && this.mayHold(schema, items, whole) && !this.wanted.count(spot.path)) return whole;
    const names = Object.keys(open(items).schema.properties ?? {});
    const slots = slotsOf(names, spot);
    const isOfDays = names.includes('settlementDay') || names.includes('settlementDate');
    const count = slots ? Math.min(slots.length, schema.maxItems ?? Infinity) : this.count(schema, spot, isOfDays);
    return Array.from({ length: count }, (_, index) => {
      const dayIndex = isOfDays && !slots ? index : spot.dayIndex;
      const around = {
        index,
        dayIndex,
        before: {},
        ...(slots ? { slot: slots[index]! } : spot.slot && { slot: spot.slot }),
      };
      return this.at(items, spot.name, `${spot.path}[${index}]`, around);
    });
  }

  private count({ minItems = 0, maxItems = Infinity }: JsonSchema, spot: Spot, isOfDays: boolean): number {
    const most = isOfDays || spot.path.split('[').length > 2 ? 1 : 2;
    const usual = this.scene.plain ? 1 : spot.draw().int(1, most);
    return Math.max(Math.min(Math.max(usual, minItems), maxItems), this.wanted.count(spot.path));
  }

  private mayHold({ minItems = 0, maxItems = Infinity }: JsonSchema, items: JsonSchema, list: unknown[]): boolean {
    const { schema, nullable } = open(items);
    const holds = list.every((one) => (one === null ? nullable : fits(schema, one)));
    return holds && list.length >= minItems && list.length <= maxItems;
  }
}

const halfHours = ['sp', 'settlementPeriodEffectiveToDateTime'];
const periods = ['settlementPeriod', 'SettlementPeriod', 'settlementPeriodID'];

/** A list with an entry for each half-hour of a UTC day, or for each Settlement Period of a local date. */
function slotsOf(names: readonly string[], { scene, dayIndex }: Spot): Slot[] | undefined {
  const isUtc = names.some((name) => halfHours.includes(name));
  if (!isUtc && !names.some((name) => periods.includes(name))) return undefined;
  const date = shifted(scene.day, dayIndex);
  const length = isUtc ? 48 : settlementDay(date).length;
  return Array.from({ length }, (_, index) => ({ index, date, local: !isUtc }));
}
