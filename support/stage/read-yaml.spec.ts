import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { scratchFile } from '../testing';
import { readYaml } from './read-yaml';

const schema = z.strictObject({ a: z.number(), b: z.array(z.string()).default([]) });
const read = (text: string) => readYaml(scratchFile('one.json', text), schema);

test('YAML and JSON are read alike, with defaults', async () => {
  for (const text of ['a: 1', '{"a":1}', '{ "a": 1 }\n', '{a: 1}']) {
    const reading = await read(text);
    assert.deepEqual(reading.ok && reading.value, { a: 1, b: [] }, text);
    assert.match(reading.ok ? reading.placeOf(['a']) : '', /one\.json:1$/);
  }
});

test('a mistake in JSON is told with its line, and a key that stands there twice is one', async () => {
  for (const [text, says, place] of [
    ['{"a":1,"bb":[]}', /unknown key "bb" Known: a, b/, /one\.json:1$/],
    ['{"a":"x"}', /a: expected number, got "x"/, /one\.json:1$/],
    ['{"a":1,\n"a":2}', /unique/, /one\.json:2$/],
    ['{"a":1', /flow|end/i, /one\.json:\d$/],
  ] as const) {
    const reading = await read(text);
    assert.ok(!reading.ok, text);
    assert.match(reading.problem, says);
    assert.match(reading.place, place);
  }
});
