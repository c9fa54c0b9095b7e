/*
 * Small changes at places of a message, whatever its schema says: what a validator makes of them is its own affair.
 */

type Key = string | number;
type Holder = Record<Key, unknown>;

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function placesIn(value: unknown, path: Key[] = []): Key[][] {
  if (typeof value !== 'object' || value === null) return [path];
  // The first entries of a long list stand for all.
  const keys = Array.isArray(value) ? [...value.keys()].slice(0, 2) : Object.keys(value);
  return [path, ...keys.flatMap((key) => placesIn((value as Holder)[key], [...path, key]))];
}

const texts: ((text: string) => unknown)[] = [
  () => '',
  (text) => text.slice(0, -1),
  (text) => text.slice(1),
  (text) => `${text}0`,
  (text) => `${text}X`,
  (text) => text.repeat(2),
  (text) => text.padEnd(300, 'x'),
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => ` ${text}`,
  (text) => text.replace(/\d/, 'Q'),
  (text) => text.replace(/[A-Z]/, '7'),
  (text) => text.replace(/[.-]/, ','),
  (text) => `${text}\n`,
  (text) => [...text].reverse().join(''),
  () => 'x',
  () => 'T',
  (text) => Number(text) || 7,
];

const anything: unknown[] = [null, 7, -1, 0.5, 1e9, '7', true, 'true', [], {}, [null], 'A'];

function changed(value: unknown, draw: () => number): unknown {
  const pick = <T>(from: readonly T[]) => from[Math.floor(draw() * from.length)]!;
  if (draw() < 0.3) return pick(anything);
  if (typeof value === 'string') return pick(texts)(value);
  if (typeof value === 'number') return pick([value + 1, -value, value / 7, value * 1000, String(value)]);
  if (typeof value === 'boolean') return pick([!value, String(value), Number(value)]);
  if (Array.isArray(value))
    return pick([
      [],
      [...(value as unknown[]), null],
      value.slice(1),
      Array.from({ length: 60 }, () => value[0] as unknown),
    ]);
  if (typeof value === 'object' && value !== null)
    return { ...value, [pick(['unlisted', 'CSSRegistrationID', 'D0', 'B099'])]: 'x' };
  return pick(['A', 'x', '2027-06-22T00:00:00+00:00', 1, {}]);
}

/** A copy in which one place is edited; what is not on the way there is shared. */
function edited(value: unknown, path: readonly Key[], edit: (holder: Holder, key: Key) => void): unknown {
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Holder) }) as Holder;
  const [key, ...rest] = path as [Key, ...Key[]];
  if (rest.length) copy[key] = edited(copy[key], rest, edit);
  else edit(copy, key);
  return copy;
}

/** For each place of a message: without it, with null and with another kind of value there. */
export function* replacements(message: unknown): Generator<unknown> {
  for (const path of placesIn(message).slice(1)) {
    yield edited(message, path, (holder, key) => delete holder[key]);
    yield edited(message, path, (holder, key) => (holder[key] = null));
    yield edited(message, path, (holder, key) => (holder[key] = typeof holder[key] === 'string' ? 7 : 'seven'));
  }
}

/** Copies of a message, each with some other value at some place; the same for the same seed. */
export function* mutations(message: unknown, count: number, seed: number): Generator<unknown> {
  const draw = random(seed);
  const places = placesIn(message).slice(1);
  for (let made = 0; made < count; made++) {
    const path = places[Math.floor(draw() * places.length)]!;
    yield edited(message, path, (holder, key) => (holder[key] = changed(holder[key], draw)));
  }
}
