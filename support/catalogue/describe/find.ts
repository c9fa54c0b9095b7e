import { nearest } from '../../errors';
import { responseCode, responseCodes, type ResponseCode } from '../codes';
import type { EventDefinition } from '../event';
import { eventsOf, type Release, releaseInUse } from '../release';
import { fieldOf, type Field } from './field';
import { allItems } from './item-words';
import { eachPlace, type Place } from './places';
import { unwrapped } from './schema-words';

/** A block or an item as some messages have it. Where messages differ on it there are several. */
export interface Shape {
  field: Field;
  places: Place[];
}

export type Found =
  | { kind: 'interface'; id: string; events: readonly EventDefinition[] }
  | { kind: 'block'; name: string; shapes: Shape[] }
  | { kind: 'item'; name: string; numbers: string[]; shapes: Shape[] }
  | { kind: 'code'; code: ResponseCode }
  | { kind: 'unknown'; nearest: string | undefined };

const isBlock = ({ schema }: Place) => unwrapped(schema).schema.properties !== undefined;

/**
 * What a word of the market means in a release: an interface, a block, a data item by name or number, or a response
 * code. Case counts only where it tells two things apart.
 */
export function find(word: string, release: Release = releaseInUse()): Found {
  const upper = word.toUpperCase();
  const events = eventsOf(upper, release);
  if (events.length > 0) return { kind: 'interface', id: upper, events };
  const code = responseCode(upper);
  if (code) return { kind: 'code', code };
  const numbered = /^DI-\d+N?$/.test(upper) ? allItems().filter(({ number }) => number === upper) : [];
  const wanted = numbered.length > 0 ? numbered.map(({ name }) => name) : [word];
  const found = placesOf(wanted, release);
  const shapes = shapesOf(found).filter(({ field }) => numbered.length === 0 || field.numbers.includes(upper));
  const [first] = shapes;
  if (first?.field.fields) return { kind: 'block', name: first.field.name, shapes };
  if (first) {
    const numbers = [...new Set(shapes.flatMap(({ field }) => field.numbers))];
    return { kind: 'item', name: first.field.name, numbers, shapes };
  }
  // An item that no block of the release uses.
  const unused = numbered[0] ?? allItems().find(({ name }) => name.toLowerCase() === word.toLowerCase());
  if (unused) return { kind: 'item', name: unused.name, numbers: [unused.number], shapes: [] };
  return { kind: 'unknown', nearest: nearest(word, namesOf(release)) };
}

function placesOf(names: readonly string[], release: Release): Place[] {
  const exact: Place[] = [];
  const otherCase: Place[] = [];
  const lower = names.map((name) => name.toLowerCase());
  eachPlace(release, (name, place) => {
    if (names.includes(name)) exact.push(place);
    else if (lower.includes(name.toLowerCase())) otherCase.push(place);
  });
  const found = exact.length > 0 ? exact : otherCase;
  // A report may hold a block of the same name as an item.
  return found.some(isBlock) ? found.filter(isBlock) : found;
}

function shapesOf(places: readonly Place[]): Shape[] {
  const shapes = new Map<string, Shape>();
  for (const place of places) {
    const key = JSON.stringify(place.schema);
    const known = shapes.get(key);
    const name = place.path.split('.').at(-1)!;
    if (known) known.places.push(place);
    else shapes.set(key, { field: fieldOf(name, place.schema, place.required), places: [place] });
  }
  return [...shapes.values()];
}

/** Every word that `find` knows in a release. */
function namesOf(release: Release): string[] {
  const names = new Set(release.events.map((definition) => definition.interface));
  eachPlace(release, (name) => names.add(name));
  for (const { name, number } of allItems()) names.add(name).add(number);
  return [...names, ...responseCodes.map(({ code }) => code)];
}
