import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledRelease, eventDefinition } from '../release';
import { fieldOf, fieldsOf, type Field } from './field';
import { find } from './find';
import { schemaWords } from './schema-words';

const fields = (label: string, event: string): Field[] =>
  fieldsOf(bundledRelease.jsonSchema(eventDefinition(label, event)!, 'egress'));
const at = (all: readonly Field[], ...path: string[]): Field =>
  path.reduce<Field>((field, name) => field.fields!.find((one) => one.name === name)!, {
    ...{ name: '', required: true, nullable: false, words: '', numbers: [] },
    fields: [...all],
  });

test('a field says its number, its type in words, whether it may be null, and what its values mean', () => {
  const all = fields('IF-031', 'MSApp');
  const mpan = at(all, 'CommonBlock', 'M0', 'MPANCore');
  assert.deepEqual(
    { ...mpan },
    { name: 'MPANCore', required: true, nullable: false, words: 'an MPAN of 13 digits', numbers: ['DI-063'] },
  );
  assert.equal(at(all, 'CommonBlock', 'S1', 'subText').nullable, true);
  const scenario = at(all, 'CustomBlock', 'B070', 'appointmentScenario');
  assert.equal(scenario.values?.COS, 'change of supplier');
  assert.equal(at(all, 'CustomBlock', 'B013').open, true);
  assert.equal(at(all, 'CustomBlock', 'B013').required, false);
  assert.equal(at(all, 'CustomBlock', 'B070').open, undefined);
});

test('a list says its limits, and null is told of the list or of its values', () => {
  const meters = at(fields('IF-036', 'MSAppActive'), 'CustomBlock', 'B905List');
  assert.deepEqual([meters.list, meters.required], [{}, false]);
  const values = fieldOf(
    'x',
    { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] }, maxItems: 3 },
    true,
  );
  assert.deepEqual([values.list, values.nullable], [{ max: 3 }, true]);
  const whole = fieldOf(
    'x',
    { anyOf: [{ type: 'array', items: { type: 'string' }, minItems: 1 }, { type: 'null' }] },
    true,
  );
  assert.deepEqual([whole.list, whole.nullable], [{ min: 1, nullable: true }, false]);
});

test('a type without words of its own is described by its limits', () => {
  assert.equal(schemaWords({ type: 'string', minLength: 3, maxLength: 3 }), 'a text of 3 characters');
  assert.equal(schemaWords({ type: 'string', maxLength: 1 }), 'a text of at most 1 character');
  assert.equal(schemaWords({ type: 'integer', minimum: 1, maximum: 50 }), 'a whole number from 1 to 50');
  assert.equal(schemaWords({ type: 'string', pattern: '^x$' }), 'a text of the form ^x$');
  assert.equal(schemaWords({ const: 'IF-031' }), '"IF-031"');
  assert.equal(schemaWords({}), 'anything');
});

test('a word is found whatever it names', () => {
  const interfaces = find('if-031');
  assert.ok(interfaces.kind === 'interface' && interfaces.events.length === 2);
  const block = find('B070');
  assert.ok(block.kind === 'block' && block.shapes.length === 1);
  const labels = new Set(block.shapes[0]!.places.map(({ definition, required }) => `${definition.event} ${required}`));
  assert.ok(labels.has('MSApp true') && labels.has('DSAppSPResponse false') && !labels.has('DSApp true'));
  for (const word of ['DI-063', 'MPANCore', 'mpancore']) {
    const item = find(word);
    assert.ok(item.kind === 'item' && item.name === 'MPANCore' && item.numbers.includes('DI-063'), word);
  }
  const code = find('reg1032');
  assert.ok(code.kind === 'code' && code.code.code === 'REG1032');
});

test('a word that is not there is answered with the nearest that is', () => {
  assert.deepEqual(find('B71'), { kind: 'unknown', nearest: 'B071' });
  assert.deepEqual(find('MPANCor'), { kind: 'unknown', nearest: 'MPANCore' });
  assert.equal(find('toString').kind, 'unknown');
  assert.equal(find('__proto__').kind, 'unknown');
  assert.equal(find('').kind, 'unknown');
});

test('every data item of the release is found by its number', () => {
  const numbers = ['DI-000', 'DI-849', 'DI-496', 'DI-992N', 'DI-960'];
  for (const number of numbers) {
    const found = find(number);
    assert.ok(found.kind === 'item' && found.numbers.includes(number), number);
  }
});
