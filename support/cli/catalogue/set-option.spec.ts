import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonSchema } from '../../catalogue';
import { overridesOf } from './set-option';

const text: JsonSchema = { type: 'string' };
const schema: JsonSchema = {
  properties: {
    a: text,
    n: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    s: { anyOf: [text, { type: 'null' }] },
    b: { type: 'boolean' },
    l: { type: 'array', items: { properties: { x: text, y: { type: 'number' } } } },
    e: { enum: ['1', '2'] },
  },
};
const value = (pair: string) => Object.values(overridesOf([pair], schema))[0];

test('a value takes the type of its item', () => {
  assert.equal(value('a=2300000001'), '2300000001');
  assert.equal(value('a=null'), 'null');
  assert.equal(value('a=x=y'), 'x=y');
  assert.equal(value('a='), '');
  assert.equal(value('s=null'), null);
  assert.equal(value('n=12'), 12);
  assert.equal(value('n=null'), null);
  assert.equal(value('n=many'), 'many');
  assert.equal(value('b=false'), false);
  assert.equal(value('l[3].y=-1.5'), -1.5);
  assert.equal(value('l[3].x=1'), '1');
  assert.deepEqual(value('l=[{"x":"1"}]'), [{ x: '1' }]);
  assert.equal(value('e=1'), '1');
  // Whether the path exists is for the sample to say.
  assert.equal(value('gone.y=1'), '1');
});

test('after := stands JSON', () => {
  assert.equal(value('a:=12'), 12);
  assert.equal(value('a:=null'), null);
  assert.equal(value('n:="12"'), '12');
  assert.deepEqual(overridesOf(['a:=1', 'b=true'], schema), { a: 1, b: true });
});

test('what has another form is refused', () => {
  for (const pair of ['a', '=1', 'a:=x', 'a:={', ':=1']) {
    assert.throws(() => overridesOf([pair], schema), { code: 'OPTION_WRONG' }, pair);
  }
});

test('JSON is read as carefully as that of messages', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  const rows: [json: string, problem: RegExp][] = [
    [deep, /stand more than 64 levels deep/],
    ['[{"x":"1","x":"2"}]', /the key "x" stands twice/],
    ['[{"__proto__":{"x":"1"}}]', /"__proto__"/],
  ];
  for (const [json, problem] of rows) {
    for (const pair of [`l:=${json}`, `l=${json}`]) {
      assert.throws(() => value(pair), { code: 'OPTION_WRONG', message: problem }, pair.slice(0, 40));
    }
  }
  assert.equal(value('l=[x'), '[x');
});

test('an error repeats the beginning of a long value only', () => {
  const long = `a:=${'x'.repeat(10_000)}`;
  assert.throws(
    () => value(long),
    (error: Error) => error.message.includes(`${long.slice(0, 59)}…`) && error.message.length < 250,
  );
});
