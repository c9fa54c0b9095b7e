import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allEvents,
  bundledRelease,
  eventDefinition,
  eventsFrom,
  eventsOf,
  eventsTo,
  maySend,
  messageLabel,
  publishedCase,
  releaseInUse,
  sampleMessage,
  useRelease,
  validateMessage,
  withRouting,
  type EventDefinition,
} from '.';
import { mayReceive } from './roles';

const labels = (events: readonly EventDefinition[]) => events.map(messageLabel);

test('who may send and who may receive', () => {
  const { senders, recipients } = eventDefinition('IF-034', 'DSAppSPResponse')!;
  assert.ok(maySend('ADS', { senders }) && !maySend('MSS', { senders }) && !maySend('DIP', { senders }));
  assert.ok(mayReceive('REGS', { recipients }) && !mayReceive('SUP', { recipients }));
  assert.deepEqual(labels(eventsFrom('MDR')), [
    'IF-062 [MDRStartResponse]',
    'IF-064 [MDRConsumption]',
    'IF-065 [ReadingRemote]',
  ]);
  assert.deepEqual(labels(eventsTo('DIP')), ['IF-015 [ConsumptionReplay]']);
  assert.equal(eventsFrom('DIP').length, 5);
  assert.deepEqual(labels(eventsFrom('EES')), []);
  const audience = ({ recipients: { primary, secondary, always } }: EventDefinition) => [
    ...primary,
    ...secondary,
    ...always,
  ];
  assert.deepEqual(labels(allEvents().filter((one) => !one.senders.length || !audience(one).length)), []);
});

test('an environment sets recipients: only of the events that it names, only the lists that it names', () => {
  const set = withRouting(bundledRelease, { 'IF-031 [MSApp]': { secondary: ['REGS', 'LDSO'] } });
  const app = eventDefinition('IF-031', 'MSApp', set)!;
  assert.deepEqual(app.recipients, {
    ...{ primary: [], secondary: ['REGS', 'LDSO'], always: [] },
    ...{ basis: 'set', setting: 'routing["IF-031 [MSApp]"]' },
  });
  assert.equal(eventDefinition('IF-031', 'DSApp', set), eventDefinition('IF-031', 'DSApp'));
  assert.equal(eventDefinition('IF-031', 'MSApp')!.recipients.basis, 'inferred');
  assert.equal(set.schema(app, 'ingress'), bundledRelease.schema(eventDefinition('IF-031', 'MSApp')!, 'ingress'));
  assert.ok(mayReceive('LDSO', app));
});

test('routing of an event that there is not is refused with the nearest', () => {
  const of = { code: 'EVENT_UNKNOWN', place: 'routing["IF-031 [MSAp]"]', fix: /IF-031 \[MSApp\]/ };
  assert.throws(() => withRouting(bundledRelease, { 'IF-031 [MSAp]': {} }), of);
});

test('a process works with the release that it was told to use', () => {
  const one = { ...bundledRelease, id: '9.9.9', bundled: false, events: eventsOf('IF-031') };
  assert.equal(releaseInUse(), bundledRelease);
  const message = sampleMessage('IF-002', 'GainMPANInfo');
  useRelease(one);
  try {
    assert.deepEqual([releaseInUse().id, labels(allEvents())], ['9.9.9', ['IF-031 [MSApp]', 'IF-031 [DSApp]']]);
    assert.equal(eventDefinition('IF-002', 'GainMPANInfo'), undefined);
    assert.equal(validateMessage(message, 'ingress').ok, false);
    assert.equal(validateMessage(message, 'ingress', bundledRelease).ok, true);
    assert.deepEqual(publishedCase({ commonblock: {} }).differing, ['commonblock']);
  } finally {
    useRelease(bundledRelease);
  }
  assert.equal(allEvents().length, 146);
});

test('schemas are assembled once, for each direction', () => {
  const definition = eventDefinition('IF-045', 'NoDSAppointed')!;
  const schemas = (['ingress', 'egress'] as const).map((way) => bundledRelease.schema(definition, way));
  assert.notEqual(schemas[0], schemas[1]);
  assert.equal(bundledRelease.schema(definition, 'egress'), schemas[1]);
  const json = bundledRelease.jsonSchema(definition, 'egress');
  assert.equal(bundledRelease.jsonSchema(definition, 'egress'), json);
  assert.ok(json.properties?.CommonBlock?.required?.includes('D0'));
});
