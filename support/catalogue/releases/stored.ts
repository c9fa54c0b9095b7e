import type { JsonSchema } from '../json-schema';

/** JSON Schema 2020-12 as a stored release keeps it: parts that are used more than once are referred to. */
export interface StoredSchema extends JsonSchema {
  /** `#/$defs/B070`; then nothing else stands beside it. */
  $ref?: string;
  anyOf?: readonly StoredSchema[];
  properties?: Readonly<Record<string, StoredSchema>>;
  additionalProperties?: boolean | StoredSchema;
  items?: StoredSchema;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  uniqueItems?: boolean;
}

/** One event as the release describes it. */
export interface StoredEvent {
  interface: string;
  /** Without brackets. */
  event: string;
  schemaVersion: string;
  /** Schema of the whole message; its CommonBlock, S0 and CustomBlock stand in it and are not referred to. */
  message: StoredSchema;
  /** Of reports: what P03 holds once it is unpacked. The release has it in the message, under `schema`. */
  report?: StoredSchema;
}

/** An imported release: one JSON file in the folder `releases` of the state folder. */
export interface StoredRelease {
  schema: 1;
  id: string;
  /** When it was imported, ISO 8601. */
  imported: string;
  /** Every file that was read, with the SHA-256 of its bytes. */
  files: { name: string; sha256: string }[];
  /** By interface, IF-… before REP-…; inside in the order of the files. */
  events: StoredEvent[];
  $defs: Record<string, StoredSchema>;
}

/** The schema that a stored one stands for. */
export function followed(schema: StoredSchema, $defs: Readonly<Record<string, StoredSchema>>): StoredSchema {
  let found = schema;
  while (found.$ref) found = $defs[found.$ref.slice('#/$defs/'.length)]!;
  return found;
}

/** A schema with everything in place of its references; equal parts are one object. */
export function expanded(
  schema: StoredSchema,
  $defs: StoredRelease['$defs'],
  known: Map<string, JsonSchema>,
): JsonSchema {
  if (schema.$ref) {
    let whole = known.get(schema.$ref);
    if (!whole) known.set(schema.$ref, (whole = expanded(followed(schema, $defs), $defs, known)));
    return whole;
  }
  const inner = (part: StoredSchema) => expanded(part, $defs, known);
  const { properties, items, anyOf, additionalProperties } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)])),
    }),
    ...(items && { items: inner(items) }),
    ...(anyOf && { anyOf: anyOf.map(inner) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: inner(additionalProperties) }),
  };
}
