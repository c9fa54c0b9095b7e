/** What a JSON Schema (2020-12) of a message says; null is an alternative: `anyOf: [x, { type: 'null' }]`. */
export interface JsonSchema {
  $schema?: string;
  type?: string | readonly string[];
  enum?: readonly (string | number | boolean | null)[];
  const?: string | number | boolean | null;
  anyOf?: readonly JsonSchema[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  /** Absent or `{}`: further keys pass. */
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
}
