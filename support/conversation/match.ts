import { messageLabel } from '../catalogue';
import type { LedgerEntry } from '../ledger';
import { assign } from './assign';
import { blameFor } from './blame';
import { judge, type Surroundings } from './judge';
import { aboutMpan, deliveriesOf, isMessage } from './ledger-view';
import { givenLegs, offDipShown } from './off-dip';
import { dipIdOf } from './positions';
import type { ConversationContext, ExpectedLeg, LegCheck, LegResult, Match } from './types';

type Chosen = ReadonlyMap<string, LedgerEntry>;

const judged = (legs: readonly ExpectedLeg[]) => legs.filter((leg) => !leg.offDip);

/** Rows compete for entries only where sender and message are the same. */
function groupsOf(legs: readonly ExpectedLeg[], ctx: ConversationContext): ExpectedLeg[][] {
  const groups = new Map<string, ExpectedLeg[]>();
  for (const leg of judged(legs)) {
    const key = `${dipIdOf(leg.from, ctx)} ${messageLabel(leg.message)}`;
    groups.set(key, [...(groups.get(key) ?? []), leg]);
  }
  return [...groups.values()];
}

function candidates(leg: ExpectedLeg, around: Surroundings): LedgerEntry[] {
  const from = dipIdOf(leg.from, around.ctx);
  const since = around.ctx.sinceSeq ?? 0;
  return around.entries.filter(
    (e) => e.kind === 'accepted' && e.from === from && e.seq > since && isMessage(e, leg.message),
  );
}

/** Content first, then order and audience; of equals the earlier entry, the earlier row having the earlier one. */
function score(leg: ExpectedLeg, entry: LedgerEntry, around: Surroundings, row: number, rank: number): number {
  const result = judge(leg, entry, around);
  const fits = result.facets.filter((f) => f.ok);
  const fields =
    result.fields.filter((f) => f.ok && !f.masked).length * 10 + result.fields.filter((f) => f.masked).length * 9;
  const whole = result.fields.every((f) => f.ok) ? 1000 : 0;
  const meets =
    fits.filter((f) => f.id === 'leg-answers' || f.id === 'leg-order' || f.id === 'leg-audience').length * 5;
  return 10_000 + whole + fields + meets - rank * 0.01 + row * rank * 0.0001;
}

/** A leg off the DIP stands in no order, unless the harness gave it: the time of a file says nothing. */
function surroundings(
  legs: readonly ExpectedLeg[],
  entries: readonly LedgerEntry[],
  ctx: ConversationContext,
  chosen: Chosen,
): Surroundings {
  const given = new Map([...givenLegs(legs, entries, ctx)].map(([{ id }, entry]) => [id, entry]));
  const off = new Set(legs.filter((leg) => leg.offDip).map(({ id }) => id));
  const rowEntry = (id: string) => chosen.get(id) ?? given.get(id);
  return { entries, ctx, rowEntry, unordered: (id) => off.has(id) && !given.has(id) };
}

function choose(
  legs: readonly ExpectedLeg[],
  entries: readonly LedgerEntry[],
  ctx: ConversationContext,
  before: Chosen,
) {
  const around = surroundings(legs, entries, ctx, before);
  const chosen = new Map<string, LedgerEntry>();
  for (const group of groupsOf(legs, ctx)) {
    const found = candidates(group[0]!, around);
    if (group.length === 1 && found.length === 1) {
      chosen.set(group[0]!.id, found[0]!);
      continue;
    }
    const scores = group.map((leg, row) => found.map((entry, rank) => score(leg, entry, around, row, rank)));
    for (const [row, column] of assign(scores).entries())
      if (column !== undefined) chosen.set(group[row]!.id, found[column]!);
  }
  return chosen;
}

const sameChoice = (a: Chosen, b: Chosen) => a.size === b.size && [...a].every(([id, entry]) => b.get(id) === entry);

/** Rows refer to each other (`as in 1`, `after 1`), so the choice is repeated until it stays. */
function settle(legs: readonly ExpectedLeg[], entries: readonly LedgerEntry[], ctx: ConversationContext): Chosen {
  let chosen: Chosen = new Map();
  for (let round = 0; round <= legs.length; round++) {
    const next = choose(legs, entries, ctx, chosen);
    if (sameChoice(next, chosen)) break;
    chosen = next;
  }
  return chosen;
}

/**
 * Finds the accepted message of each row and judges it by facet. Pure: called again with more entries it may choose
 * otherwise. Throws a QualifyError where a row names a position that nobody fills or a limit that is not there.
 */
export function matchLegs(legs: readonly ExpectedLeg[], all: readonly LedgerEntry[], ctx: ConversationContext): Match {
  for (const leg of judged(legs)) for (const position of [leg.from, ...leg.to]) dipIdOf(position, ctx);
  const entries = aboutMpan(all, ctx.mpan);
  const chosen = settle(legs, entries, ctx);
  const around = surroundings(legs, entries, ctx, chosen);
  const given = givenLegs(legs, entries, ctx);
  const results = legs.map((leg) =>
    leg.offDip ? offDipResult(leg, given.get(leg), ctx) : judge(leg, chosen.get(leg.id), around),
  );
  const taken = new Set(chosen.values());
  return {
    complete: results.every((r) => r.ok),
    settled: results.every((r) => r.facets.every((f) => f.ok)),
    legs: results,
    checks: results.flatMap((result) => checksOf(result, results, entries, ctx)),
    unclaimed: entries.filter((e) => e.kind === 'accepted' && !taken.has(e) && e.seq > (ctx.sinceSeq ?? 0)),
  };
}

function offDipResult(leg: ExpectedLeg, act: LedgerEntry | undefined, ctx: ConversationContext): LegResult {
  const offDip = offDipShown(leg, act, ctx);
  return { leg, ...(act && { entry: act }), offDip, fields: [], facets: [], ok: true };
}

function checksOf(
  result: LegResult,
  results: LegResult[],
  entries: LedgerEntry[],
  ctx: ConversationContext,
): LegCheck[] {
  const { leg, entry } = result;
  const masked = result.fields.filter((f) => f.masked).map((f) => f.field);
  return result.facets.map(({ id, level, ok, reason, ledger }) => {
    const name = `row ${leg.id} ${messageLabel(leg.message)}`;
    const note =
      id === 'leg-content' && masked.length ? `${name}: masked, so taken as equal: ${masked.join(', ')}` : '';
    if (ok) return { id, level, status: 'pass', reason: note, ledger };
    const { blame } = blameFor(result, id, { results, entries, ctx });
    const seen = id === 'leg-audience' && entry ? deliveriesOf(entry, entries).map((d) => d.seq) : [];
    return { id, level, status: 'fail', reason: `${name}: ${reason}`, blame, ledger: [...ledger, ...seen] };
  });
}
