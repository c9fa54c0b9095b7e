import type { Message } from './blocks';
import type { EventDefinition, MessageName } from './event';
import type { Direction } from './message-schema';
import { nearestName } from './nearest-name';
import { isObject, type Plain } from './plain';
import { type Problem, problemsOf, shown } from './problems';
import { eventDefinition, eventsOf, type Release, releaseInUse } from './release';

export type Validation = { ok: true; message: Message } | { ok: false; problems: Problem[] };

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
export function validateMessage(payload: unknown, direction: Direction, release: Release = releaseInUse()): Validation {
  const found = headerOf(payload, release);
  if (Array.isArray(found)) return { ok: false, problems: found };
  const result = release.schema(found, direction).safeParse(payload);
  if (result.success) return { ok: true, message: result.data };
  const as = () => ({
    definition: found,
    events: release.events,
    tree: release.keys(found, direction),
  });
  return { ok: false, problems: problemsOf(result.error.issues, payload, as) };
}

/** The definition that S0 names, or what is wrong on the way there. */
function headerOf(payload: unknown, release: Release): EventDefinition | Problem[] {
  let value = payload;
  let path = '';
  let otherCase = '';
  for (const key of ['CommonBlock', 'S0']) {
    if (!isObject(value)) break;
    otherCase = wrongCase(value, key);
    value = value[key];
    path = path ? `${path}.${key}` : key;
  }
  if (!isObject(value)) return [{ path, text: `expected an object, got ${shown(value)}${otherCase}`, code: 'MSG1001' }];
  const { interfaceID, eventCode } = value;
  if (typeof interfaceID === 'string' && typeof eventCode === 'string' && /^\[.*\]$/.test(eventCode)) {
    const definition = eventDefinition(interfaceID, eventCode.slice(1, -1), release);
    if (definition) return definition;
  }
  const known = typeof interfaceID === 'string' ? eventsOf(interfaceID, release) : [];
  if (known.length) return [unknownValue(value, 'eventCode', path, known.map(codeOf))];
  const interfaces = [...new Set(release.events.map((one) => one.interface))];
  const expected = `expected an event of a known interface, got ${shown(eventCode)}${wrongCase(value, 'eventCode')}`;
  return [
    { ...unknownValue(value, 'interfaceID', path, interfaces), code: 'MSG1002' },
    { path: `${path}.eventCode`, text: expected, code: 'MSG1001' },
  ];
}

function unknownValue(header: Plain, key: string, path: string, known: string[]): Problem {
  const value = header[key];
  const expected = known.length === 1 ? `"${known[0]}"` : `one of ${known.join(', ')}`;
  const nearest = typeof value === 'string' ? nearestName(value, known) : undefined;
  const hint = nearest === undefined ? wrongCase(header, key) : `; did you mean ${nearest}?`;
  return { path: `${path}.${key}`, text: `expected ${expected}, got ${shown(value)}${hint}`, code: 'MSG1001' };
}

/** For the end of a text: a key that is missing stands there in another case. */
function wrongCase(parent: Plain, key: string): string {
  if (Object.hasOwn(parent, key)) return '';
  const other = Object.keys(parent).find((one) => one.toLowerCase() === key.toLowerCase());
  return other === undefined ? '' : `; ${other} must be written ${key}`;
}
