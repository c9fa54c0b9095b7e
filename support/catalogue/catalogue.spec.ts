import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as catalogue from '.';

const { allEvents, eventDefinition, messageLabel, parseMessageLabel } = catalogue;
const events = allEvents();

test('events are found by interface and exact event code', () => {
  assert.equal(eventDefinition('IF-031', 'MSApp')?.publication, 'PUB-031');
  for (const event of ['msapp', '[MSApp]', 'toString']) assert.equal(eventDefinition('IF-031', event), undefined);
  assert.equal(eventDefinition('IF-32', 'MSApp'), undefined);
  assert.equal(events.length, 146);
});

test('labels are written in one way and read in two', () => {
  assert.equal(messageLabel({ interface: 'IF-031', event: 'MSApp' }), 'IF-031 [MSApp]');
  for (const definition of events) {
    const { interface: id, event } = definition;
    assert.deepEqual(parseMessageLabel(messageLabel(definition)), { interface: id, event });
    assert.deepEqual(parseMessageLabel(`${id}[${event}]`), { interface: id, event });
  }
  for (const text of ['IF-031', 'IF-031 MSApp', 'IF-31 [MSApp]', 'IF-031  [MSApp]', '[MSApp]', '']) {
    assert.equal(parseMessageLabel(text), undefined, text);
  }
});

test('answers and continuations name events of the catalogue, and never themselves', () => {
  for (const definition of events) {
    for (const other of [definition.answers, definition.continues]) {
      if (!other) continue;
      assert.ok(eventDefinition(other.interface, other.event), messageLabel(definition));
      assert.notEqual(messageLabel(other), messageLabel(definition));
    }
  }
  const answered = eventDefinition('IF-035', 'DSAppRejected');
  assert.deepEqual(answered?.answers, { interface: 'IF-034', event: 'DSAppSPResponse' });
  assert.deepEqual(answered?.continues, { interface: 'IF-031', event: 'DSApp' });
});

test('roles are the 15 of the DIP, and a service role follows from the segment', () => {
  assert.equal(Object.keys(catalogue.roles).length, 15);
  assert.ok(catalogue.isRole('UMSDS'));
  for (const text of ['sup', 'CSS', 'toString', '']) assert.equal(catalogue.isRole(text), false);
  for (const segment of ['S', 'A', 'U'] as const) {
    for (const kind of ['metering', 'data'] as const) {
      const role = catalogue.roles[catalogue.serviceRole(kind, segment)];
      assert.deepEqual([role.kind, role.segments], [`${kind}-service`, [segment]]);
    }
  }
});

test('codes have a text and a family; unknown ones stay as they are', () => {
  assert.equal(catalogue.codeText('MSG1001'), 'MSG1001 - Schema Failure');
  assert.equal(catalogue.responseCode('SP005')?.family, 'service provider');
  assert.equal(catalogue.responseCode('sp005'), undefined);
  assert.equal(catalogue.responseCode('constructor'), undefined);
  assert.equal(catalogue.codeText('XYZ1'), 'XYZ1');
});

test('an effective date begins at local or at UTC midnight', () => {
  assert.equal(catalogue.effectiveFrom('2027-06-22', 'local'), '2027-06-22T00:00:00+01:00');
  assert.equal(catalogue.effectiveFrom('2027-12-22', 'local'), '2027-12-22T00:00:00+00:00');
  assert.equal(catalogue.effectiveFrom('2027-06-22', 'utc'), '2027-06-22T00:00:00+00:00');
  // The days of the clock change begin in the old offset.
  assert.equal(catalogue.effectiveFrom('2027-03-28', 'local'), '2027-03-28T00:00:00+00:00');
  assert.equal(catalogue.effectiveFrom('2027-10-31', 'local'), '2027-10-31T00:00:00+01:00');
  for (const text of ['2027-02-29', '22/06/2027', '2027-6-2', '']) {
    assert.throws(() => catalogue.effectiveFrom(text, 'local'), { code: 'DATE_NOT_REAL' });
  }
});

test('the date that a date-time begins is read back, whatever its offset', () => {
  for (const kind of ['local', 'utc'] as const) {
    for (const date of ['2027-06-22', '2027-12-22', '2027-03-28', '2027-03-29', '2027-10-31', '2027-11-01']) {
      assert.equal(catalogue.localDateOf(catalogue.effectiveFrom(date, kind), kind), date);
    }
  }
  assert.equal(catalogue.localDateOf('2027-06-21T23:00:00+00:00', 'local'), '2027-06-22');
  assert.equal(catalogue.localDateOf('2027-06-22T00:00:00+01:00', 'utc'), undefined);
  assert.equal(catalogue.localDateOf('2027-06-22T00:00:00+00:00', 'local'), undefined);
  assert.equal(catalogue.localDateOf('2027-06-22', 'local'), undefined);
});

test('moments are written in UTC and read in any offset', () => {
  const at = new Date('2027-06-22T07:30:15.999Z');
  assert.equal(catalogue.wireTime(at), '2027-06-22T07:30:15+00:00');
  assert.equal(catalogue.instant('2027-06-22T08:30:15+01:00'), Date.parse('2027-06-22T07:30:15Z'));
  assert.equal(catalogue.instant('2027-06-22T02:00:15-05:30'), Date.parse('2027-06-22T07:30:15Z'));
  assert.equal(catalogue.instant('2027-06-22T07:30:15Z'), undefined);
  assert.equal(catalogue.instant('2028-02-29T00:00:00+00:00'), Date.UTC(2028, 1, 29));
  for (const day of [
    '2100-02-29',
    '2027-02-29',
    '2027-04-31',
    '2027-00-10',
    '2027-13-01',
    '2027-01-00',
    '0050-01-01',
  ]) {
    assert.equal(catalogue.instant(`${day}T00:00:00+00:00`), undefined, day);
  }
});

test('sender unique references have the published form', () => {
  const at = new Date('2027-06-22T07:30:15Z');
  const reference = catalogue.newSenderReference('IF-031', '2300000001', 'SUP', at, 'a1B2');
  assert.equal(reference, 'S-IF-031-2300000001-SUP-20270622-a1B2');
});

test('the check digit of an MPAN', () => {
  // Worked by hand: 2 1 0 0 0 … gives 2×3 + 1×5 = 11, remainder 0; a 1 in the last place gives 43 mod 11 = 10, so 0.
  assert.equal(catalogue.mpanWithCheckDigit('210000000000'), '2100000000000');
  assert.equal(catalogue.mpanWithCheckDigit('000000000001'), '0000000000010');
  assert.equal(catalogue.mpanWithCheckDigit('200000000000'), '2000000000006');
  assert.ok(catalogue.mpanCheckDigit('2000000000006'));
  for (const text of ['2000000000005', '200000000000', '20000000000060', 'MPAN000000000']) {
    assert.equal(catalogue.mpanCheckDigit(text), false, text);
  }
  assert.throws(() => catalogue.mpanWithCheckDigit('2000000000006'), { code: 'MPAN_STEM_INVALID' });
});

test('samples take what they are told and never repeat a reference', () => {
  const options = { mpan: '2000000000006', from: '3400000009', role: 'ADS', egress: true } as const;
  const { S1, M0, D0 } = catalogue.sampleMessage('IF-034', 'DSAppSPResponse', options).CommonBlock;
  assert.deepEqual([S1.senderDIPID, S1.senderRoleID, M0?.MPANCore], ['3400000009', 'ADS', '2000000000006']);
  assert.equal(D0?.publicationID, 'PUB-034');
  const again = catalogue.sampleMessage('IF-034', 'DSAppSPResponse', options).CommonBlock.S1;
  assert.notEqual(again.senderUniqueReference, S1.senderUniqueReference);
  assert.throws(() => catalogue.sampleMessage('IF-031', 'MSApps'), /no IF-031 \[MSApps\]/);
  assert.throws(() => catalogue.sampleMessage('IF-031', 'MSApps'), { fix: /IF-031 \[MSApp\]/ });
});
