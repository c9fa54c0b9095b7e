import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { mpanWithCheckDigit } from '../catalogue';
import { scratchFile } from '../testing';
import { loadPool } from '.';

const smart = { segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E', gspGroup: '_A' } as const;
const mpan = (number: number) => mpanWithCheckDigit(String(990_000_000_000 + number));
const pool = (value: object) => loadPool(scratchFile('pool.yaml', stringify({ schema: 1, remember: false, ...value })));
const principals = { first: '990000000000', count: 2, ...smart };
const dependents = { ...principals, first: '990000000100', energyDirection: 'E', linkedTo: '990000000000' };
const linked = { pair: 'linked' } as const;

test('a pair is handed out as one: first its principal, then the MPAN that belongs to that very one', async () => {
  const { take } = await pool({ ranges: [principals, dependents] });
  const first = take({ segment: 'S', ...linked, part: 'principal' })!;
  const second = take({ segment: 'S', ...linked, part: 'principal' })!;
  assert.deepEqual([first.mpan, first.partner], [mpan(0), mpan(100)]);
  const dependent = { ...linked, part: 'dependent', energyDirection: 'E' } as const;
  assert.equal(take(dependent, { partnerOf: second.mpan })?.mpan, mpan(101));
  assert.equal(take(dependent, { partnerOf: first.mpan })?.mpan, mpan(100));
  assert.equal(take(dependent, { partnerOf: first.mpan }), undefined, 'twice');
});

test('a partner of another kind is not handed out, nor one of an MPAN that was never taken', async () => {
  const { take } = await pool({ ranges: [principals, dependents] });
  assert.equal(take({ ...linked, part: 'dependent' }, { partnerOf: mpan(0) }), undefined);
  const { mpan: first } = take({ ...linked, part: 'principal' })!;
  assert.equal(take({ ...linked, part: 'dependent', energyDirection: 'I' }, { partnerOf: first }), undefined);
  assert.equal(take({ pair: 'related', part: 'dependent' }, { partnerOf: first }), undefined);
});

test('whoever asks for no pair gets no half of one; a hub that loads everything gets both', async () => {
  const { take, count } = await pool({ ranges: [principals, dependents, { ...principals, first: '990000000200' }] });
  assert.deepEqual([take(smartKind)?.mpan, take(smartKind)?.mpan, take(smartKind)], [mpan(200), mpan(201), undefined]);
  assert.deepEqual([count(smartKind).there, count({ ...linked, part: 'principal' }).there, count().there], [2, 2, 6]);
  const all = Array.from({ length: 5 }, () => take({}, { all: true })?.mpan);
  assert.deepEqual(all, [mpan(0), mpan(1), mpan(100), mpan(101), undefined]);
});

const { gspGroup: _, ...smartKind } = smart;

test('a new connection goes only to who asks for one', async () => {
  const { take } = await pool({ ranges: [{ ...principals, registration: 'new' }] });
  assert.equal(take(smartKind), undefined);
  assert.equal(take({ ...smartKind, registration: 'new' })?.mpan, mpan(0));
});

test('rows are paired by their 13 digits', async () => {
  const rows = [
    { mpan: mpan(1), ...smart },
    { mpan: mpan(2), ...smart, relatedTo: mpan(1) },
  ];
  const { take } = await pool({ mpans: rows });
  const principal = take({ pair: 'related', part: 'principal' });
  assert.equal(principal?.mpan, mpan(1));
  assert.equal(take({ pair: 'related', part: 'dependent' }, { partnerOf: mpan(1) })?.mpan, mpan(2));
});

test('a pair that is none is refused, with its line', async () => {
  const other = { ...principals, first: '990000000200' };
  const wrong: [ranges: object[], says: RegExp][] = [
    [[{ ...dependents, linkedTo: '990000009999' }], /no other entry/],
    [[{ ...dependents, linkedTo: dependents.first }], /no other entry/],
    [[principals, { ...dependents, count: 1 }], /1 of one and 2 of the other/],
    [[principals, { ...dependents, relatedTo: principals.first }], /linked and related/],
    [[principals, dependents, { ...other, linkedTo: principals.first }], /partner already/],
  ];
  for (const [ranges, says] of wrong) {
    await assert.rejects(pool({ ranges }), (error: { code: string; message: string; place: string }) => {
      assert.equal(error.code, 'POOL_PAIR_WRONG');
      assert.match(error.message, says);
      assert.match(error.place, /pool\.yaml:\d+$/);
      return true;
    });
  }
});
