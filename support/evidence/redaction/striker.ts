import { isMasked, type PersonalClass } from '../../catalogue';
import { struck } from '../../wire';
import type { Policy } from './policy';

/** What stands in place of a value of a class; undefined where the value stays. */
export type Striker = (of: PersonalClass, value: unknown) => string | undefined;

const done = /^\[(?:struck|pseudonym): /;
const dateTime = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** Classes in which a mark alone tells something. */
const marks: ReadonlySet<PersonalClass> = new Set(['advisories', 'consent']);
/** Classes in which a date is the date of something, and told elsewhere too. */
const names: ReadonlySet<PersonalClass> = new Set(['address', 'meterIds', 'registrationId', 'mpan']);

export const isDate = (text: string): boolean => dateTime.test(text);

/** Applies a policy to single values. What is absent, empty, hidden by the DIP (`x`) or struck already stays. */
export function createStriker(policy: Policy, pseudonym: (of: PersonalClass, value: string) => string): Striker {
  return (of, value) => {
    if (policy[of] === 'keep' || !holds(of, value)) return undefined;
    return policy[of] === 'mask' ? struck(of) : pseudonym(of, String(value));
  };
}

function holds(of: PersonalClass, value: unknown): value is string | number | boolean {
  if (typeof value === 'boolean') return marks.has(of);
  if (typeof value === 'number') return true;
  if (typeof value !== 'string' || value.trim() === '') return false;
  return !done.test(value) && !isMasked(value) && !(names.has(of) && isDate(value));
}
