import { wireTime } from '../../../catalogue';
import { changing } from './edit';
import type { Fault } from './types';

const dates = ['cumulativeRegisterReadingDateTime', 'assignedMDREffectiveToDate'];

/** A day earlier by the clock of the wire. */
function aDayEarlier(text: string): string {
  const date = new Date(text);
  date.setUTCDate(date.getUTCDate() - 1);
  return wireTime(date);
}

function change(block: unknown): void {
  if (Array.isArray(block)) return block.forEach(change);
  if (typeof block !== 'object' || block === null) return;
  const items = block as Record<string, unknown>;
  for (const name of dates) if (typeof items[name] === 'string') items[name] = aDayEarlier(items[name]);
}

export const datesReadsEarly: Fault = {
  what: 'Dates the reading of a change, and the end of a retrieval, a day early.',
  roles: ['SDS', 'ADS'],
  apply: () => changing(({ CustomBlock }) => Object.values(CustomBlock).forEach(change), ['IF-041', 'IF-063']),
};
