import type { Message } from './blocks';
import type { EventDefinition, MessageName } from './event';
import { events, eventsOf } from './events';
import { type Direction, messageSchema } from './message-schema';
import { type Problem, problemsOf, shown } from './problems';

export type Validation = { ok: true; message: Message } | { ok: false; problems: Problem[] };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const codeOf = (definition: EventDefinition) => `[${definition.event}]`;

/**
 * Reads interface and event out of a payload without judging the rest; undefined where there are none. An event code
 * without its brackets is taken as it stands.
 */
export function messageName(payload: unknown): MessageName | undefined {
  const common = isObject(payload) ? payload.CommonBlock : undefined;
  const header = isObject(common) ? common.S0 : undefined;
  if (!isObject(header) || typeof header.interfaceID !== 'string' || typeof header.eventCode !== 'string') {
    return undefined;
  }
  return { interface: header.interfaceID, event: header.eventCode.replace(/^\[(.*)\]$/, '$1') };
}

/**
 * Checks one payload against the schema that its interface and event code name; keys that the release does not list
 * are problems too. `egress` asks for the DIP's block D0.
 */
export function validateMessage(payload: unknown, direction: Direction): Validation {
  const found = headerOf(payload);
  if (Array.isArray(found)) return { ok: false, problems: found };
  const result = messageSchema(found, direction).safeParse(payload);
  return result.success
    ? { ok: true, message: result.data }
    : { ok: false, problems: problemsOf(result.error.issues, payload) };
}

/** The definition that S0 names, or what is wrong on the way there. */
function headerOf(payload: unknown): EventDefinition | Problem[] {
  let value = payload;
  let path = '';
  for (const key of ['CommonBlock', 'S0']) {
    if (!isObject(value)) break;
    value = value[key];
    path = path ? `${path}.${key}` : key;
  }
  if (!isObject(value)) return [{ path, text: `expected an object, got ${shown(value)}` }];
  const { interfaceID, eventCode } = value;
  const known = typeof interfaceID === 'string' ? eventsOf(interfaceID) : [];
  const definition = known.find((one) => codeOf(one) === eventCode);
  if (definition) return definition;
  const problem = `expected ${known.length ? words(known.map(codeOf)) : 'an event of a known interface'}`;
  const problems = [{ path: `${path}.eventCode`, text: `${problem}, got ${shown(eventCode)}` }];
  if (known.length) return problems;
  const interfaces = [...new Set(events.map((one) => one.interface))];
  return [
    { path: `${path}.interfaceID`, text: `expected ${words(interfaces)}, got ${shown(interfaceID)}` },
    ...problems,
  ];
}

const words = (values: string[]) => (values.length === 1 ? `"${values[0]}"` : `one of ${values.join(', ')}`);
