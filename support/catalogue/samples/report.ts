import type { JsonSchema } from '../json-schema';
import { generate } from './generate';
import { override, type Overrides, wantedFor } from './set-paths';
import type { Scene } from './scene';
import { sumUp } from './totals';

/** The schema of what a report packs: the release has it in the message under `schema`, to be read and not filled. */
export function contentSchema(message: JsonSchema): JsonSchema | undefined {
  return message.properties?.CustomBlock?.properties?.schema;
}

/** Content of a report that fits a scene. */
export function reportContent(schema: JsonSchema, scene: Scene, set: Overrides, name: string): unknown {
  const content = generate(schema, { ...scene, full: true }, wantedFor(set, schema, name));
  sumUp(content);
  override(content, set, name);
  return content;
}
