import type { z } from 'zod';
import type { BlockNames, EventDefinition } from '../event';
import type { JsonSchema } from '../json-schema';
import type { Message } from '../blocks';
import { keyTree } from '../key-tree';
import type { Direction } from '../message-schema';
import { bundledRelease, eventDefinition, type Release } from '../release';
import type { ReportContent } from '../report-content';
import { expanded, followed, type StoredEvent, type StoredRelease, type StoredSchema } from './stored';
import { zodMaker } from './to-zod';

/**
 * A stored release as the rest of the harness uses one. A specification says nothing of who sends an event to whom, in
 * which process and in answer to what: that is taken from the same event of the bundled release and marked inferred;
 * an event that it does not have has none. Schemas are made when they are first asked for.
 */
export function openStored(stored: StoredRelease): Release {
  const { $defs } = stored;
  const byDefinition = new Map(stored.events.map((event) => [definitionOf(event), event]));
  const toZod = zodMaker($defs);
  const parts = new Map<string, JsonSchema>();
  const schemas = kept((event, direction) => toZod(forDirection(event, direction)) as z.ZodType<Message>);
  const jsons = kept((event, direction) => expanded(forDirection(event, direction), $defs, parts));

  const keys: Release['keys'] = (definition, direction) => keyTree(jsons(definition, direction));

  function kept<T>(make: (event: StoredEvent, direction: Direction) => T) {
    const made = { ingress: new Map<StoredEvent, T>(), egress: new Map<StoredEvent, T>() };
    return (definition: EventDefinition, direction: Direction): T => {
      const event = eventOf(definition);
      let one = made[direction].get(event);
      if (one === undefined) made[direction].set(event, (one = make(event, direction)));
      return one;
    };
  }

  // Definitions whose recipients were set otherwise are copies.
  function eventOf(definition: EventDefinition): StoredEvent {
    const same = (one: StoredEvent) => one.interface === definition.interface && one.event === definition.event;
    return byDefinition.get(definition) ?? stored.events.find(same)!;
  }

  function definitionOf(event: StoredEvent): EventDefinition {
    const twin = eventDefinition(event.interface, event.event, bundledRelease);
    const { CommonBlock, CustomBlock } = event.message.properties!;
    const common = followed(CommonBlock!, $defs);
    const s0 = followed(common.properties!.S0!, $defs);
    const label = `${event.interface} [${event.event}]`;
    const nobody = { primary: [], secondary: [], always: [], setting: `routing["${label}"]` };
    return {
      interface: event.interface,
      event: event.event,
      publication: twin?.publication ?? event.interface.replace(/^IF-/, 'PUB-'),
      name: twin?.name ?? label,
      schemaVersion: event.schemaVersion,
      kind: event.interface.startsWith('REP-') ? 'report' : 'interface',
      senders: twin?.senders ?? [],
      sendersBasis: 'inferred',
      recipients: { ...(twin?.recipients ?? nobody), basis: 'inferred' },
      processes: twin?.processes ?? [],
      processesBasis: 'inferred',
      common: blockNames(common),
      ...(CustomBlock && { custom: blockNames(followed(CustomBlock, $defs)) }),
      ...(twin?.shapes && { shapes: twin.shapes }),
      ...(s0.additionalProperties !== false && { openHeader: true as const }),
      ...(common.additionalProperties !== false && { openCommon: true as const }),
      ...(twin?.answers && { answers: twin.answers }),
      ...(twin?.continues && { continues: twin.continues }),
    };
  }

  function report(definition: EventDefinition): ReportContent | undefined {
    const content = eventOf(definition).report;
    return content && { schema: toZod(content), json: () => expanded(content, $defs, parts) };
  }

  const events = [...byDefinition.keys()];
  return { id: stored.id, bundled: false, events, schema: schemas, jsonSchema: jsons, keys, report };
}

function blockNames({ required = [], properties = {} }: StoredSchema): BlockNames {
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  return { required: [...required], optional };
}

/** The DIP publishes nothing without its block D0, which the one schema of a release leaves open. */
function forDirection({ message }: StoredEvent, direction: Direction): StoredSchema {
  const common = message.properties!.CommonBlock!;
  const { required = [], properties = {} } = common;
  if (direction === 'ingress' || !('D0' in properties) || required.includes('D0')) return message;
  const CommonBlock = { ...common, required: [...required, 'D0'] };
  return { ...message, properties: { ...message.properties, CommonBlock } };
}
