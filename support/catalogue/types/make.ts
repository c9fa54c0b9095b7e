import { z } from 'zod';
import { once } from '../once';

/** A data type, assembled when it is first asked for. */
export type Type<T extends z.ZodType = z.ZodType> = () => T;

/*
 * The words of a type say what is expected; they become the text of a problem. All checks of a type are added at once:
 * zod copies a schema for every later one.
 */

/** A text of `min` to `max` characters. */
export function text(words: string, min: number, max: number, pattern?: RegExp): Type<z.ZodString> {
  const error = words;
  const form = () => (pattern ? [z.regex(pattern, { error })] : []);
  const length = () =>
    min === max ? [z.length(min, { error })] : [z.minLength(min, { error }), z.maxLength(max, { error })];
  return once(() => z.string({ error }).check(...length(), ...form()));
}

/** A text that nothing more is known of. */
export function plainText(min: number, max: number): Type<z.ZodString> {
  return text(min ? `a text of ${min} to ${max} characters` : `a text of at most ${max} characters`, min, max);
}

/** A number in a string: at most so many digits before the point, and exactly so many after it. */
export function decimal(whole: number, places: number, sign: '' | '-' = '-', unit = 'a number'): Type<z.ZodString> {
  const error = `${unit} in a string, up to ${whole} digits and ${places} decimals${sign ? '' : ', not negative'}`;
  const pattern = () => new RegExp(`^${sign && '-?'}\\d{1,${whole}}\\.\\d{${places}}$`);
  return once(() => z.string({ error }).check(z.regex(pattern(), { error })));
}

interface Limits {
  min?: number;
  max?: number;
  multipleOf?: number;
}

const within = ({ min, max, multipleOf }: Limits, error: string) => [
  ...(min === undefined ? [] : [z.gte(min, { error })]),
  ...(max === undefined ? [] : [z.lte(max, { error })]),
  ...(multipleOf === undefined ? [] : [z.multipleOf(multipleOf, { error })]),
];

/** A JSON number. */
export function number(error: string, limits: Limits): Type<z.ZodNumber> {
  return once(() => z.number({ error }).check(...within(limits, error)));
}

/** A JSON number without a fraction. */
export function wholeNumber(error: string, limits: Limits): Type<z.ZodNumber> {
  // z.int() would add limits of its own, which the release does not have.
  const checks = () => [z.refine<number>(Number.isInteger, { error }), ...within(limits, error)];
  return once(() =>
    z
      .number({ error })
      .check(...checks())
      .meta({ type: 'integer' }),
  );
}

export function oneOf<const T extends readonly [string, ...string[]]>(...values: T) {
  return once(() => z.enum(values, { error: `one of ${values.join(', ')}` }));
}

/** Long code lists, whose values nobody needs as a type. */
export function listed(values: string): Type<z.ZodType<string, string>> {
  return oneOf(...(values.split(' ') as [string, ...string[]]));
}

export function orNull<T extends z.ZodType>(type: Type<T>): Type<z.ZodNullable<T>> {
  return once(() => type().nullable());
}

/** A list of whatever length. */
export function anyNumberOf<T extends z.ZodType>(type: Type<T>): Type<z.ZodArray<T>> {
  return once(() => type().array());
}
