import { wireTime } from './time';

/**
 * A sender unique reference: `S-IF-031-2300000001-SUP-20270622-A1`. `unique` is letters and digits, and is what
 * makes it new; the day is that of `at` in UTC.
 */
export function newSenderReference(interfaceId: string, dipId: string, role: string, at: Date, unique: string): string {
  return ['S', interfaceId, dipId, role, wireTime(at).slice(0, 10).replaceAll('-', ''), unique].join('-');
}
