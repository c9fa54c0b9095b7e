import { z } from 'zod';
import type { ActDefinition } from './definition';

/** One argument of an act. */
export interface ActArgument {
  name: string;
  schema: z.ZodType;
  /** Neither optional nor with a default of its own. */
  required: boolean;
  /** What to write, for people: `S, A or U`, `a date`. */
  form: string;
}

/** The arguments that an act takes, in the order of its schema. */
export function actArguments({ args }: Pick<ActDefinition, 'args'>): ActArgument[] {
  if (!(args instanceof z.ZodObject)) return [];
  return Object.entries(args.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    schema,
    required: !schema.safeParse(undefined).success,
    form: formOf(schema),
  }));
}

/** What a value of that schema may be, for people. */
export function formOf(schema: z.ZodType): string {
  const inner = unwrapped(schema);
  const form = inner.description ?? formOfType(inner);
  return schema.safeParse(null).success ? `${form}; none` : form;
}

/** The schema of the items where an argument is a list. */
export function itemOf(schema: z.ZodType): z.ZodType | undefined {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
}

function formOfType(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return either(schema.options.map(String));
  if (schema instanceof z.ZodLiteral) return either([...schema.values].map(String));
  if (schema instanceof z.ZodUnion) return either(schema.options.map((one) => formOf(one as z.ZodType)));
  if (schema instanceof z.ZodBoolean) return 'yes or no';
  if (schema instanceof z.ZodNumber) return 'a number';
  if (schema instanceof z.ZodArray) return `a list: ${formOf(schema.element as z.ZodType)}`;
  if (schema instanceof z.ZodObject) return `\`{ ${Object.keys(schema.shape).join(', ')} }\``;
  return 'a text';
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The schema itself, without what makes it optional, nullable or gives it a default. */
function unwrapped(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}
