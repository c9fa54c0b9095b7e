import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayQuery } from './replay-request';

const all = { datetimeFrom: null, datetimeTo: null, eventCode: null, MPAN: null, version: null };
const ask = (more: object) => replayQuery(Buffer.from(JSON.stringify({ ...all, ...more })), 'IF-031', '2300000001');

function help(more: object): string {
  const read = ask(more);
  assert.ok(!read.ok, `taken: ${JSON.stringify(more)}`);
  assert.equal(read.code, 'MSG1001');
  return read.help;
}

test('a request that asks for nothing in particular asks for all of the channel', () => {
  const read = ask({});
  assert.ok(read.ok);
  const { from, until, ...rest } = read.query;
  assert.deepEqual(rest, { channel: 'IF-031', to: '2300000001' });
  assert.ok(from.getTime() === 0 && until > new Date('2100-01-01'));
});

test('a request may name time, event, MPAN, version and transactions', () => {
  const read = ask({
    datetimeFrom: '2027-06-01T10:00:00+01:00',
    datetimeTo: '2027-06-01T09:00:00+00:00',
    eventCode: '[DSApp]',
    MPAN: '2000000000016',
    version: '011',
    transactionIDs: ['T-1', 'T-2'],
  });
  assert.deepEqual(read, {
    ok: true,
    query: {
      channel: 'IF-031',
      to: '2300000001',
      from: new Date('2027-06-01T09:00:00Z'),
      until: new Date('2027-06-01T09:00:00.999Z'),
      event: 'DSApp',
      mpan: '2000000000016',
      schemaVersion: '011',
      transactionIDs: ['T-1', 'T-2'],
    },
  });
});

test('every key that must be there is missed by its name, and what is wrong is said of each', () => {
  for (const key of Object.keys(all)) assert.match(help({ [key]: undefined }), new RegExp(`^${key}: expected`));
  const text = help({ datetimeFrom: 1, MPAN: '1' });
  assert.match(text, /datetimeFrom: expected a date-time.+; MPAN: expected an MPAN/);
});

test('a time has 25 characters and exists, and the first is not after the second', () => {
  for (const time of ['2027-06-01T09:00:00Z', '2027-06-01', '2027-02-30T09:00:00+00:00', '', 1, {}]) {
    assert.match(help({ datetimeTo: time }), /^datetimeTo: expected a date-time of 25 characters/);
  }
  const span = { datetimeFrom: '2027-06-01T09:00:01+00:00', datetimeTo: '2027-06-01T09:00:00+00:00' };
  assert.equal(help(span), 'datetimeFrom is after datetimeTo');
});

test('an event stands in brackets and belongs to the channel', () => {
  assert.match(help({ eventCode: 'MSApp' }), /^eventCode: expected an event code in brackets/);
  assert.match(help({ eventCode: '[MSAppActive]' }), /no event of IF-031, which has \[MSApp\], \[DSApp\]$/);
});

test('an MPAN has 13 digits, a version 10 characters, a list 1 to 100 transactions', () => {
  assert.match(help({ MPAN: 2000000000016 }), /^MPAN: expected an MPAN of 13 digits/);
  assert.match(help({ MPAN: '20000000000160' }), /^MPAN/);
  assert.match(help({ version: '01234567890' }), /^version/);
  assert.match(help({ transactionIDs: [] }), /^transactionIDs: expected 1 to 100/);
  assert.match(help({ transactionIDs: Array.from({ length: 101 }, () => 'T') }), /^transactionIDs: expected 1 to 100/);
  assert.match(help({ transactionIDs: [1] }), /^transactionIDs\.0/);
  assert.match(help({ transactionIDs: null }), /^transactionIDs/);
  assert.ok(ask({ transactionIDs: Array.from({ length: 100 }, () => 'T'.repeat(65)) }).ok);
});

test('keys may be in any case, and further ones are no matter', () => {
  const keys = Object.fromEntries(Object.entries({ ...all, MPAN: '2' }).map(([k, v]) => [k.toUpperCase(), v]));
  const read = replayQuery(Buffer.from(JSON.stringify(keys)), 'IF-031', '2300000001');
  assert.ok(!read.ok && /^MPAN: expected an MPAN/.test(read.help));
  const good = replayQuery(Buffer.from(JSON.stringify({ ...keys, MPAN: null, more: 1 })), 'IF-031', '2300000001');
  assert.ok(good.ok);
});

test('a body that is no object is refused', () => {
  for (const body of ['', '{', '[]', 'null', '1', '"a"']) {
    const read = replayQuery(Buffer.from(body), 'IF-031', '2300000001');
    assert.ok(!read.ok && read.help !== '', body);
  }
});
