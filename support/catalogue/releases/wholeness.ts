import { invalid } from './keywords';
import { below, isMapping, type Mapping, type Place, type Specification } from './specification';
import { leftOut } from './variants';

/*
 * A YAML text that was cut off is mostly YAML still. What is missing shows in what refers to it.
 */

/**
 * Looks for signs that files with events are not whole: references to schemas that are not there, from any file;
 * blocks that are required and not described; interfaces without content. Raises RELEASE_REFERENCE_MISSING,
 * RELEASE_SCHEMA_INVALID.
 */
export function checkWhole(
  specification: Specification,
  withEvents: readonly string[],
  others: readonly string[],
): void {
  for (const file of withEvents) checkBelow(specification, specification.files.value(file), { file, path: [] });
  for (const file of others) checkReferences(specification, file, withEvents);
}

const isSchemaReference = (value: unknown): value is string =>
  typeof value === 'string' && value.includes('#/components/schemas/');

function checkBelow(specification: Specification, value: unknown, start: Place): void {
  const seen = new Set<unknown>();
  const waiting = [{ value, place: start }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null || seen.has(next.value)) continue;
    seen.add(next.value);
    if (isMapping(next.value)) checkSchema(specification, next.value, next.place);
    for (const [key, inner] of Object.entries(next.value)) {
      if (!leftOut.has(key)) waiting.push({ value: inner, place: below(next.place, key) });
    }
  }
}

function checkSchema(specification: Specification, schema: Mapping, place: Place): void {
  if (isSchemaReference(schema.$ref) && schema.$ref.startsWith('#')) specification.target(schema.$ref, place);
  const { properties, required, additionalProperties } = schema;
  if (additionalProperties === false && Array.isArray(required)) {
    const lost: unknown = required.find((name) => !isMapping(properties) || !Object.hasOwn(properties, String(name)));
    if (lost !== undefined) throw invalid(below(place, 'required'), 'required', lost, 'a name that properties has');
  }
  const [, kind, name = ''] = place.path;
  const shell = ['properties', '$ref', 'oneOf', 'anyOf', 'allOf'].every((keyword) => !(keyword in schema));
  if (place.path.length === 3 && kind === 'schemas' && /^(IF|REP)-\d{3}/.test(name) && shell) {
    throw invalid(place, name, Object.keys(schema), 'a schema with properties');
  }
}

/** References in a file that need not be parsed, to the schemas of those with events. */
function checkReferences(specification: Specification, file: string, withEvents: readonly string[]): void {
  for (const [at, line] of specification.files.text(file).split('\n').entries()) {
    const reference = /^[^#]*\$ref["']?\s*:\s*["']?([^\s"',}]+)/.exec(line)?.[1];
    if (!isSchemaReference(reference) || reference.startsWith('#')) continue;
    const address = reference.slice(0, reference.indexOf('#'));
    const target = withEvents.find((name) => address.split('/').at(-1) === name.split('/').at(-1));
    if (target) specification.target(reference, { file, path: [`line ${at + 1}`] });
  }
}
