import { z } from 'zod';
import { patternOf } from './patterns';
import type { StoredRelease, StoredSchema } from './stored';
import { words } from './words';

/**
 * zod schemas of a stored release, each definition made once. z.fromJSONSchema would do, but for the texts of its
 * errors: here they say what is expected, as those of the bundled release do.
 */
export function zodMaker($defs: StoredRelease['$defs']): (schema: StoredSchema) => z.ZodType {
  const known = new Map<string, z.ZodType>();

  function make(schema: StoredSchema): z.ZodType {
    if (!schema.$ref) return own(schema);
    let made = known.get(schema.$ref);
    if (!made) known.set(schema.$ref, (made = make($defs[schema.$ref.slice('#/$defs/'.length)]!)));
    return made;
  }

  function own(schema: StoredSchema): z.ZodType {
    const error = words(schema);
    if (schema.anyOf) return alternatives(schema.anyOf);
    if (schema.const !== undefined) return z.literal(schema.const, { error });
    if (schema.enum) return z.literal([...schema.enum], { error });
    if (schema.type === 'string') return text(schema, error);
    if (schema.type === 'integer') return limited(z.int({ error }), schema, error);
    if (schema.type === 'number') return limited(z.number({ error }), schema, error);
    if (schema.type === 'boolean') return z.boolean({ error });
    if (schema.type === 'null') return z.null({ error });
    if (schema.type === 'array') return list(schema);
    if (schema.type === 'object') return object(schema);
    return z.unknown().refine((value) => value !== undefined, { error });
  }

  function alternatives(members: readonly StoredSchema[]): z.ZodType {
    const rest = members.filter((member) => member.type !== 'null');
    const made = rest.map(make);
    const error = rest
      .map((member) => words(member.$ref ? $defs[member.$ref.slice('#/$defs/'.length)]! : member))
      .join(' or ');
    const either = made.length === 1 ? made[0]! : z.union(made as [z.ZodType, ...z.ZodType[]], { error });
    return rest.length < members.length ? either.nullable() : either;
  }

  function object({ properties = {}, required = [], additionalProperties }: StoredSchema): z.ZodType {
    const wanted = new Set(required);
    const entries = Object.entries(properties).map(([name, part]) => {
      const made = make(part);
      return [name, wanted.has(name) ? made : made.optional()] as const;
    });
    const strict = additionalProperties === false;
    const unnamed = required.filter((name) => !Object.hasOwn(properties, name));
    const missing = unnamed.map((name) => [name, strict ? z.never({ error: 'nothing at all' }) : own({})] as const);
    const shape = Object.fromEntries([...entries, ...missing]);
    if (strict) return z.strictObject(shape);
    return typeof additionalProperties === 'object'
      ? z.object(shape).catchall(make(additionalProperties))
      : z.looseObject(shape);
  }

  function list({ items, minItems, maxItems, uniqueItems }: StoredSchema): z.ZodType {
    let made = z.array(items ? make(items) : z.unknown());
    if (minItems) made = made.min(minItems, { error: `a list of at least ${minItems}` });
    if (maxItems !== undefined) made = made.max(maxItems, { error: `a list of at most ${maxItems}` });
    const apart = (all: unknown[]) => new Set(all.map((one) => JSON.stringify(one))).size === all.length;
    return uniqueItems ? made.refine(apart, { error: 'a list in which nothing stands twice' }) : made;
  }

  return make;
}

function text({ minLength, maxLength, pattern }: StoredSchema, error: string): z.ZodType {
  let made = z.string({ error });
  if (minLength) made = made.min(minLength, { error });
  if (maxLength !== undefined) made = made.max(maxLength, { error });
  return pattern === undefined ? made : made.regex(patternOf(pattern), { error });
}

function limited(base: z.ZodNumber, schema: StoredSchema, error: string): z.ZodType {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  let made = base;
  if (minimum !== undefined) made = made.min(minimum, { error });
  if (maximum !== undefined) made = made.max(maximum, { error });
  if (exclusiveMinimum !== undefined) made = made.gt(exclusiveMinimum, { error });
  if (exclusiveMaximum !== undefined) made = made.lt(exclusiveMaximum, { error });
  return multipleOf === undefined ? made : made.multipleOf(multipleOf, { error });
}
