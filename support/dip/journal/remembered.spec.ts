import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Remembered } from './remembered';

const begun = (remembered: Remembered) => Buffer.concat(remembered.records()).toString().split('\n')[1] ?? '';

test('a new file begins with what is written, and not with what still waits', () => {
  const remembered = new Remembered();
  const first = remembered.set('key', 1);
  const second = remembered.set('key', 2);
  assert.equal(remembered.values.get('key'), 2);
  assert.equal(begun(remembered), '');
  remembered.written(first);
  assert.equal(begun(remembered), '[["key",1]]');
  remembered.written(second);
  assert.equal(begun(remembered), '[["key",2]]');
  const gone = remembered.set('key', undefined);
  assert.equal(begun(remembered), '[["key",2]]');
  remembered.written(gone);
  assert.equal(begun(remembered), '');
});

test('many values are spread over several records', () => {
  const remembered = new Remembered();
  for (let i = 0; i < 2500; i += 1) remembered.written(remembered.set(`key-${i}`, i));
  const lists = Buffer.concat(remembered.records()).toString().split('\n');
  const keys = lists.filter((line) => line.startsWith('[')).map((line) => (JSON.parse(line) as unknown[]).length);
  assert.deepEqual(keys, [1000, 1000, 500]);
});
