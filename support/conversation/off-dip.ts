import type { LedgerEntry } from '../ledger';
import { boundAs } from './positions';
import type { ConversationContext, ExpectedLeg, OffDipShown } from './types';

/** Each leg off the DIP that the harness gave, with its act; the same leg twice in a table has two acts. */
export function givenLegs(
  legs: readonly ExpectedLeg[],
  entries: readonly LedgerEntry[],
  ctx: ConversationContext,
): Map<ExpectedLeg, LedgerEntry> {
  const given = new Map<ExpectedLeg, LedgerEntry>();
  const taken = new Set<LedgerEntry>();
  for (const leg of legs) {
    const act = leg.offDip && ctx.offDip?.actOf(leg);
    if (act === undefined) continue;
    const receivers = leg.to.map((party) => ctx.positions[boundAs(party, ctx.positions) ?? '']);
    const entry = entries.find(
      (one) => one.kind === 'act' && one.name === act && receivers.includes(one.to) && !taken.has(one),
    );
    if (!entry) continue;
    taken.add(entry);
    given.set(leg, entry);
  }
  return given;
}

/** What shows a leg off the DIP: the harness's own act, else a file or an attestation, else nothing. */
export function offDipShown(leg: ExpectedLeg, act: LedgerEntry | undefined, ctx: ConversationContext): OffDipShown {
  if (act) return { how: 'given', text: `by the harness, which stands in for ${leg.from}`, ledger: [act.seq] };
  return ctx.offDip?.shown?.get(leg) ?? { how: 'not seen', text: 'nothing shows it', ledger: [] };
}
