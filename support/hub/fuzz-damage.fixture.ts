import type { Random } from './fuzz-random.fixture';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const deep = (levels: number): Json => (levels === 0 ? 'end' : [deep(levels - 1)]);

const oddValues: readonly (() => Json)[] = [
  () => null,
  () => '',
  () => 0,
  () => -1,
  () => 1e308,
  () => true,
  () => [],
  () => ({}),
  () => 'x'.repeat(5_000),
  () => '\u0000\u202e\ud800',
  () => '9'.repeat(13),
  () => '2027-02-30T09:00:00+00:00',
  () => deep(300),
  () => ({ ['__proto__']: 'x', constructor: { prototype: 1 }, toString: null }),
  () => '[MSApp]',
  () => '1000000001',
];

/** A JSON text with one to three things in it that should not be so; sometimes none. */
export function damaged(value: Json, random: Random): Buffer {
  if (random.chance(0.1)) return Buffer.from(JSON.stringify(value));
  if (random.chance(0.4)) return spoiltBytes(Buffer.from(JSON.stringify(value)), random);
  const copy = structuredClone(value);
  for (let n = random.int(3); n >= 0; n--) spoil(copy, random);
  return Buffer.from(JSON.stringify(copy));
}

function spoiltBytes(bytes: Buffer, random: Random): Buffer {
  const at = random.int(bytes.length);
  const to = at + random.int(Math.min(200, bytes.length - at));
  switch (random.int(5)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      for (let n = random.int(4); n >= 0; n--) flipped[random.int(bytes.length)]! ^= 1 << random.int(8);
      return flipped;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), random.bytes(1 + random.int(30)), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    default:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
  }
}

function spoil(value: Json, random: Random): void {
  const places: { of: Json[] | { [key: string]: Json }; key: string }[] = [];
  const visit = (node: Json): void => {
    if (node === null || typeof node !== 'object') return;
    for (const key of Object.keys(node)) {
      const of = node as { [key: string]: Json };
      places.push({ of, key });
      visit(of[key]!);
    }
  };
  visit(value);
  if (places.length === 0) return;
  const { of, key } = random.one(places);
  const holder = of as { [key: string]: Json };
  const inner = holder[key]!;
  switch (random.int(4)) {
    case 0:
      if (Array.isArray(of)) of.splice(Number(key), 1);
      else delete holder[key];
      return;
    case 1:
      holder[random.chance(0.5) ? key.toUpperCase() : `${key} `] = inner;
      return;
    default:
      holder[key] = random.one(oddValues)();
  }
}
