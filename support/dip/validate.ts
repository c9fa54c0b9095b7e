import { eventDefinition, publishedCase, releaseInUse, validateMessage, type Release } from '../catalogue';
import { isObject } from './is-object';
import { clip } from './answers';

/** An answer of a validation endpoint; `body` is JSON: one string. */
export interface ValidateAnswer {
  status: 201 | 400 | 404;
  body: string;
}

const good: ValidateAnswer = { status: 201, body: JSON.stringify('Message OK') };

/** So long an answer may be; the rest of the problems is left out. */
const maxText = 2000;
const maxProblems = 20;

/**
 * Says whether a request body, an array of `{payload}`, is valid as one event (`IF-031`, `MSApp`) of the release in
 * use. Keys may be in any case. Nothing but the schema is looked at: no sender, no recipient, no MPAN.
 */
export function validateRequest(body: Buffer, interfaceId: string, event: string): ValidateAnswer {
  if (!eventDefinition(interfaceId, event)) {
    return answer(404, [`${interfaceId} [${event}] is no message of release ${releaseInUse().id}`]);
  }
  let items: unknown;
  try {
    items = JSON.parse(body.toString('utf8'));
  } catch (error) {
    return answer(400, [`the body is not JSON: ${(error as Error).message}`]);
  }
  if (!Array.isArray(items) || items.length === 0) {
    return answer(400, [`expected an array of at least one {payload}, got ${nameOf(items)}`]);
  }
  const problems: string[] = [];
  for (let i = 0; i < items.length && problems.length <= maxProblems; i += 1) {
    const place = items.length > 1 ? `[${i}]` : '';
    problems.push(...problemsOf(items[i], interfaceId, event).map((problem) => at(place, problem)));
  }
  return problems.length === 0 ? good : answer(400, problems);
}

function problemsOf(item: unknown, interfaceId: string, event: string): string[] {
  const [key, more] = isObject(item) ? Object.keys(item) : [];
  if (!isObject(item) || key?.toLowerCase() !== 'payload' || more !== undefined) {
    return [`expected an object with the one key payload, got ${clip(JSON.stringify(item), 80)}`];
  }
  const first = validateMessage(item[key], 'ingress');
  const { payload } = first.ok ? { payload: item[key] } : publishedCase(item[key]);
  const S0 = part(part(payload, 'CommonBlock'), 'S0');
  const foreign = [
    ...differs('interfaceID', interfaceId, part(S0, 'interfaceID')),
    ...differs('eventCode', `[${event}]`, part(S0, 'eventCode')),
  ];
  // What is wrong with it as another message would only mislead.
  if (foreign.length > 0) return foreign;
  const result = first.ok ? first : validateMessage(payload, 'ingress');
  return result.ok ? [] : result.problems.map(({ path, text }) => (path === '' ? text : `${path}: ${text}`));
}

function differs(key: string, expected: string, value: unknown): string[] {
  // A header that is missing is left to the schema.
  if (value === expected || value === undefined) return [];
  return [`CommonBlock.S0.${key}: expected "${expected}", got ${clip(JSON.stringify(value), 80)}`];
}

/** `[1].CommonBlock…: expected …`, and of the whole payload `[1]: expected …`. */
function at(place: string, problem: string): string {
  if (place === '') return problem;
  return place + (problem.startsWith('expected') ? ': ' : '.') + problem;
}

const part = (value: unknown, key: string) => (isObject(value) ? value[key] : undefined);

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return value === null ? 'null' : typeof value === 'object' ? 'an object' : typeof value;
}

function answer(status: 400 | 404, problems: readonly string[]): ValidateAnswer {
  const shown = problems.slice(0, maxProblems);
  const more = problems.length > shown.length ? ['and more'] : [];
  return { status, body: JSON.stringify(clip([...shown, ...more].join('; '), maxText)) };
}

interface EventName {
  interface: string;
  event: string;
}

const names = new WeakMap<Release, ReadonlyMap<string, EventName>>();

/** The name of an event as the release writes it, whatever the case, with brackets or without; else as it stands. */
export function canonicalEvent(interfaceId: string, event: string): EventName {
  const release = releaseInUse();
  let known = names.get(release);
  if (!known) {
    known = new Map(
      release.events.map((e) => [keyOf(e.interface, e.event), { interface: e.interface, event: e.event }]),
    );
    names.set(release, known);
  }
  const bare = event.replace(/^\[(.*)\]$/, '$1');
  return known.get(keyOf(interfaceId, bare)) ?? { interface: interfaceId.toUpperCase(), event: bare };
}

const keyOf = (interfaceId: string, event: string) => `${interfaceId} ${event}`.toLowerCase();
