import { dipErrors, errorsOf } from '../../errors';
import type { Publication } from '../publication';
import { spoiltCopy } from './copies';
import type { Kept } from './kept';
import type { CallItem } from './types';

const raise = errorsOf(dipErrors);

export interface OneCall {
  /** What travels together, in the order of the items. */
  together: [Publication, ...Publication[]];
  /** What was held beside it. */
  rest: Publication[];
}

/**
 * Ends the holds on the MPANs of a call and makes the call: held publications, and spoilt copies of them.
 * DIP_NOT_HELD, and DIP_NOT_ONE_CALL when they are not of one channel.
 */
export function oneCall(kept: Kept, to: string, items: readonly CallItem[], at: Date): OneCall {
  const held = new Map<string, Publication>();
  const rest = new Set<Publication>();
  for (const mpan of new Set(items.map((item) => item.mpan))) {
    const labels = [...new Set(items.filter((item) => item.mpan === mpan).map((item) => item.message))];
    const released = kept.release(mpan, to, labels);
    labels.forEach((label, index) => held.set(`${mpan} ${label}`, released[index]!));
    for (const publication of released) rest.add(publication);
  }
  const [first, ...others] = items.map((item) => {
    const publication = held.get(`${item.mpan} ${item.message}`)!;
    if (!item.spoilt) rest.delete(publication);
    return { item, publication };
  });
  const ways = new Set([...held.values()].map(({ channel, originator = '' }) => `${channel} ${originator}`.trim()));
  if (!first || ways.size > 1) throw raise('DIP_NOT_ONE_CALL', { to, ways: [...ways].join(', ') || 'nothing' });
  const name = first.publication.transactionID;
  const made = ({ item, publication }: typeof first): Publication => {
    const good = { ...publication, together: name };
    return item.spoilt ? spoiltCopy(good, item.spoilt, at) : good;
  };
  return { together: [made(first), ...others.map(made)], rest: [...rest] };
}
