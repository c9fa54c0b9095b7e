import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { bundledRelease, instant, type JsonSchema, localDateOf, type Message, mpanCheckDigit } from '.';
import { type SampleOptions, sampleMessage } from './sample';

const bytes = (o: SampleOptions) => JSON.stringify(sampleMessage('IF-036', 'DSAppActive', { full: true, ...o }));
const seeded = (id: string, event: string, o: SampleOptions = {}) => sampleMessage(id, event, { seed: 7, ...o });
/** Blocks of a sample as the test wants to read them. */
const custom = <T>(id: string, event: string, o: SampleOptions = {}) =>
  seeded(id, event, o).CustomBlock as unknown as T;

describe('seeds', () => {
  test('the same seed gives the same bytes, another seed or another word for it gives others', () => {
    assert.equal(bytes({ seed: 7 }), bytes({ seed: 7 }));
    assert.equal(new Set([7, 8, '7', 'seven'].map((seed) => bytes({ seed }))).size, 4);
  });

  test('without a seed only what makes a reference new differs', () => {
    const plain = () => sampleMessage('IF-031', 'MSApp');
    const [a, b] = [plain(), plain()];
    assert.notEqual(a.CommonBlock.S1.senderUniqueReference, b.CommonBlock.S1.senderUniqueReference);
    b.CommonBlock.S1.senderUniqueReference = a.CommonBlock.S1.senderUniqueReference;
    assert.deepEqual(a, b);
  });

  test('two events of one interface have references of their own under one seed', () => {
    const reference = (event: string) => seeded('IF-031', event).CommonBlock.S1.senderUniqueReference;
    assert.notEqual(reference('MSApp'), reference('DSApp'));
  });

  test('a full sample says the same as the lean one, and more', () => {
    const [lean, full] = [false, true].map((o) => seeded('IF-031', 'DSApp', { full: o }));
    assert.deepEqual(full!.CustomBlock!.B071, lean!.CustomBlock!.B071);
    assert.deepEqual([lean!.CustomBlock!.B013, typeof full!.CustomBlock!.B013], [undefined, 'object']);
    assert.deepEqual([lean!.CommonBlock.A0, typeof full!.CommonBlock.A0], [undefined, 'object']);
  });
});

describe('what belongs together agrees', () => {
  test('a party is the same wherever it stands, and the sender is one of them', () => {
    const { CommonBlock, CustomBlock } = seeded('IF-034', 'DSAppSPResponse', { full: true });
    assert.equal(CommonBlock.S1.senderDIPID, CustomBlock!.B071!.proposedDataServiceDIPID);
    assert.equal(CommonBlock.S1.senderRoleID, 'SDS');
    const request = seeded('IF-031', 'DSApp').CommonBlock.S1.senderDIPID;
    assert.equal(CustomBlock!.B012!.serviceProviderAppointmentRequestingSupplierDIPID, request);
    const { B044 } = custom<{ B044: { issuingDataServiceDIPID: string } }>('IF-021', 'ActivePower', {
      from: '1000000009',
    });
    assert.equal(B044.issuingDataServiceDIPID, '1000000009');
  });

  test('MPANs are of an invented distributor and have their check digit', () => {
    const { CommonBlock, CustomBlock } = seeded('IF-033', 'MSAppSPRequest', { full: true });
    const mpans = [CommonBlock.M0!.MPANCore, CustomBlock!.B907List![0]!.existingMeter.linkedImportExportMPAN];
    assert.notEqual(mpans[0], mpans[1]);
    for (const mpan of mpans) assert.ok(mpanCheckDigit(mpan) && mpan.startsWith('99'), mpan);
  });

  test('effective dates are local midnights around the time of sending', () => {
    const at = new Date('2027-10-20T10:00:00Z');
    const { B008 } = seeded('IF-037', 'MSDeApp', { at }).CustomBlock!;
    const dates = [B008!.meteringServiceEffectiveFromDate, B008!.meteringServiceEffectiveToDate];
    for (const date of dates) assert.ok(localDateOf(date, 'local'), date);
    assert.ok(instant(dates[0]!)! < +at && instant(dates[1]!)! > +at);
  });

  test('an answer and its reason fit the event', () => {
    const b007 = (event: string) => seeded('IF-035', event).CustomBlock!.B007!;
    assert.deepEqual(b007('MSAppAccepted'), { responseCode: 'A', proposedAppointmentResponseCode: 'SP000' });
    const [refused, lapsed] = [b007('MSAppRejected'), b007('MSAppLapsed')];
    assert.deepEqual([refused.responseCode, lapsed.responseCode], ['R', 'L']);
    assert.match(refused.proposedAppointmentResponseCode!, /^(SP0(?!00)|REG)\d+ - /);
    assert.match(lapsed.proposedAppointmentResponseCode!, /^REG\d+ - /);
    const warning = seeded('IF-014', 'ConsumptionOnDeEnergisedMPAN').CommonBlock.R0!;
    assert.deepEqual([warning.responseCode, warning.responseMessages[0]!.slice(0, 7)], ['W', 'ECS1008']);
    const first = Array.from({ length: 40 }, (_, seed) => sampleMessage('IF-032', 'MSAppInitialResp', { seed }));
    assert.deepEqual([...new Set(first.map(({ CommonBlock }) => CommonBlock.R0!.responseCode))].sort(), ['A', 'R']);
  });

  test('what a seed cannot decide comes from the caller', () => {
    const at = new Date('2027-06-22T07:30:15Z');
    const options = { mpan: '2000000000006', from: '3400000009', role: 'ADS', at, egress: true } as const;
    const { S1, M0, D0 } = seeded('IF-034', 'DSAppSPResponse', options).CommonBlock;
    assert.deepEqual([S1.senderDIPID, S1.senderRoleID, M0!.MPANCore], ['3400000009', 'ADS', '2000000000006']);
    assert.deepEqual([S1.senderTimestamp, D0!.publicationID], ['2027-06-22T07:30:15+00:00', 'PUB-034']);
  });
});

test('an event of another release is made from its own schema', () => {
  const first = bundledRelease.events[0]!;
  const known = bundledRelease.jsonSchema(first, 'ingress');
  const B999: JsonSchema = {
    type: 'object',
    required: ['novelty', 'kilowatts', 'howMany', 'since', 'either'],
    properties: {
      novelty: { type: 'string', pattern: '^N-[A-F]{3}$' },
      kilowatts: { type: 'number', minimum: 3, maximum: 4 },
      howMany: { type: ['integer', 'null'], minimum: -2, maximum: -1 },
      since: { type: 'string', minLength: 25, maxLength: 25 },
      either: { const: 'only' },
    },
  };
  const CustomBlock: JsonSchema = { type: 'object', required: ['B999'], properties: { B999 } };
  const json: JsonSchema = { ...known, properties: { ...known.properties, CustomBlock } };
  const schema = () => z.fromJSONSchema(json as Parameters<typeof z.fromJSONSchema>[0]) as z.ZodType<Message>;
  const release = { ...bundledRelease, id: '9.0.0', bundled: false, jsonSchema: () => json, schema };
  const sample = sampleMessage(first.interface, first.event, { seed: 3 }, release).CustomBlock;
  const made = (sample as unknown as Record<'B999', Record<string, unknown>>).B999;
  assert.match(String(made.novelty), /^N-[A-F]{3}$/);
  assert.ok(Number(made.kilowatts) >= 3 && Number(made.kilowatts) <= 4);
  assert.ok(made.howMany === null || [-2, -1].includes(Number(made.howMany)));
  assert.ok(localDateOf(String(made.since), 'local'));
  assert.equal(made.either, 'only');
});
