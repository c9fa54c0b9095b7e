import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allEvents, type EventDefinition, messageLabel, releaseInUse, validateMessage, validateReport } from '..';
import { type Break, breaksOf } from '../breaks';
import { reportProblems, ruleProblems } from '../rules';
import { sampleMessage, sampleReport } from '../sample';

/*
 * Of every event: each sample is valid and keeps to the rules, and each sample with one constraint broken is found to be
 * broken exactly there.
 */

const samples = fc.record({ seed: fc.integer(), full: fc.boolean(), egress: fc.boolean(), offset: fc.nat(1000) });
type Case = typeof samples extends fc.Arbitrary<infer T> ? T : never;

/** Few of each event, as the events are many and much alike; a failure names seed and path. */
const runs = 3;
const breaksPerRun = 24;

const directionOf = ({ egress }: Case) => (egress ? 'egress' : 'ingress');

const sampleOf = (definition: EventDefinition, { seed, full, egress }: Case) =>
  sampleMessage(definition.interface, definition.event, { seed, full, egress });

const pathsOf = (payload: unknown, of: Case) => {
  const result = validateMessage(payload, directionOf(of));
  return result.ok ? [] : result.problems.map(({ path }) => path);
};

/** Without its interface an event cannot be known either. */
const expected = ({ path }: Break) =>
  path === 'CommonBlock.S0.interfaceID' ? [path, 'CommonBlock.S0.eventCode'] : [path];

/** Breaks of a message, evenly spread over it, others in other runs. */
function some(all: readonly Break[], offset: number): Break[] {
  const step = Math.ceil(all.length / breaksPerRun);
  return all.filter((_, i) => i % step === offset % step);
}

for (const definition of allEvents()) {
  const label = messageLabel(definition);

  test(`${label}: every sample is valid and plausible; a broken one is found where it is broken`, () => {
    const property = fc.property(samples, (of) => {
      const sample = sampleOf(definition, of);
      assert.deepEqual(pathsOf(sample, of), []);
      assert.deepEqual(ruleProblems(sample), []);
      const breaks = breaksOf(releaseInUse().jsonSchema(definition, directionOf(of)), sample);
      for (const one of some(breaks, of.offset)) {
        assert.deepEqual(pathsOf(one.message, of), expected(one), `${one.path}: ${one.what}`);
      }
    });
    fc.assert(property, { numRuns: runs });
  });
}

test('the plain sample of every event is valid too, lean and full', () => {
  for (const definition of allEvents()) {
    for (const full of [false, true]) {
      const sample = sampleMessage(definition.interface, definition.event, { full, egress: full });
      assert.deepEqual(validateMessage(sample, full ? 'egress' : 'ingress'), { ok: true, message: sample });
    }
  }
});

for (const definition of allEvents().filter(({ kind }) => kind === 'report')) {
  const { interface: id, event } = definition;
  const schema = releaseInUse().jsonSchema(definition, 'ingress').properties!.CustomBlock!.properties!.schema!;
  const problems = (content: unknown) => {
    const result = validateReport(id, event, content);
    return result.ok ? [] : result.problems.map(({ path }) => path);
  };

  test(`${messageLabel(definition)}: what it packs is valid and plausible; broken, it is found where it is broken`, () => {
    const property = fc.property(fc.integer(), fc.nat(1000), (seed, offset) => {
      const content = sampleReport(id, event, { seed });
      assert.deepEqual(problems(content), []);
      assert.deepEqual(reportProblems(content), []);
      for (const one of some(breaksOf(schema, content), offset)) {
        assert.deepEqual(problems(one.message), [one.path], one.what);
      }
    });
    fc.assert(property, { numRuns: 2 });
  });
}
