import { z } from 'zod';
import { blocks, type BlockName, type Message } from './blocks';
import { commonBlocks } from './blocks-common';
import { type EventDefinition, messageLabel } from './event';
import { schemaVersion } from './release';

/** `ingress`: as a party submits it. `egress`: as the DIP publishes it, with D0. */
export type Direction = 'ingress' | 'egress';

const only = (value: string) => z.literal(value, { error: `"${value}"` });

function pick(from: Record<string, z.ZodType>, required: readonly string[], optional: readonly string[]) {
  return z.strictObject({
    ...Object.fromEntries(required.map((name) => [name, from[name]!])),
    ...Object.fromEntries(optional.map((name) => [name, from[name]!.optional()])),
  });
}

function assemble(definition: EventDefinition, direction: Direction): z.ZodType<Message> {
  const names = {
    interfaceID: only(definition.interface),
    schemaVersion: only(schemaVersion),
    eventCode: only(`[${definition.event}]`),
  };
  const header = definition.openHeader ? z.looseObject(names) : z.strictObject(names);
  const { required, optional } = definition.common;
  const published = direction === 'egress' ? ['D0'] : [];
  const common = pick(
    { S0: header, ...commonBlocks },
    [...required, ...published],
    optional.filter((name) => !published.includes(name)),
  );
  const custom = pick(blocks as Record<BlockName, z.ZodType>, definition.custom.required, definition.custom.optional);
  return z.strictObject({ CommonBlock: common, CustomBlock: custom }) as unknown as z.ZodType<Message>;
}

const assembled = new Map<string, z.ZodType<Message>>();

/** The strict schema of one event, assembled on first use. */
export function messageSchema(definition: EventDefinition, direction: Direction): z.ZodType<Message> {
  const key = `${direction} ${messageLabel(definition)}`;
  let schema = assembled.get(key);
  if (!schema) assembled.set(key, (schema = assemble(definition, direction)));
  return schema;
}
