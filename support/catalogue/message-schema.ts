import { z } from 'zod';
import { blocks, commonBlocks, type Message } from './blocks';
import type { BlockNames, EventDefinition } from './event';
import type { JsonSchema } from './json-schema';
import { messageJson } from './message-json';

/** `ingress`: as a party submits it. `egress`: as the DIP publishes it, with D0. */
export type Direction = 'ingress' | 'egress';

type Lookup = (name: string) => z.ZodType;

const only = (value: string) => z.literal(value, { error: `"${value}"` });

function pick(lookup: Lookup, { required, optional }: BlockNames, open: boolean) {
  const shape = Object.fromEntries([
    ...required.map((name) => [name, lookup(name)] as const),
    ...optional.map((name) => [name, lookup(name).optional()] as const),
  ]);
  return open ? z.looseObject(shape) : z.strictObject(shape);
}

function header({ interface: id, event, schemaVersion, openHeader }: EventDefinition) {
  const names = { interfaceID: only(id), schemaVersion: only(schemaVersion), eventCode: only(`[${event}]`) };
  return openHeader ? z.looseObject(names) : z.strictObject(names);
}

/** Names of CommonBlock: the DIP publishes nothing without D0. */
function commonOf({ common }: EventDefinition, direction: Direction): BlockNames {
  if (direction === 'ingress') return common;
  const optional = common.optional.filter((name) => name !== 'D0');
  return { required: [...common.required, 'D0'], optional };
}

// Read name by name: a block is assembled when it is asked for.
const commons: Readonly<Record<string, z.ZodType>> = commonBlocks;
const customs: Readonly<Record<string, z.ZodType>> = blocks;

function defined(name: string): z.ZodType {
  return (name in commons ? commons[name] : customs[name])!;
}

function assemble(definition: EventDefinition, direction: Direction): z.ZodType<Message> {
  const { shapes = {}, most = {}, custom, openCommon = false } = definition;
  const block: Lookup = (name) => {
    const schema = name === 'S0' ? header(definition) : defined(shapes[name] ?? name);
    const limit = most[name];
    if (limit === undefined || !(schema instanceof z.ZodArray)) return schema;
    return schema.max(limit, { error: `a list of at most ${limit}` });
  };
  const message = {
    CommonBlock: pick(block, commonOf(definition, direction), openCommon),
    ...(custom && { CustomBlock: pick(block, custom, false) }),
  };
  return z.strictObject(message) as unknown as z.ZodType<Message>;
}

interface Assembled {
  schema: z.ZodType<Message>;
  json?: JsonSchema;
}

const assembled = {
  ingress: new WeakMap<EventDefinition, Assembled>(),
  egress: new WeakMap<EventDefinition, Assembled>(),
};

function kept(definition: EventDefinition, direction: Direction): Assembled {
  let one = assembled[direction].get(definition);
  if (!one) assembled[direction].set(definition, (one = { schema: assemble(definition, direction) }));
  return one;
}

/** The strict schema of one event of the bundled release, assembled on first use. */
export function messageSchema(definition: EventDefinition, direction: Direction): z.ZodType<Message> {
  return kept(definition, direction).schema;
}

/** The same as JSON Schema. */
export function messageJsonSchema(definition: EventDefinition, direction: Direction): JsonSchema {
  const one = kept(definition, direction);
  return (one.json ??= messageJson(one.schema));
}
