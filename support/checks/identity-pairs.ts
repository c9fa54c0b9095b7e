import { fail, notApplicable, pass, type Rule } from './types';

interface Pair {
  block: string;
  stem: string;
  dipId: string;
  mpid: string;
}

const masked = /^x+$/;
const usable = (value: unknown): value is string => typeof value === 'string' && value !== '' && !masked.test(value);

/** Every `…DIPID` with its `…MPID` sibling, wherever in the message it stands. */
function pairsIn(value: unknown, block: string): Pair[] {
  if (Array.isArray(value)) return value.flatMap((item) => pairsIn(item, block));
  if (value === null || typeof value !== 'object') return [];
  const record = value as Record<string, unknown>;
  return Object.entries(record).flatMap(([key, item]) => {
    if (item !== null && typeof item === 'object') return pairsIn(item, /^[A-Z]\d+/.test(key) ? key : block);
    const stem = /^(.+)DIPID$/.exec(key)?.[1];
    const mpid = stem === undefined ? undefined : record[`${stem}MPID`];
    return stem !== undefined && usable(item) && usable(mpid) ? [{ block, stem, dipId: item, mpid }] : [];
  });
}

export const identityPairs: Rule = (entry, { parties }) => {
  const pairs = pairsIn(entry.body, 'message');
  if (pairs.length === 0) return notApplicable('no block holds both a DIP ID and an MPID');
  const wrong = pairs
    .filter((pair) => !parties.some((p) => p.dipId === pair.dipId && p.mpid === pair.mpid))
    .map(({ block, stem, dipId, mpid }) => {
      const owner = parties.find((p) => p.dipId === dipId);
      const truth = owner ? `${dipId} belongs to MPID ${owner.mpid}` : `${dipId} is not a known DIP ID`;
      return `${block}: ${truth}; ${stem}MPID says ${mpid}`;
    });
  return wrong.length ? fail(wrong.join('; ')) : pass;
};
