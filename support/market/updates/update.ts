import { type CustomBlocks, localDateOf } from '../../catalogue';
import type { LoadedRegister } from '../registration/register';
import type { Context, OtherAct } from '../types';

/** A request to change what the register holds, with all that its rules look at. */
export interface Update {
  register: LoadedRegister;
  event: string;
  /** DIP ID of who asks. */
  sender: string;
  custom: Partial<CustomBlocks>;
  context: Context;
  /** Local date that the MPAN has reached. */
  day: string;
}

/** Whether that is wrong with a request. Pure; what the request does not say, no rule objects to. */
export type Rule = (update: Update) => boolean;

/** What an accepted request makes of the register. */
export interface Change {
  register: LoadedRegister;
  /** What follows for other MPANs. */
  others?: OtherAct[];
}

/** One line of the table of updates. */
export interface UpdateRow {
  /** Interface of the answer; its event is that of the request. */
  answer: `IF-${string}`;
  /** Response codes whose rules are asked, in their order. */
  codes: readonly string[];
  /** Blocks that become facts of the register; what they do not say, `change` does. */
  facts?: readonly (keyof CustomBlocks)[];
  change?: (update: Update) => Change;
}

/** The calendar date of a date-time: that which it begins, else the date that stands in it. */
export function dayOf(dateTime: string, { market }: Pick<Context, 'market'>): string {
  return localDateOf(dateTime, market.effectiveDatesBeginAt) ?? dateTime.slice(0, 10);
}
