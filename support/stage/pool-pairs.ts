import { errorsOf, poolErrors } from '../errors';
import type { PairKind, SpecialKind } from './pool-kind';

const raise = errorsOf(poolErrors);

/** What may name another one that it depends on. */
interface Named extends SpecialKind {
  line: number;
  linkedTo?: string | undefined;
  relatedTo?: string | undefined;
  partner?: string;
}

/** Ranges with both halves of each pair marked: the n-th MPAN of one belongs to the n-th of the other. POOL_PAIR_WRONG. */
export function pairRanges<R extends Named & { first: string; count: number }>(
  ranges: readonly R[],
  file: string,
): R[] {
  return paired(
    ranges,
    ({ first }) => first,
    file,
    (one, other) =>
      one.count === other.count ? undefined : `there are ${one.count} of one and ${other.count} of the other`,
  );
}

/** Rows with both halves of each pair marked. POOL_PAIR_WRONG. */
export function pairRows<R extends Named & { mpan: string }>(rows: readonly R[], file: string): R[] {
  return paired(
    rows,
    ({ mpan }) => mpan,
    file,
    () => undefined,
  );
}

function paired<R extends Named>(
  all: readonly R[],
  idOf: (one: R) => string,
  file: string,
  problemOf: (one: R, other: R) => string | undefined,
): R[] {
  const byId = new Map(all.map((one) => [idOf(one), one]));
  const marks = new Map<R, { pair: PairKind; part: 'principal' | 'dependent'; partner: string }>();
  for (const one of all) {
    const { linkedTo, relatedTo, line } = one;
    const named = linkedTo ?? relatedTo;
    if (named === undefined) continue;
    const other = byId.get(named);
    const problem =
      linkedTo !== undefined && relatedTo !== undefined
        ? 'it is said to be linked and related'
        : other === undefined || other === one
          ? 'no other entry of this pool is that one'
          : marks.has(one) || marks.has(other)
            ? 'one of them has a partner already'
            : problemOf(one, other);
    if (problem !== undefined || !other) {
      throw raise('POOL_PAIR_WRONG', { mpan: idOf(one), partner: named, problem }, `${file}:${line}`);
    }
    const pair: PairKind = linkedTo === undefined ? 'related' : 'linked';
    marks.set(one, { pair, part: 'dependent', partner: named });
    marks.set(other, { pair, part: 'principal', partner: idOf(one) });
  }
  if (marks.size === 0) return [...all];
  return all.map((one) => {
    const { linkedTo: _, relatedTo: __, ...rest } = one;
    return { ...(rest as R), ...marks.get(one) };
  });
}
