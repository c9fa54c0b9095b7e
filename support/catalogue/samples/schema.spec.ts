import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fits, open } from './schema';

const text = { type: 'string', minLength: 2, maxLength: 3, pattern: '^[A-Z]+$' };

test('null is put aside however a schema says it', () => {
  for (const node of [
    { anyOf: [text, { type: 'null' }] },
    { ...text, type: ['string', 'null'] },
    { ...text, enum: ['AB', null] },
  ]) {
    const { schema, nullable } = open(node);
    assert.deepEqual([schema.type, nullable, fits(schema, 'AB')], ['string', true, true]);
  }
  assert.deepEqual(open(text), { schema: text, nullable: false });
  assert.equal(open({ type: 'null' }).nullable, true);
});

test('a value fits by type, length, pattern, range and list', () => {
  for (const good of ['AB', 'ABC']) assert.ok(fits(text, good), good);
  for (const bad of ['A', 'ABCD', 'ab', 7, null]) assert.ok(!fits(text, bad), String(bad));
  const whole = { type: 'integer', minimum: 1, maximum: 50 };
  assert.deepEqual(
    [1, 50, 0, 51, 1.5, '1'].map((value) => fits(whole, value)),
    [true, true, false, false, false, false],
  );
  assert.deepEqual(
    [0.5, NaN, '1'].map((value) => fits({ type: 'number' }, value)),
    [true, false, false],
  );
  assert.deepEqual(
    [true, 'true'].map((value) => fits({ type: 'boolean' }, value)),
    [true, false],
  );
  assert.deepEqual(
    ['a', 'b'].map((value) => fits({ const: 'a' }, value)),
    [true, false],
  );
  assert.deepEqual(
    ['a', 'c'].map((value) => fits({ type: 'string', enum: ['a', 'b'] }, value)),
    [true, false],
  );
});
