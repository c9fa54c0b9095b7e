import { constraintsOf } from './keywords';
import { maxDepth, maxParts } from './limits';
import { merged } from './merge';
import { enumOf, exclusiveLimits } from './scalars';
import { raise } from './raise';
import { measure, tooMuch } from './size';
import { below, isMapping, type Mapping, type Place, placeText, type Specification } from './specification';
import { followed, type StoredRelease, type StoredSchema } from './stored';

/**
 * Makes JSON Schema 2020-12 out of OpenAPI schemas. What is referred to becomes a definition of `$defs`; `nullable`
 * becomes an alternative; a schema with properties, or items, and no type is an object, or a list; `oneOf` becomes
 * `anyOf`; `format` is dropped.
 */
export class Converter {
  readonly $defs: StoredRelease['$defs'] = {};
  private readonly names = new Map<string, string>();
  private readonly open: string[] = [];
  private readonly measure = measure(this.$defs);
  private parts = 0;

  constructor(private readonly specification: Specification) {}

  /** Raises the errors of Specification.target and of constraintsOf, RELEASE_REFERENCE_CYCLE, RELEASE_TOO_COMPLEX. */
  schema(value: unknown, place: Place, depth = 0): StoredSchema {
    const { file } = place;
    this.count(place);
    if (depth > maxDepth)
      throw raise('RELEASE_TOO_COMPLEX', { file, what: `over ${maxDepth} levels` }, placeText(place));
    // OpenAPI 3.0 gives no meaning to what stands beside a reference.
    if (isMapping(value) && '$ref' in value) return { $ref: this.reference(value.$ref, place) };
    const { nullable, type, allOf, anyOf, oneOf, ...rest } = constraintsOf(value, place);
    const types = new Set(type === undefined ? impliedTypes(rest) : [type].flat());
    const alternatives = [...types].filter((one) => one !== 'null') as string[];
    const hasNull = nullable === true || types.has('null');
    const member = (key: string) => (one: unknown, at: number) => this.schema(one, below(place, key, at), depth + 1);
    const all = [
      this.own(rest, alternatives, place, depth),
      ...((allOf ?? []) as unknown[]).map(member('allOf')),
      ...this.choice((anyOf ?? []) as unknown[], member('anyOf')),
      ...this.choice((oneOf ?? []) as unknown[], member('oneOf')),
    ];
    const whole = merged(all, this.$defs, place, () => this.count(place));
    return hasNull && !allowsNull(followed(whole, this.$defs)) ? { anyOf: [whole, { type: 'null' }] } : whole;
  }

  /** A schema whose place is known, in place of a reference to it: a copy that may be changed. */
  inline(value: unknown, place: Place): StoredSchema {
    return { ...followed(this.schema(value, place), this.$defs) };
  }

  private reference(reference: unknown, from: Place): string {
    const place = this.specification.target(reference, from);
    const key = placeText(place);
    const named = this.names.get(key);
    if (named) return `#/$defs/${named}`;
    if (this.open.includes(key)) {
      const chain = [...this.open.slice(this.open.indexOf(key)), key].map((one) => one.split('.').at(-1)).join(' → ');
      throw raise('RELEASE_REFERENCE_CYCLE', { file: from.file, chain }, placeText(from));
    }
    this.open.push(key);
    if (this.open.length > maxDepth)
      throw raise('RELEASE_TOO_COMPLEX', { file: from.file, what: `over ${maxDepth} references in a row` }, key);
    const schema = this.schema(this.specification.value(place), place);
    this.open.pop();
    const name = this.freeName(place.path.at(-1) ?? 'part');
    if (this.measure(schema) > maxParts) throw raise('RELEASE_TOO_COMPLEX', { file: place.file, what: tooMuch }, key);
    this.names.set(key, name);
    this.$defs[name] = schema;
    return `#/$defs/${name}`;
  }

  private count(place: Place): void {
    if (++this.parts <= maxParts) return;
    throw raise('RELEASE_TOO_COMPLEX', { file: place.file, what: `over ${maxParts} parts` }, placeText(place));
  }

  private freeName(wanted: string): string {
    const base = wanted.replace(/[^\w.-]/g, '_');
    let name = base;
    for (let count = 2; Object.hasOwn(this.$defs, name); count++) name = `${base}.${count}`;
    return name;
  }

  private choice(members: unknown[], convert: (one: unknown, at: number) => StoredSchema): StoredSchema[] {
    if (members.length === 0) return [];
    const flat = members.map(convert).flatMap((one) => (one.$ref ? [one] : (one.anyOf ?? [one])));
    return flat.length === 1 ? flat : [{ anyOf: flat }];
  }

  private own(rest: Mapping, types: string[], place: Place, depth: number): StoredSchema {
    const inner = (value: unknown, ...path: string[]) => this.schema(value, below(place, ...path), depth + 1);
    const { properties, items, additionalProperties, enum: values, ...limits } = rest;
    const schema: Record<string, unknown> = { ...(types.length === 1 && { type: types[0] }), ...limits };
    if (types.length > 1) schema.anyOf = types.map((type) => ({ type }));
    if (Array.isArray(values)) schema.enum = enumOf(values, types, place);
    if (isMapping(properties)) {
      const entries = Object.entries(properties).map(([name, value]) => [name, inner(value, 'properties', name)]);
      schema.properties = Object.fromEntries(entries);
    }
    if (items !== undefined) schema.items = inner(items, 'items');
    if (additionalProperties === false) schema.additionalProperties = false;
    if (isMapping(additionalProperties))
      schema.additionalProperties = inner(additionalProperties, 'additionalProperties');
    Object.assign(schema, ...exclusiveLimits(rest, types[0]));
    return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined)) as StoredSchema;
  }
}

function impliedTypes(rest: Mapping): string[] {
  if ('properties' in rest || 'required' in rest || 'additionalProperties' in rest) return ['object'];
  return 'items' in rest ? ['array'] : [];
}

function allowsNull(schema: StoredSchema): boolean {
  return schema.type === 'null' || (schema.anyOf?.some((one) => one.type === 'null') ?? false);
}
