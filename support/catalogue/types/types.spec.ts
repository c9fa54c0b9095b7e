import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { items, wireName } from '../items';
import { type Json, openSpecification, ownFacts } from '../release-facts';
import * as t from '.';
import { dataTypes } from './published';

const folder = resolve(__dirname, '../../../../shared/dip-spec/v2.1.0');
const skip = existsSync(folder) ? false : 'left out: the published specification is absent';
const specification = openSpecification(folder);

const ours = (type: z.ZodType) => ownFacts(z.toJSONSchema(type, { io: 'input' }) as Json);
const published = (file: string, name: string) => specification.facts(file, name).places[''];

test('every data type agrees with the published one, and none is missing', { skip }, () => {
  const file = 'DataTypes-unresolved.yaml';
  assert.deepEqual(Object.keys(dataTypes).sort(), Object.keys(specification.schemas(file)).sort());
  for (const [name, type] of Object.entries(dataTypes)) {
    assert.deepEqual(ours(type())[''], published(file, name), name);
  }
});

test('every data item agrees with the published one, and none is missing', { skip }, () => {
  const file = 'DataCatalogue-unresolved.yaml';
  const byNumber = new Map(Object.keys(specification.schemas(file)).map((name) => [/^DI-\d+N?/.exec(name)![0], name]));
  assert.deepEqual([...new Set(Object.values(items).map(({ number }) => number))].sort(), [...byNumber.keys()].sort());
  for (const [name, { number, type }] of Object.entries(items)) {
    const own = ours(type);
    assert.deepEqual(own['[]'] ?? own[''], published(file, byNumber.get(number)!), `${name} ${number}`);
  }
});

test('the comparison sees another length, form, value, number limit and null', { skip }, () => {
  const file = 'DataCatalogue-unresolved.yaml';
  const differs = (name: string, type: t.Type) => assert.notDeepEqual(ours(type())[''], published(file, name), name);
  differs('DI-055-Meter-Asset-Provider-ID', t.plainText(4, 5));
  differs('DI-123-SSC', t.orNull(t.text('', 4, 4, /^\d{3}$/)));
  differs('DI-160-Settlement-Code', t.oneOf('SF', 'R1', 'R2', 'R3', 'RF', 'DR', 'DF'));
  differs('DI-307-Settlement-Period-ID', t.wholeNumber('', { min: 1, max: 48 }));
  differs('DI-081-Settlement-Period-Duration', t.wholeNumber('', { min: 30, max: 30 }));
  differs('DI-161-Run-Number', t.wholeNumber('', { max: 9_999_999 }));
  differs('DI-533-Distributor-Billing-Email', t.emailIfAny);
  differs('DI-079-Secondary-MPAN', t.mpan);
});

test('one name that stands for two items has the number of the second behind it', () => {
  assert.equal(wireName('settlementPeriodID (DI-496)'), 'settlementPeriodID');
  assert.equal(wireName('settlementPeriodID'), 'settlementPeriodID');
  assert.equal(items.DUoSTariffID.type.safeParse('').success, true);
  assert.equal(items['DUoSTariffID (DI-612)'].type.safeParse('').success, false);
  for (const [name, { number }] of Object.entries(items)) {
    const wire = wireName(name);
    if (wire !== name) assert.equal(name, `${wire} (${number})`);
  }
});

// A type, what it takes, and what it does not: the problem is always the words of the type.
const cases: [string, t.Type, unknown[], unknown[]][] = [
  ['dateTime', t.dateTime, ['2027-06-22T00:00:00+01:00'], ['2027-02-30T00:00:00+00:00', '2027-06-22', null]],
  ['date', t.date, ['2028-02-29'], ['2027-02-29', '22/06/2027', '2027-6-22', null]],
  ['consumption', t.consumption, ['0.000', '-12.345'], ['1', '1.23', '1234567890.000', 1.234]],
  ['positive volume', t.positiveVolume, ['1.000000'], ['-1.000000', '1.00']],
  ['Settlement Period', t.settlementPeriod, [1, 50], [0, 51, 1.5, '1']],
  ['duration', t.periodDuration, [30], [15, 29, '30']],
  ['run number', t.runNumber, [1, 0.5], [10_000_000, '1']],
  ['load shape value', t.loadShapeValue, [0.123], [0.1234]],
  ['e-mail', t.email, ['a@b.example'], ['a', `${'a'.repeat(99)}@b`, '']],
  ['flag', t.flag, [true], ['true', 1]],
  ['values', t.settlementRun, ['SF'], ['sf', '']],
  ['null', t.orNull(t.mpan), [null, '2000000000012'], ['', '200000000001', undefined]],
  ['list', t.anyNumberOf(t.mpid), [[], ['SUPA']], [['supa']]],
  ['reference', t.senderReference, ['S-IF-031-2300000001-SUP-20270601-1'], ['S-IF-031-2300000001-SUP-2027-1']],
];

for (const [name, type, good, bad] of cases) {
  test(`${name}: takes what it should and says what it expected of the rest`, () => {
    for (const value of good) assert.equal(type().safeParse(value).success, true, JSON.stringify(value));
    for (const value of bad) {
      const { error } = type().safeParse(value);
      assert.ok(error, JSON.stringify(value));
      for (const { message } of error.issues) assert.doesNotMatch(message, /invalid|too (big|small)|received/i);
    }
  });
}

test('a type is assembled once, when it is first asked for', () => {
  const type = t.plainText(1, 7);
  assert.equal(type(), type());
  assert.equal(items.MPANCore.type, t.mpan());
});
