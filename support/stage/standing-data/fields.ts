import { z } from 'zod';
import { isInstant, type Validity } from '../../catalogue';

/* The fields and checks that the files of standing data share. */

/** A code in quotes: YAML takes 001 for the number 1. */
export const code = (form: RegExp, expected: string) =>
  z.string({ error: `expected ${expected}, in quotes` }).regex(form, `expected ${expected}`);

export const day = z
  .string({ error: 'expected a date such as 2026-11-05' })
  .refine((text) => isInstant(`${text}T00:00:00+00:00`), 'expected an existing date such as 2026-11-05');

export const mpid = z.string().regex(/^[A-Z]{4}$/, 'expected four capital letters');
export const name = z.string().min(1);

const validity = { from: day, to: day.nullable().default(null) };

/** An entry with the first and the last day on which it holds. */
export const entry = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ ...shape, ...validity }).superRefine((value, context) => {
    const { from, to } = value as unknown as Validity;
    if (to === null || from <= to) return;
    context.addIssue({ code: 'custom', path: ['to'], message: `expected no day before "from", ${from}` });
  });

/** Entries of which each is there once. */
export function once<T extends z.ZodType>(item: T, list: string, key: string & keyof z.infer<T>) {
  return z.array(item).superRefine((entries, context) => {
    for (const [index, one] of entries.entries()) {
      const before = entries.findIndex((other, at) => at < index && other[key] === one[key]);
      if (before < 0) continue;
      const message = `expected each ${key} once; ${list}[${before}] has it, too`;
      context.addIssue({ code: 'custom', path: [index, key], message });
    }
  });
}

/** Entries of which the same may be there several times, for days that are not the same. */
export function timed<T extends Validity>(item: z.ZodType<T>, list: string, same: (keyof T)[]) {
  return z.array(item).superRefine((entries, context) => {
    for (const [index, one] of entries.entries()) {
      const before = entries.findIndex(
        (other, at) => at < index && same.every((key) => other[key] === one[key]) && meet(one, other),
      );
      const other = entries[before];
      if (!other) continue;
      const span = `which holds from ${other.from}${other.to === null ? ' on' : ` to ${other.to}`}`;
      const message = `expected no overlap with ${list}[${before}], ${span}`;
      context.addIssue({ code: 'custom', path: [index, 'from'], message });
    }
  });
}

function meet(one: Validity, other: Validity): boolean {
  return (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);
}
