import type { z } from 'zod';
import { catalogueErrors, errorsOf, nearest } from '../errors';
import type { Message } from './blocks';
import { type EventDefinition, messageLabel, type Recipients } from './event';
import { bundledEvents } from './events';
import type { JsonSchema } from './json-schema';
import { type KeyTree, schemaTree } from './key-tree';
import { type Direction, messageJsonSchema, messageSchema } from './message-schema';
import type { Masking } from './masking';
import { bundledContent, type ReportContent } from './report-content';
import { mayReceive, maySend, type PartyCode } from './roles';

/** The release that is part of the harness. */
export const release = '2.1.0';

/** One edition of the published specification: its events, and the schema of each. */
export interface Release {
  /** `2.1.0`. */
  id: string;
  /** Part of the harness, not imported. */
  bundled: boolean;
  /** By interface, IF-… before REP-…; inside in the order of the release. */
  events: readonly EventDefinition[];
  /** Strict, assembled on first use, kept. */
  schema(definition: EventDefinition, direction: Direction): z.ZodType<Message>;
  /** The same as JSON Schema 2020-12, kept. */
  jsonSchema(definition: EventDefinition, direction: Direction): JsonSchema;
  /** The keys of a message, kept. */
  keys(definition: EventDefinition, direction: Direction): KeyTree;
  /** What a report holds once it is unpacked; undefined for an event that is no report. */
  report(definition: EventDefinition): ReportContent | undefined;
  /** What an environment hides, or shows, otherwise than the catalogue. */
  masking?: Masking;
}

export const bundledRelease: Release = {
  id: release,
  bundled: true,
  events: bundledEvents,
  schema: messageSchema,
  jsonSchema: messageJsonSchema,
  keys: (definition, direction) => schemaTree(messageSchema(definition, direction)),
  report: (definition) => bundledContent(definition.interface),
};

let inUse = bundledRelease;

/** The release that this process works with: the bundled one until `useRelease` has been called. */
export function releaseInUse(): Release {
  return inUse;
}

/** To be called once, at the start of a process. */
export function useRelease(chosen: Release): void {
  inUse = chosen;
}

/** Every event of a release, by interface. */
export function allEvents(of: Release = releaseInUse()): readonly EventDefinition[] {
  return of.events;
}

const indexes = new WeakMap<Release, Map<string, EventDefinition>>();

function index(of: Release): Map<string, EventDefinition> {
  let byLabel = indexes.get(of);
  if (!byLabel) indexes.set(of, (byLabel = new Map(of.events.map((one) => [messageLabel(one), one]))));
  return byLabel;
}

/** The definition of an event, or undefined. The event stands without brackets and in its exact case. */
export function eventDefinition(interfaceId: string, event: string, of = releaseInUse()): EventDefinition | undefined {
  return index(of).get(messageLabel({ interface: interfaceId, event }));
}

const raise = errorsOf(catalogueErrors);

/** The definition of an event. Raises EVENT_UNKNOWN, with the nearest there is and `place`, where it was asked for. */
export function knownEvent(interfaceId: string, event: string, of = releaseInUse(), place?: string): EventDefinition {
  const definition = eventDefinition(interfaceId, event, of);
  if (definition) return definition;
  const candidate = nearest(messageLabel({ interface: interfaceId, event }), [...index(of).keys()]) ?? 'none';
  throw raise('EVENT_UNKNOWN', { interface: interfaceId, event, nearest: candidate }, place);
}

/** Events of one interface, in the order of the release. */
export function eventsOf(interfaceId: string, of = releaseInUse()): readonly EventDefinition[] {
  return of.events.filter((definition) => definition.interface === interfaceId);
}

/** Events that a role may send. */
export function eventsFrom(role: PartyCode, of = releaseInUse()): readonly EventDefinition[] {
  return of.events.filter((definition) => maySend(role, definition));
}

/** Events that a role may receive, in whichever way the DIP finds it. */
export function eventsTo(role: PartyCode, of = releaseInUse()): readonly EventDefinition[] {
  return of.events.filter((definition) => mayReceive(role, definition));
}

/** Recipients that an environment sets instead of those of the catalogue, by label: `IF-031 [MSApp]`. */
export type Routing = Readonly<
  Record<string, Partial<Pick<Recipients, 'primary' | 'secondary' | 'always' | 'outgoing'>>>
>;

/**
 * A release in which the recipients of some events are set otherwise; a list that is left out stays, and the basis
 * becomes `set`. Raises EVENT_UNKNOWN.
 */
export function withRouting(of: Release, routing: Routing): Release {
  const known = index(of);
  for (const label of Object.keys(routing)) {
    const [id = '', event = ''] = label.split(/ ?\[|\]/);
    knownEvent(id, event, of, `routing["${label}"]`);
  }
  const events = of.events.map((definition): EventDefinition => {
    const set = routing[messageLabel(definition)];
    return set ? { ...definition, recipients: { ...definition.recipients, ...set, basis: 'set' } } : definition;
  });
  const original = (definition: EventDefinition) => known.get(messageLabel(definition)) ?? definition;
  return {
    ...of,
    events,
    schema: (definition, direction) => of.schema(original(definition), direction),
    jsonSchema: (definition, direction) => of.jsonSchema(original(definition), direction),
    keys: (definition, direction) => of.keys(original(definition), direction),
    report: (definition) => of.report(original(definition)),
  };
}
