import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, test } from 'node:test';
import type { ValidateFunction } from 'ajv/dist/2020';
import { allEvents, eventsOf, messageLabel, sampleMessage } from '..';
import { breaksOf } from '../breaks';
import type { EventDefinition } from '../event';
import { dotted } from '../problems';
import { bundledRelease, eventDefinition, type Release } from '../release';
import { type Disagreement, exceptions } from './truth-exceptions.fixture';
import { openJudge } from './truth-judge.fixture';
import { mutations, replacements } from './truth-mutations.fixture';

const folder = resolve(__dirname, '../../../../shared/dip-spec/v2.1.0');
const skip = existsSync(folder) ? false : 'left out: the published specification is absent';

type Judge = ReturnType<typeof openJudge>;
let opened: Judge | undefined;
const judge: Judge = (...name) => (opened ??= openJudge(folder))(...name);
after(() => (opened = undefined));

function* messages(definition: EventDefinition): Generator<unknown> {
  const { interface: id, event } = definition;
  const full = sampleMessage(id, event, { seed: 1, full: true }, bundledRelease);
  yield full;
  yield* replacements(full);
  for (const one of breaksOf(bundledRelease.jsonSchema(definition, 'ingress'), full)) yield one.message;
  for (const seed of [2, 3, 4, 5]) {
    const message = sampleMessage(id, event, { seed, egress: seed % 2 === 0 }, bundledRelease);
    yield message;
    yield* mutations(message, 25, seed);
  }
  for (const other of eventsOf(id, bundledRelease)) {
    const S0 = { ...full.CommonBlock.S0, eventCode: `[${other.event}]` };
    yield { ...full, CommonBlock: { ...full.CommonBlock, S0 } };
  }
}

interface Outcome {
  valid: number;
  invalid: number;
  disagreements: Disagreement[];
}

function compare(definition: EventDefinition, release: Release, published: ValidateFunction): Outcome {
  const schema = release.schema(definition, 'ingress');
  const outcome: Outcome = { valid: 0, invalid: 0, disagreements: [] };
  for (const message of messages(definition)) {
    const taken = published(message);
    const own = schema.safeParse(message);
    outcome[taken ? 'valid' : 'invalid'] += 1;
    if (taken === own.success) continue;
    const objections = own.success
      ? published.errors!.map((error) => ({ path: error.instancePath, text: error.message ?? '' }))
      : own.error.issues.map((issue) => ({ path: dotted(issue.path), text: issue.message }));
    outcome.disagreements.push({ definition, takenBy: taken ? 'published' : 'harness', objections });
  }
  return outcome;
}

const met = new Set<string>();

function explained({ definition, takenBy, objections }: Disagreement): boolean {
  return objections.every((objection) => {
    const found = exceptions.find((one) => one.takenBy === takenBy && one.covers(objection, definition));
    if (found) met.add(found.id);
    return found !== undefined;
  });
}

for (const definition of allEvents(bundledRelease)) {
  test(`${messageLabel(definition)} is judged as by the published schema`, { skip }, () => {
    const { valid, invalid, disagreements } = compare(
      definition,
      bundledRelease,
      judge(definition.interface, definition.event),
    );
    assert.ok(valid >= 5 && valid + invalid >= 200, `${valid} valid and ${invalid} invalid messages`);
    const unexplained = disagreements.filter((one) => !explained(one));
    assert.deepEqual(
      unexplained.map(({ takenBy, objections }) => ({ takenBy, objections })),
      [],
    );
  });
}

test('every exception is still met', { skip }, () => {
  assert.deepEqual(
    exceptions.map(({ id }) => id).filter((id) => !met.has(id)),
    [],
  );
});

test('a schema that differs in one block, one value or one length is noticed', { skip }, () => {
  const own = eventDefinition('IF-031', 'MSApp', bundledRelease)!;
  const other = eventDefinition('IF-031', 'DSApp', bundledRelease)!;
  const swapped: Release = { ...bundledRelease, schema: (_, direction) => bundledRelease.schema(other, direction) };
  const outcome = compare(own, swapped, judge('IF-031', 'MSApp'));
  assert.ok(outcome.disagreements.filter((one) => !explained(one)).length > 10);
});
