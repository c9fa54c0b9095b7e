import { eventDefinition, type JsonSchema, type Message, releaseInUse } from '../../catalogue';

/** Keys that say nothing by their value which null would not say. */
const remarks = new Set(['subText', 'serviceTicketURL']);

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The message with null written for every key that the release lets be null and that is absent, empty, or a remark. It
 * means what it meant; one that leaves such keys out reads the same.
 */
export function withNulls(message: Message): Message {
  const { interfaceID, eventCode } = message.CommonBlock.S0;
  const definition = eventDefinition(interfaceID, eventCode.replace(/^\[|\]$/g, ''));
  if (!definition) return message;
  const copy = structuredClone(message);
  fill(copy, releaseInUse().jsonSchema(definition, 'egress'));
  return copy;
}

function fill(value: unknown, schema: JsonSchema): void {
  const own = schema.anyOf?.find((one) => one.type !== 'null') ?? schema;
  if (Array.isArray(value) && own.items) {
    for (const item of value) fill(item, own.items);
    return;
  }
  if (!isPlain(value)) return;
  for (const [key, inner] of Object.entries(own.properties ?? {})) {
    const now = value[key];
    const mayBeNull = inner.anyOf?.some((one) => one.type === 'null') ?? false;
    if (mayBeNull && (now === undefined || now === '' || remarks.has(key))) value[key] = null;
    else fill(now, inner);
  }
}
