import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { add, appointmentRecords, type Entry, find, learn, open } from './appointment-book';
import { emptyRecords, learnSupply } from './party-records';

const key = { service: 'metering', dipId: '3000000002', from: '2027-06-22T00:00:00+01:00' } as const;
const sameMoment = { ...key, from: '2027-06-21T23:00:00+00:00' };
const status = (book: Entry[]) => appointmentRecords(book).map((it) => it.status);

describe('the appointment book', () => {
  it('finds the attempt of a conversation before any other', () => {
    const book = open(open(open([], key, {}, 'C1'), key, {}, 'C2'), key);
    assert.equal(find(book, key, 'C1'), book[0]);
    assert.equal(find(book, key, 'C2'), book[1]);
  });

  it('takes an unknown conversation for that of the attempt that has none yet, else of the last', () => {
    const waiting = open(open(open([], key, {}, 'C1'), key), key, {}, 'C2');
    assert.equal(find(waiting, key, 'C3'), waiting[1]);
    const none = open(open([], key, {}, 'C1'), key, {}, 'C2');
    assert.equal(find(none, key, 'C3'), none[1]);
    assert.equal(find(none, key, null), none[1]);
  });

  it('knows a date by its instant, and another date or service as another appointment', () => {
    const book = open([], key);
    assert.equal(find(book, sameMoment, null), book[0]);
    assert.equal(find(book, { ...key, from: '2027-06-22T00:00:00+00:00' }, null), undefined);
    assert.equal(find(book, { ...key, service: 'data' }, null), undefined);
  });

  it('comes to the same status in whatever order the facts are learnt', () => {
    const facts = [{ accepted: true }, { active: true }, { to: '2027-07-01T00:00:00+01:00' }];
    for (const order of [facts, [...facts].reverse(), [facts[1]!, facts[2]!, facts[0]!]]) {
      const book = order.reduce<Entry[]>((so, it) => learn(so, key, 'C1', it), []);
      assert.deepEqual(status(book), ['ended']);
    }
    const lapsed = add(open([], key, { accepted: true }), open([], key)[0]!, null, { lapsed: null });
    assert.deepEqual(status(lapsed), ['accepted'], 'an entry of another book is not touched');
    assert.deepEqual(status(learn(lapsed, key, null, { lapsed: 'REG1089' })), ['lapsed']);
  });

  it('holds the supply that begins later, whichever was learnt first', () => {
    const [early, late] = ['2024-04-01', '2027-06-22'].map((day) => ({ dipId: day, from: `${day}T00:00:00+01:00` }));
    assert.deepEqual(learnSupply(learnSupply(emptyRecords(), early!), late!).supply, late);
    assert.deepEqual(learnSupply(learnSupply(emptyRecords(), late!), early!).supply, late);
  });
});
