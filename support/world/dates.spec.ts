import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOfWords, daysAfter, daysOfWords } from './dates';

const at = (iso: string) => new Date(iso);

test('days ahead are counted in local days, across the months and the years', () => {
  assert.deepEqual(daysOfWords('10 days ahead', at('2027-06-01T12:00:00Z')), { ssd: '2027-06-11' });
  assert.deepEqual(daysOfWords('10 days ahead', at('2027-12-28T12:00:00Z')), { ssd: '2028-01-07' });
  assert.deepEqual(daysOfWords('1 days ahead', at('2028-02-28T12:00:00Z')), { ssd: '2028-02-29' });
});

test('in summer the local day begins an hour before that of UTC', () => {
  assert.deepEqual(daysOfWords('10 days ahead', at('2027-06-21T23:30:00Z')), { ssd: '2027-07-02' });
});

test('days are whole across the change of the clocks', () => {
  assert.deepEqual(daysOfWords('10 days ahead', at('2027-03-20T12:00:00Z')), { ssd: '2027-03-30' });
  assert.deepEqual(daysOfWords('10 days ahead', at('2027-10-25T23:30:00Z')), { ssd: '2027-11-05' });
  assert.equal(daysAfter('2027-03-27', 1), '2027-03-28');
  assert.equal(daysAfter('2027-03-28', 1), '2027-03-29');
  assert.equal(daysAfter('2028-01-02', -3), '2027-12-30');
});

const named = (words: string, now: string) => daysOfWords(`on the next ${words}`, at(now));

test('22 June is that of this year while it lies more than ten days ahead, else that of the next', () => {
  assert.deepEqual(named('22 June', '2027-01-15T12:00:00Z'), { ssd: '2027-06-22', today: '2027-06-12' });
  assert.deepEqual(named('22 June', '2027-06-11T12:00:00Z'), { ssd: '2027-06-22', today: '2027-06-12' });
  assert.deepEqual(named('22 June', '2027-06-12T12:00:00Z'), { ssd: '2028-06-22', today: '2028-06-12' });
  assert.deepEqual(named('22 June', '2027-06-22T12:00:00Z'), { ssd: '2028-06-22', today: '2028-06-12' });
  assert.deepEqual(named('22 June', '2027-12-31T12:00:00Z'), { ssd: '2028-06-22', today: '2028-06-12' });
});

test('the local day decides: late in the evening of UTC the twelfth has begun', () => {
  assert.equal(named('22 June', '2027-06-11T22:59:00Z').ssd, '2027-06-22');
  assert.equal(named('22 June', '2027-06-11T23:01:00Z').ssd, '2028-06-22');
});

test("at the years' turn the scenario still plays in the future", () => {
  assert.deepEqual(named('5 January', '2027-12-20T12:00:00Z'), { ssd: '2028-01-05', today: '2027-12-26' });
  assert.deepEqual(named('5 January', '2027-12-28T12:00:00Z'), { ssd: '2029-01-05', today: '2028-12-26' });
  assert.equal(named('29 February', '2027-06-01T12:00:00Z').ssd, '2028-02-29');
  assert.deepEqual(named('1 January', '2027-12-31T23:30:00Z'), { ssd: '2029-01-01', today: '2028-12-22' });
});

test('what is no day is refused', () => {
  for (const words of ['ten days ahead', 'on the next 31 June', 'on the next June', '22 June', 'tomorrow', '']) {
    assert.throws(
      () => daysOfWords(words, at('2027-01-15T12:00:00Z')),
      { code: 'STEP_WORDS_UNKNOWN', kind: 'harness' },
      words,
    );
  }
});

test('a day is named by its distance from the local today; other words name none', () => {
  const late = at('2027-06-21T23:30:00Z');
  const named = ['today', '10 days ahead', '1 day ago', '3 days ago'].map((words) => dateOfWords(words, late));
  assert.deepEqual(named, ['2027-06-22', '2027-07-02', '2027-06-21', '2027-06-19']);
  for (const words of ['tomorrow', '10 days', 'the SSD', '-1 days ahead', '']) {
    assert.equal(dateOfWords(words, late), undefined, words);
  }
});

test('the clocks change on the last Sundays of March and October', () => {
  assert.deepEqual(named('spring clock change', '2027-01-15T12:00:00Z'), { ssd: '2027-03-28', today: '2027-03-18' });
  assert.deepEqual(named('autumn clock change', '2027-01-15T12:00:00Z'), { ssd: '2027-10-31', today: '2027-10-21' });
  assert.equal(named('spring clock change', '2027-03-18T12:00:00Z').ssd, '2028-03-26');
  assert.equal(dateOfWords('on the next autumn clock change', at('2027-10-20T12:00:00Z')), '2027-10-31');
  assert.equal(dateOfWords('10 days before the next clock change', at('2027-10-20T12:00:00Z')), undefined);
});
