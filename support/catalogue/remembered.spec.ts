import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembered } from './remembered';

function counting(most?: number) {
  const asked: string[] = [];
  const of = remembered((text: string, setting: string) => {
    asked.push(`${text} ${setting}`);
    if (text === 'wrong') throw new Error('wrong');
    return text === 'none' ? undefined : `${text} ${setting}!`;
  }, most);
  return { of, asked };
}

test('an answer is made once for each combination of arguments', () => {
  const { of, asked } = counting();
  assert.equal(of('a', 'local'), 'a local!');
  assert.equal(of('a', 'utc'), 'a utc!');
  assert.equal(of('a', 'local'), 'a local!');
  assert.deepEqual(asked, ['a local', 'a utc']);
});

test('that there is no answer is kept, an error is not', () => {
  const { of, asked } = counting();
  assert.equal(of('none', 'utc'), undefined);
  assert.equal(of('none', 'utc'), undefined);
  assert.throws(() => of('wrong', 'utc'), /wrong/);
  assert.throws(() => of('wrong', 'utc'), /wrong/);
  assert.deepEqual(asked, ['none utc', 'wrong utc', 'wrong utc']);
});

test('it holds so many answers and no more: the eldest goes', () => {
  const { of, asked } = counting(2);
  for (const text of ['a', 'b', 'c', 'c', 'b', 'a', 'c']) assert.equal(of(text, 'utc'), `${text} utc!`);
  assert.deepEqual(asked, ['a utc', 'b utc', 'c utc', 'a utc']);
});
