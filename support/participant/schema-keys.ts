import type { z } from 'zod';
import type { FieldPath } from './profile';

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: readonly z.ZodType[];
}

/** Keys that a schema knows at a place: what an unknown key may have been meant for. */
export function keysAt(schema: z.ZodType, place: FieldPath): string[] {
  return [...new Set(schemasAt([schema], place).flatMap((found) => Object.keys(defOf(found).shape ?? {})))];
}

function schemasAt(schemas: z.ZodType[], place: FieldPath): z.ZodType[] {
  return place.reduce<z.ZodType[]>(
    (found, part) => found.flatMap((schema) => step(schema, part)),
    schemas.flatMap(bare),
  );
}

function step(schema: z.ZodType, part: PropertyKey): z.ZodType[] {
  const def = defOf(schema);
  const next = def.element ?? def.valueType ?? def.shape?.[String(part)];
  return next ? bare(next) : [];
}

/** Takes off optional, nullable and default, and opens unions. */
function bare(schema: z.ZodType): z.ZodType[] {
  const def = defOf(schema);
  if (def.innerType) return bare(def.innerType);
  return def.options ? def.options.flatMap(bare) : [schema];
}

function defOf(schema: z.ZodType): Def {
  return schema.def as unknown as Def;
}
