import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, bundledRelease, type EventDefinition, eventDefinition, messageLabel, oddities } from '.';
import { eachPlace } from './describe/places';
import type { JsonSchema } from './json-schema';

const events = allEvents(bundledRelease);
const labels = (which: (one: EventDefinition) => unknown) => events.filter(which).map(messageLabel);
const interfaces = (which: (one: EventDefinition) => unknown) => [
  ...new Set(events.filter(which).map((one) => one.interface)),
];
const known = (id: string) => oddities.find((one) => one.id === id)!.where;
const schema = (id: string, event: string) => bundledRelease.jsonSchema(eventDefinition(id, event)!, 'ingress');
const block = (of: JsonSchema, ...path: string[]) =>
  path.reduce<JsonSchema | undefined>((so, key) => so?.properties?.[key], of);

/** Names of blocks below a schema that meet a condition, in lists too. */
function blocksWhere(of: JsonSchema, meets: (one: JsonSchema) => boolean, name = ''): string[] {
  const inner = Object.entries(of.properties ?? {}).flatMap(([key, value]) => blocksWhere(value, meets, key));
  const listed = of.items ? blocksWhere(of.items, meets, name) : [];
  return [...(of.properties && meets(of) ? [name] : []), ...inner, ...listed];
}

/** Of all events, in CustomBlock; what reports hold is another matter. */
const customsWhere = (meets: (one: JsonSchema) => boolean) => {
  const found = events
    .filter((one) => one.kind === 'interface' && one.custom)
    .flatMap((one) => Object.entries(block(bundledRelease.jsonSchema(one, 'ingress'), 'CustomBlock')!.properties!))
    .flatMap(([name, inner]) => blocksWhere(inner, meets, name));
  return [...new Set(found)].sort();
};

test('every oddity has a name of its own, a place and a treatment', () => {
  assert.equal(new Set(oddities.map(({ id }) => id)).size, oddities.length);
  for (const { id, where, what, treatment } of oddities) assert.ok(id && where && what && treatment, id);
});

test('versions: IF-051 and the reports have their own', () => {
  const versions = (version: string) => interfaces((one) => one.schemaVersion === version);
  assert.deepEqual(versions('001'), ['IF-051']);
  assert.deepEqual(
    versions('008'),
    interfaces((one) => one.kind === 'report'),
  );
  assert.equal(versions('011').length, 45);
});

test('channels without schema, and publications that the list lacks', () => {
  for (const id of ['IF-030', 'IF-042'])
    assert.deepEqual(
      interfaces((one) => one.interface === id),
      [],
    );
  for (const id of ['PUB-004', 'PUB-051', 'REP-003A']) assert.ok(events.some((one) => one.publication === id));
});

test('events without CustomBlock, and those that require nothing in it', () => {
  const removals = [
    'DirectContractDSRemove',
    'DirectContractMSRemove',
    'DirectContractMSRemove',
    'DirectContractDSRemove',
  ];
  assert.deepEqual(
    labels((one) => !one.custom),
    [
      'IF-015 [ConsumptionReplay]',
      'IF-016 [ConsumptionRequestRejected]',
      ...removals.map((event, i) => `${i < 2 ? 'IF-038' : 'IF-039'} [${event}]`),
    ],
  );
  const empty = (one: EventDefinition) => one.custom?.required.length === 0;
  assert.deepEqual(interfaces(empty), ['IF-041', 'IF-045', 'IF-047', 'IF-065']);
  assert.deepEqual(block(schema('IF-045', 'NoMSAppointed'), 'CustomBlock')?.required ?? [], []);
  assert.ok(schema('IF-045', 'NoMSAppointed').required?.includes('CustomBlock'));
  assert.ok(!schema('IF-015', 'ConsumptionReplay').properties?.CustomBlock);
});

test('what the release leaves open', () => {
  assert.equal(
    known('open-header'),
    `S0 of ${interfaces((one) => one.openHeader)
      .map((id, i) => (i ? id.slice(3) : id))
      .join(', ')
      .replace(/, (\d+)$/, ' and $1')}`,
  );
  assert.deepEqual(
    interfaces((one) => one.openCommon),
    ['IF-007', 'IF-045'],
  );
  const open = customsWhere((one) => one.additionalProperties !== false);
  assert.deepEqual(open, known('open-blocks').split(', '));
  assert.deepEqual(
    customsWhere((one) => !one.required?.length),
    known('nothing-required').split(', '),
  );
});

test('MPAN and answers: M1, S2, R1, and R0 that is not asked for', () => {
  assert.deepEqual(
    interfaces((one) => one.common.required.includes('M1')),
    ['IF-019', 'IF-020'],
  );
  assert.deepEqual(
    interfaces((one) => one.common.required.includes('R1')),
    ['IF-016'],
  );
  assert.deepEqual(
    interfaces((one) => one.common.optional.includes('R0')),
    ['IF-032'],
  );
  const replay = schema('IF-016', 'ActivePower');
  assert.deepEqual(block(replay, 'CommonBlock', 'S2'), block(replay, 'CommonBlock', 'S1'));
  const masked = block(replay, 'CommonBlock', 'R1', 'responseCode')!;
  assert.ok(masked.enum?.includes('x'));
});

test('B906 and lists, by event', () => {
  const history = (event: string) => block(schema('IF-005', event), 'CustomBlock', 'B906')?.required;
  assert.deepEqual(history('MeterInstall'), ['existingMeter', 'historyMAP']);
  assert.deepEqual(history('MeterUpdate'), ['existingMeter']);
  const readings = (id: string, event: string) => block(schema(id, event), 'CustomBlock', 'B065List')?.maxItems;
  assert.deepEqual([readings('IF-041', 'ReadingRemote'), readings('IF-065', 'ReadingRemote')], [48, undefined]);
});

test('an event takes its own code only, in brackets', () => {
  const own = (event: string) => block(schema('IF-020', event), 'CommonBlock', 'S0', 'eventCode')?.const;
  assert.equal(own('RelatedCreate'), '[RelatedCreate]');
  assert.equal(own('RelatedAdd'), '[RelatedAdd]');
});

test('what an oddity is about is there: an interface, an event or a key of a message', () => {
  const known = new Set(allEvents(bundledRelease).flatMap((one) => [one.interface, messageLabel(one)]));
  eachPlace(bundledRelease, (name) => known.add(name));
  const lost = oddities.flatMap(({ id, about }) => about.filter((name) => !known.has(name)).map((name) => [id, name]));
  assert.deepEqual(lost, []);
});
