import { messageLabel, type EventDefinition } from '../event';
import type { JsonSchema } from '../json-schema';
import type { Release } from '../release';
import { unwrapped } from './schema-words';

/** Where a key stands in the messages of a release. */
export interface Place {
  definition: EventDefinition;
  /** `CustomBlock.B905List.existingMeter`, lists without their index. */
  path: string;
  required: boolean;
  schema: JsonSchema;
}

/** Calls back for every key of every message, as the DIP publishes it. */
export function eachPlace(release: Release, visit: (name: string, place: Place) => void): void {
  for (const definition of release.events) walk(release.jsonSchema(definition, 'egress'), '', definition, visit);
}

function walk(
  whole: JsonSchema,
  above: string,
  definition: EventDefinition,
  visit: (name: string, place: Place) => void,
): void {
  const { schema } = unwrapped(whole);
  const required = new Set(schema.required);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const path = above ? `${above}.${name}` : name;
    visit(name, { definition, path, required: required.has(name), schema: inner });
    walk(inner, path, definition, visit);
  }
}

/** `IF-031 [MSApp]` of each place, once. */
export function labelsOf(places: readonly Place[]): string[] {
  return [...new Set(places.map(({ definition }) => messageLabel(definition)))];
}
