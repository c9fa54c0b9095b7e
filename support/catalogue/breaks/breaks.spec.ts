import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020';
import { bundledRelease, sampleMessage } from '..';
import { breaksOf } from '.';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'counts'],
  properties: {
    name: { type: 'string', minLength: 2, maxLength: 3, pattern: '^[A-Z]+$' },
    kind: { anyOf: [{ type: 'string', enum: ['I', 'E'] }, { type: 'null' }] },
    counts: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'integer', minimum: 1, maximum: 50 } },
    open: { type: 'object', properties: { flag: { type: 'boolean' }, share: { type: 'number', maximum: 100 } } },
  },
};
const message = { name: 'AB', kind: 'I', counts: [5, 6], open: { flag: true, share: 1.5 } };
const found = breaksOf(schema, message);

test('every constraint is broken once, at the path where it is found', () => {
  assert.deepEqual(
    found.map(({ path, what }) => `${path}: ${what}`),
    [
      ...[': null', ': a list instead of an object', 'unheardOf: a key that is not listed'],
      ...['name: required, and missing', 'counts: required, and missing'],
      ...[
        'name: null',
        'name: not of type string',
        'name: shorter than 2',
        'name: longer than 3',
        'name: not of the pattern',
      ],
      ...['kind: not of type string', 'kind: a value that is not listed'],
      ...['counts: null', 'counts: an object instead of a list', 'counts: fewer than 1', 'counts: more than 2'],
      ...[0, 1].flatMap((i) =>
        ['null', 'not of type integer', 'not a whole number', 'less than 1', 'more than 50'].map(
          (one) => `counts[${i}]: ${one}`,
        ),
      ),
      ...['open: null', 'open: a list instead of an object'],
      ...['open.flag: null', 'open.flag: not of type boolean'],
      ...['open.share: null', 'open.share: not of type number', 'open.share: more than 100'],
    ],
  );
});

test('the original stays as it was', () => {
  assert.deepEqual(message, { name: 'AB', kind: 'I', counts: [5, 6], open: { flag: true, share: 1.5 } });
});

test('what may be absent, null or further is not taken for a break', () => {
  const loose = { type: 'object', properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } } };
  const whats = breaksOf(loose, { a: null }).map(({ path, what }) => `${path}: ${what}`);
  assert.deepEqual(whats, [': null', ': a list instead of an object', 'a: not of type string']);
});

const judge = new Ajv2020({ allErrors: true, strict: false });

/** Paths at which an independent judge finds something wrong. */
function judged(check: ReturnType<typeof judge.compile>, value: unknown): string[] {
  if (check(value)) return [];
  const paths = check
    .errors!.filter(({ keyword }) => keyword !== 'anyOf')
    .map(({ instancePath, params }) => {
      const own = (params.missingProperty ?? params.additionalProperty) as string | undefined;
      const path = own === undefined ? instancePath : `${instancePath}/${own}`;
      return path
        .slice(1)
        .replaceAll(/\/(\d+)/g, '[$1]')
        .replaceAll('/', '.');
    });
  return [...new Set(paths)];
}

test('an independent judge finds each break at its path and nowhere else', () => {
  const events = [
    ['IF-021', 'ActivePower'],
    ['IF-033', 'MSAppSPRequest'],
    ['IF-020', 'RelatedCreate'],
  ] as const;
  const cases = events.map(([id, event]) => {
    const definition = bundledRelease.events.find((one) => one.interface === id && one.event === event)!;
    const json = bundledRelease.jsonSchema(definition, 'egress');
    return [json, sampleMessage(id, event, { seed: 1, full: true, egress: true })] as const;
  });
  for (const [json, sample] of [[schema, message] as const, ...cases]) {
    const check = judge.compile(json);
    assert.deepEqual(judged(check, sample), []);
    for (const one of breaksOf(json, sample)) assert.deepEqual(judged(check, one.message), [one.path], one.what);
  }
});
