import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { type EventDefinition, eventDefinition, events, messageLabel, responseCode } from '.';
import { items } from './items';
import { messageSchema } from './message-schema';
import { type Json, openSpecification, ownFacts } from './release-facts';

const shared = resolve(__dirname, '../../../shared');
const folder = join(shared, 'dip-spec/v2.1.0');
const skip = existsSync(folder) ? false : 'left out: the published specification is absent';
const specification = openSpecification(folder);
const published = (name: string) => specification.facts('Interfaces-EventCodes-unresolved.yaml', name);
const ours = (definition: EventDefinition) =>
  ownFacts(z.toJSONSchema(messageSchema(definition, 'ingress'), { io: 'input' }) as Json);

for (const definition of events) {
  const label = messageLabel(definition);
  const name = definition.interface === 'IF-002' ? 'IF-002-Payload' : `${definition.interface}-${definition.event}`;

  test(`${label} agrees with the published schema, place by place`, { skip }, () => {
    const { places, numbers } = published(name);
    const own = ours(definition);
    assert.deepEqual(Object.keys(own).sort(), Object.keys(places).sort());
    for (const [path, fact] of Object.entries(places)) assert.deepEqual(own[path], fact, path);
    for (const [item, number] of numbers) assert.equal(items[item as keyof typeof items].number, number, item);
  });
}

test('the comparison sees a difference in length, values, null, required keys and blocks', { skip }, () => {
  const { places } = published('IF-031-MSApp');
  const own = ours(eventDefinition('IF-031', 'DSApp')!);
  assert.notDeepEqual(own['.CustomBlock'], places['.CustomBlock']);
  const block = '.CustomBlock.B070';
  assert.deepEqual(places[`${block}.proposedMeteringServiceMPID`], {
    ...{ type: 'string', nullable: false, values: undefined, min: 4, max: 4, pattern: '^[A-Z]{4}$' },
    ...{ least: undefined, most: undefined },
  });
  assert.equal((places[`${block}.contractReferenceMeteringService`] as { nullable: boolean }).nullable, true);
  assert.equal((places[block] as { required: string[] }).required.length, 5);
  assert.equal((places[`${block}.appointmentScenario`] as { values: string[] }).values.length, 7);
});

test('senders, recipients and blocks agree with the table of interfaces', { skip }, () => {
  interface Row {
    id: string;
    code: string;
    sender?: string[];
    recipients?: { primary: string[]; secondary: string[]; always: string[] };
    events: Row[];
    custom_blocks: { required: string[]; optional: string[] };
  }
  const table = parse(readFileSync(join(shared, 'domain/interfaces.yaml'), 'utf8')).interfaces as Row[];
  for (const definition of events) {
    const row = table.find(({ id }) => id === definition.interface)!;
    const event = row.events.find(({ code }) => code === definition.event)!;
    const { primary, secondary, always } = definition.recipients;
    assert.deepEqual(definition.senders, event.sender ?? row.sender, messageLabel(definition));
    assert.deepEqual({ primary, secondary, always }, event.recipients ?? row.recipients, messageLabel(definition));
    assert.deepEqual(definition.custom, event.custom_blocks, messageLabel(definition));
  }
  const listed = new Set(events.map((one) => one.interface));
  const expected = table
    .filter(({ id }) => listed.has(id))
    .flatMap((row) => row.events.map(({ code }) => `${row.id} [${code}]`));
  assert.deepEqual(events.map(messageLabel).sort(), expected.sort());
});

test('every code of the release that appointments can meet has a text', { skip }, () => {
  const codes = specification.schemas('ResponseCodes-unresolved.yaml')['DI-999-Response-Codes']!.enum as string[];
  const all = codes.filter((code) => /^(MSG|RCP|SP|DS)\d/.test(code));
  assert.deepEqual(
    all.filter((code) => !responseCode(code)),
    [],
  );
  const ourRegistration = ['REG1026', 'REG1031', 'REG1032', 'REG1034', 'REG1089', 'REG1090', 'REG1091', 'REG1099'];
  for (const code of ourRegistration) assert.ok(codes.includes(code) && responseCode(code), code);
});
