import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../../testing';
import { importRelease, openRelease, saveRelease } from '.';
import { refusal } from './refusal.fixture';
import { releaseFolder } from './release.fixture';

const item = (schema: object) =>
  refusal(
    releaseFolder({ 'Items.yaml': (text) => text.replace(/DI-997: .*/, () => `DI-997: ${JSON.stringify(schema)}`) }),
  );
const level = (below: number) => ({ $ref: `#/components/schemas/L${below}` });

/** Schemas L0 to L30, each made of the one below; DI-997 is the last. */
function ladder(make: (below: object) => object, height = 30): Promise<string> {
  const rungs = Array.from({ length: height }, (_, at) => `  L${at + 1}: ${JSON.stringify(make(level(at)))}\n`);
  const schemas = ['  L0: {type: string}\n', ...rungs].join('');
  return refusal(
    releaseFolder({
      'Items.yaml': (text) =>
        text.replace(/ {2}DI-997: .*\n/, () => `${schemas}  DI-997: {$ref: '#/components/schemas/L${height}'}\n`),
    }),
  );
}

const twice = (below: object) => ({ type: 'object', properties: { a: below, b: below } });

test(
  'few schemas that refer to one another many times are told by what they come to',
  { timeout: 20_000 },
  async () => {
    assert.match(await ladder(twice), /^RELEASE_TOO_COMPLEX Items\.yaml .*50000 parts.* at Items\.yaml: .*L1[56]/);
    assert.match(await ladder(twice, 5), /^imported/);
    assert.match(await ladder((below) => ({ type: 'array', minItems: 2, items: below })), /^RELEASE_TOO_COMPLEX/);
    assert.match(await ladder((below) => ({ type: 'array', items: below })), /^imported/);
    assert.match(await ladder((below) => ({ properties: { a: below } }), 60), /^RELEASE_TOO_COMPLEX .*levels/);
    const chosen = (below: object) => ({ allOf: [{ anyOf: [below, below] }, { maxLength: 9 }] });
    assert.match(await ladder(chosen), /^RELEASE_TOO_COMPLEX .*parts/);
  },
);

test('all messages together have a limit too', { timeout: 20_000 }, async () => {
  // Each stays below the limit; B070 stands in two messages, DI-997 in all five.
  assert.match(await ladder(twice, 13), /^RELEASE_TOO_COMPLEX .*parts/);
});

test('a stored release that was made to do harm is not opened', { timeout: 20_000 }, async () => {
  const dir = join(scratchDir(), 'releases');
  mkdirSync(dir);
  const good = await importRelease(releaseFolder(), '9.9');
  await saveRelease(dir, good);
  assert.equal(openRelease('9.9', dir).events.length, 5);
  const names = Object.keys(good.$defs);
  const ring = { $ref: `#/$defs/${names[0]}` };
  const rungs = Object.fromEntries(
    Array.from({ length: 31 }, (_, at) => {
      const below = at === 0 ? { type: 'string' } : { $ref: `#/$defs/L${at - 1}` };
      return [`L${at}`, { properties: { a: below, b: below } }];
    }),
  );
  const [first, ...rest] = good.events;
  const bomb = {
    ...first!,
    message: { ...first!.message, properties: { ...first!.message.properties, X: { $ref: '#/$defs/L30' } } },
  };
  for (const [id, changed] of [
    ['bomb', { ...good, events: [bomb, ...rest], $defs: { ...good.$defs, ...rungs } }],
    ['ring', { ...good, $defs: Object.fromEntries(names.map((name) => [name, ring])) }],
  ] as const) {
    writeFileSync(join(dir, `${id}.json`), JSON.stringify({ ...changed, id }));
    assert.throws(() => openRelease(id, dir), { code: 'RELEASE_TOO_COMPLEX', place: join(dir, `${id}.json`) });
  }
});

const limits: [schema: object, expected: RegExp][] = [
  [
    { type: 'array', minItems: 100_000_000, items: {} },
    /minItems: 100000000, where a whole number from 0 to 10000 .*DI-997\.minItems/,
  ],
  [{ type: 'string', minLength: 100_001 }, /minLength: 100001, where .* 0 to 100000 /],
  [{ type: 'string', minLength: 5, maxLength: 2 }, /minLength: 5, where at most 2, the maxLength beside it, belongs/],
  [{ type: 'array', minItems: 5, maxItems: 2 }, /minItems: 5, where at most 2, the maxItems beside it, belongs/],
  [{ type: 'number', minimum: 5, maximum: 2 }, /minimum: 5, where at most 2/],
];

for (const [schema, expected] of limits) {
  test(`impossible: ${JSON.stringify(schema)}`, async () => {
    assert.match(await item(schema), /^RELEASE_SCHEMA_INVALID /);
    assert.match(await item(schema), expected);
  });
}

test('limits that can be met are taken', async () => {
  assert.equal(await item({ type: 'string', minLength: 5, maxLength: 5 }), 'imported');
  assert.equal(await item({ type: 'array', minItems: 2, maxItems: 2, items: { type: 'string' } }), 'imported');
});
