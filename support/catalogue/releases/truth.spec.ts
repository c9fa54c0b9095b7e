import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, test } from 'node:test';
import type { ValidateFunction } from 'ajv/dist/2020';
import { z } from 'zod';
import { allEvents, eventsOf, type JsonSchema, type Message, messageLabel, sampleMessage } from '..';
import { breaksOf } from '../breaks';
import type { EventDefinition } from '../event';
import { dotted } from '../problems';
import { bundledRelease, eventDefinition, type Release } from '../release';
import { open } from '../samples/schema';
import { allowed } from './truth-allowed.fixture';
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
  yield* allowed(bundledRelease.jsonSchema(definition, 'ingress'), full);
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

/** A release in which the schema of an event is made from an edited copy of its JSON Schema. */
function edited(definition: EventDefinition, edit: (custom: JsonSchema) => void): Release {
  const json = structuredClone(bundledRelease.jsonSchema(definition, 'ingress'));
  edit(json.properties!.CustomBlock!);
  const made = z.fromJSONSchema(json as Parameters<typeof z.fromJSONSchema>[0]) as z.ZodType<Message>;
  return { ...bundledRelease, schema: () => made };
}

const edits: [what: string, edit: (custom: JsonSchema) => void][] = [
  ['a value less', (custom) => itemOf(custom, 'appointmentScenario', (item) => ({ enum: item.enum!.slice(1) }))],
  ['a value more', (custom) => itemOf(custom, 'appointmentScenario', (item) => ({ enum: [...item.enum!, '~~~'] }))],
  [
    'one character less',
    (custom) => itemOf(custom, 'contractReferenceMeteringService', ({ maxLength }) => ({ maxLength: maxLength! - 1 })),
  ],
  [
    'one character more',
    (custom) => itemOf(custom, 'contractReferenceMeteringService', ({ maxLength }) => ({ maxLength: maxLength! + 1 })),
  ],
  ['a block that may be left out', (custom) => Object.assign(custom, { required: [] })],
  ['a block that must be there', (custom) => Object.assign(custom, { required: Object.keys(custom.properties!) })],
];

function itemOf(custom: JsonSchema, name: string, edit: (item: JsonSchema) => JsonSchema): void {
  const { schema } = open(custom.properties!.B070!.properties![name]!);
  const target = custom.properties!.B070!.properties![name]!.anyOf?.find(({ type }) => type !== 'null') ?? schema;
  Object.assign(target, edit(schema));
}

const differences = (release: Release, definition: EventDefinition) =>
  compare(definition, release, judge('IF-031', 'MSApp')).disagreements.filter((one) => !explained(one)).length;

test('a schema that is only written differently is no other schema', { skip }, () => {
  const own = eventDefinition('IF-031', 'MSApp', bundledRelease)!;
  assert.equal(
    differences(
      edited(own, () => undefined),
      own,
    ),
    0,
  );
});

for (const [what, edit] of edits) {
  test(`a schema that differs from the published one is noticed: ${what}`, { skip }, () => {
    const own = eventDefinition('IF-031', 'MSApp', bundledRelease)!;
    assert.ok(differences(edited(own, edit), own) > 0);
  });
}

test('the schema of another event is noticed', { skip }, () => {
  const own = eventDefinition('IF-031', 'MSApp', bundledRelease)!;
  const other = eventDefinition('IF-031', 'DSApp', bundledRelease)!;
  const swapped: Release = { ...bundledRelease, schema: (_, direction) => bundledRelease.schema(other, direction) };
  assert.ok(differences(swapped, own) > 10);
});
