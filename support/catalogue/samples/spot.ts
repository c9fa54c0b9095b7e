import type { JsonSchema } from '../json-schema';
import type { Draw } from './random';
import type { Scene } from './scene';

/** One half-hour or Settlement Period of a list that has one entry for each of a day. */
export interface Slot {
  /** From 0. */
  index: number;
  /** UTC date, or the local date of Settlement Periods. */
  date: string;
  local: boolean;
}

/** One place of a sample that is being made. */
export interface Spot {
  scene: Scene;
  /** `CustomBlock.B905List[0].existingMeter.meterID`. */
  path: string;
  /** The item's name. */
  name: string;
  schema: JsonSchema;
  nullable: boolean;
  /** Index in the nearest list around it. */
  index: number;
  /** Days after the first, in a list of days. */
  dayIndex: number;
  slot?: Slot;
  /** Items of the same block that stand before it. */
  before: Readonly<Record<string, unknown>>;
  /** Draws of this place alone. */
  draw(): Draw;
}

/** A value for an item, null where it should be absent, or undefined for no opinion. */
export type Maker = (spot: Spot) => unknown;

/** Names of items, as a regular expression, and what makes their values. */
export type Makers = readonly (readonly [RegExp, Maker])[];

/** Null where the item may be null and the draw says so, else the value. */
export const maybe =
  (make: Maker, likelihood?: number): Maker =>
  (spot) =>
    spot.nullable && !spot.scene.has(spot.path, likelihood) ? null : make(spot);

/** The number of a thing in its list, beginning with 1, in so many digits. */
export const numbered = (spot: Spot, digits: number): string => String(spot.index + 1).padStart(digits, '0');

/** So many digits: the number in the list in the plain sample, else drawn. */
export function digits(spot: Spot, count: number): string {
  const most = 10 ** Math.min(count, 15) - 1;
  return spot.scene.plain ? numbered(spot, count) : String(spot.draw().int(1, most)).padStart(count, '0');
}
