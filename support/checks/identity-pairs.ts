import { at, fail, notApplicable, pass, type CheckContext, type Rule } from './types';

/** Blocks whose pairs are for the Registration Service to refuse: REG1090 to REG1093. */
const proposals: readonly string[] = ['B018', 'B070', 'B071'];

interface Pair {
  block: string;
  stem: string;
  dipId: string;
  mpid: string;
}

const masked = /^x+$/;
const blockName = /^[A-Z]\d+/;
const usable = (value: unknown): value is string => typeof value === 'string' && value !== '' && !masked.test(value);

/** Every `…DIPID` with its `…MPID` sibling, wherever in the message it stands. Every message passes here: plain loops. */
function findPairs(value: object, block: string, found: Pair[]): void {
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) if (typeof item === 'object' && item !== null) findPairs(item, block, found);
    return;
  }
  const record = value as Record<string, unknown>;
  for (const key of Object.keys(record)) {
    const item = record[key];
    if (typeof item === 'object') {
      if (item !== null) findPairs(item, blockName.test(key) ? key : block, found);
    } else if (key.endsWith('DIPID') && usable(item)) {
      const stem = key.slice(0, -'DIPID'.length);
      const mpid = record[`${stem}MPID`];
      if (usable(mpid)) found.push({ block, stem, dipId: item, mpid });
    }
  }
}

function pairsIn(value: unknown): Pair[] {
  const found: Pair[] = [];
  if (typeof value === 'object' && value !== null) findPairs(value, 'message', found);
  return found;
}

/**
 * A simulated party may propose what is to be refused, and a refused proposal is repeated as it came: what is wrong in
 * it is why it is refused.
 */
function mayBeWrong(body: unknown, { own }: Pick<CheckContext, 'own'>): (pair: Pair) => boolean {
  const refuses = at(body, 'CommonBlock', 'R0', 'responseCode') === 'R';
  return ({ block }) => (own === 'simulated' || refuses) && proposals.includes(block);
}

export const identityPairs: Rule = (entry, { parties, own }) => {
  const excused = mayBeWrong(entry.body, { own });
  const pairs = pairsIn(entry.body).filter((pair) => !excused(pair));
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
