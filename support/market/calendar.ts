import { dateOfMoment } from '../catalogue';
import type { Context } from './types';

export { addDays } from '../catalogue';

/** The calendar date of now, on the clock by which effective dates begin. */
export function today(context: Context): string {
  return dateOfMoment(context.now, context.market.effectiveDatesBeginAt);
}
