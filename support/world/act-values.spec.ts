import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { QualifyError } from '../errors';
import { known } from './known.fixture';
import { valueOf } from './act-values';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dipId = z.string().regex(/^\d{10}$/);
const party = z.object({ dipId, mpid: z.string().length(4) });
const mpanCore = z.string().regex(/^\d{13}$/);

const read = (text: string, schema: z.ZodType) => valueOf(text, schema, known())?.value;

test('a day is read where the argument takes a date', () => {
  const days = {
    today: '2027-06-01',
    '10 days ahead': '2027-06-11',
    'the SSD': '2027-06-22',
    '19 days after the SSD': '2027-07-11',
    '1 day before the effective date': '2027-06-30',
    '2027-12-31': '2027-12-31',
  };
  for (const [words, day] of Object.entries(days)) assert.equal(read(words, date), day, words);
  assert.equal(read('the effective date', date.nullish()), '2027-07-01');
  for (const words of ['soon', 'the day', '10 days after today', 'yes', '']) assert.equal(read(words, date), undefined);
});

test('a party is read as DIP ID and MPID, or as the one that is taken', () => {
  const proposed = { dipId: '2000000041', mpid: 'DATA' };
  assert.deepEqual(read('the proposed Data Service', party), proposed);
  assert.deepEqual(read('SDS (proposed)', party.optional()), proposed);
  assert.equal(read('the proposed Data Service', dipId), proposed.dipId);
  assert.equal(read('the proposed Data Service', z.string().regex(/^[A-Z]{4}$/)), proposed.mpid);
  assert.equal(read('the proposed Data', party), undefined);
  const mixed = { dipId: '2000000041', mpid: 'META' };
  assert.deepEqual(read('SDS (proposed) with the MPID of the proposed Metering Service', party), mixed);
  assert.equal(read('SDS (proposed) with the MPID of the proposed Metering Service', dipId), undefined);
  assert.throws(
    () => read('the Enquiry Service', party),
    (e) => e instanceof QualifyError && e.code === 'POSITION_UNKNOWN',
  );
});

test('another MPAN, the switch and the segment are read even where any text is taken', () => {
  assert.equal(read('MPAN "B"', mpanCore), '9900000000010');
  assert.equal(read('MPAN "B"', z.string()), '9900000000010');
  assert.equal(read('the pending switch', z.string().max(36)), 'switch-1');
  assert.match(String(read('another switch', z.string().max(36))), /^[0-9a-f-]{36}$/);
  assert.notEqual(read('a new switch', z.string().max(36)), read('a new switch', z.string().max(36)));
  assert.equal(read('the market segment of the MPAN', z.enum(['S', 'A'])), 'A');
  assert.equal(read('the energy direction of the MPAN', z.enum(['I', 'E'])), 'E');
  assert.equal(read('the GSP Group of the MPAN', z.string().length(2)), '_C');
  assert.equal(read('the GSP Group of the MPAN', z.enum(['_A', '_B'])), undefined);
});

test('yes, no, none and numbers are what they say where that is taken, else text', () => {
  assert.deepEqual([read('yes', z.boolean()), read('no', z.boolean().default(true))], [true, false]);
  assert.equal(read('none', z.string().nullable()), null);
  assert.equal(read('none', z.enum(['smart', 'none'])), 'none');
  assert.equal(read('yes', z.enum(['yes', 'maybe'])), 'yes');
  assert.equal(read('1.05', z.number()), 1.05);
  assert.equal(read('105', z.string()), '105');
  assert.equal(read('10 days ahead', z.string()), '10 days ahead');
  assert.equal(read('none', z.boolean()), undefined);
});

test('a list is read by its commas, each item by what the list takes', () => {
  assert.deepEqual(read('MPAN "A", MPAN "B"', z.array(mpanCore)), ['9900000000003', '9900000000010']);
  assert.deepEqual(read('today,10 days ahead', z.array(date).optional()), ['2027-06-01', '2027-06-11']);
  assert.deepEqual(read('none', z.array(date)), []);
  assert.equal(read('none', z.array(date).nullable()), null);
  assert.equal(read('today, soon', z.array(date)), undefined);
  assert.equal(read('today, today', z.array(date).max(1)), undefined);
});
