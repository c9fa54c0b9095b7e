import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, bundledRelease, type EventDefinition, eventDefinition, messageLabel, responseCode } from '.';
import { interfaceFacts, specificationFolder, withoutInterfaces, withoutSpecification } from './interfaces.fixture';
import { items } from './items';
import { type Facts, type Json, openSpecification, ownFacts } from './release-facts';

const skip = withoutSpecification;
const specification = openSpecification(specificationFolder);
const file = 'Interfaces-EventCodes-unresolved.yaml';

/** What S0 of a published schema names; undefined where it is no schema of a message. */
function named(schema: Json): { id: string; codes: string[] } | undefined {
  const header = schema.properties?.CommonBlock?.properties?.S0?.properties;
  const [id, codes] = [header?.interfaceID?.enum?.[0], header?.eventCode?.enum];
  return id && codes ? { id, codes: codes.map(String) } : undefined;
}

/** Names of the published schemas that take an event; the one of its own name first. */
function schemasOf({ interface: id, event }: EventDefinition): string[] {
  const own = `${id}-${event}`;
  return Object.entries(specification.schemas(file))
    .filter(([, schema]) => named(schema)?.id === id && named(schema)!.codes.includes(`[${event}]`))
    .map(([name]) => name)
    .sort((a, b) => Number(b === own) - Number(a === own));
}

const published = (name: string) => specification.facts(file, name);
const ours = (of: EventDefinition) => ownFacts(bundledRelease.jsonSchema(of, 'ingress') as unknown as Json);
const code = '.CommonBlock.S0.eventCode';

for (const definition of allEvents()) {
  test(`${messageLabel(definition)} agrees with the published schema, place by place`, { skip }, () => {
    const { places } = published(schemasOf(definition)[0]!);
    const own = ours(definition);
    assert.deepEqual(Object.keys(own).sort(), Object.keys(places).sort());
    for (const [path, fact] of Object.entries(places)) {
      // One published schema may serve several events; ours is of one.
      const { values, ...rest } = fact as { values?: string[] };
      if (path === code) assert.ok(values?.includes(`[${definition.event}]`));
      assert.deepEqual(own[path], path === code ? { ...rest, values: [`[${definition.event}]`] } : fact, path);
    }
  });
}

test('there is a definition of every event of the release, and of no other', { skip }, () => {
  const all = Object.values(specification.schemas(file)).flatMap((schema) => {
    const name = named(schema);
    return (name?.codes ?? []).map((one) => `${name!.id} ${one}`);
  });
  assert.deepEqual(allEvents().map(messageLabel).sort(), [...new Set(all)].sort());
  assert.deepEqual([allEvents().length, new Set(allEvents().map((one) => one.interface)).size], [146, 58]);
});

test('one published schema names events that have schemas of their own', { skip }, () => {
  const more = allEvents().filter((one) => schemasOf(one).length > 1);
  assert.deepEqual(more.map(messageLabel), ['IF-020 [RelatedAdd]', 'IF-020 [RelatedRemove]']);
});

test('data items have the published numbers', { skip }, () => {
  const wrong = allEvents().flatMap((definition) => {
    const { numbers } = published(schemasOf(definition)[0]!);
    return [...numbers].filter(([item, number]) => !numbersOf(item).includes(number));
  });
  assert.deepEqual(wrong, []);
});

/** Some names stand for two items, by the block that they are in. */
function numbersOf(item: string): string[] {
  const found = Object.entries(items).filter(([name]) => name === item || name.startsWith(`${item} (`));
  return found.map(([, { number }]) => String(number));
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
  const fact = (path: string) => places[path] as Facts;
  assert.equal(fact(`${block}.contractReferenceMeteringService`).nullable, true);
  assert.equal((fact(block).required as string[]).length, 5);
  assert.equal((fact(`${block}.appointmentScenario`).values as string[]).length, 7);
});

test('senders, recipients, processes, blocks and their bases agree with the table of interfaces', (t) => {
  if (withoutInterfaces) return t.skip(withoutInterfaces);
  const facts = interfaceFacts();
  assert.deepEqual(allEvents().map(messageLabel).sort(), [...facts.keys()].sort());
  for (const definition of allEvents()) {
    const { publication, kind, schemaVersion, senders, sendersBasis, processes, processesBasis } = definition;
    const { primary, secondary, always, basis } = definition.recipients;
    const own = {
      ...{ publication, kind, schemaVersion, senders, sendersBasis, processes, processesBasis },
      recipients: { primary, secondary, always, basis },
      common: definition.common,
      custom: definition.custom,
    };
    const label = messageLabel(definition);
    assert.deepEqual(own, { ...facts.get(label)!, ...disagreements[label] }, label);
  }
});

/** Where we differ from the table, and why. */
const disagreements: Record<string, object> = {
  // BSCCo is no party of the DIP: no role, no DIP ID.
  'REP-007 [BMUnitDefaultsToSuppliers]': {
    recipients: { primary: ['SUP'], secondary: [], always: [], basis: 'inferred' },
  },
};

test('every code of the release that appointments can meet has a text', { skip }, () => {
  const codes = specification.schemas('ResponseCodes-unresolved.yaml')['DI-999-Response-Codes']!.enum as string[];
  const all = codes.filter((one) => /^(MSG|RCP|SP|DS)\d/.test(one));
  assert.deepEqual(
    all.filter((one) => !responseCode(one)),
    [],
  );
  const ourRegistration = ['REG1026', 'REG1031', 'REG1032', 'REG1034', 'REG1089', 'REG1090', 'REG1091', 'REG1099'];
  for (const one of ourRegistration) assert.ok(codes.includes(one) && responseCode(one), one);
});
