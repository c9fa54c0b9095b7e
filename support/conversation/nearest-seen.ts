import { messageLabel } from '../catalogue';
import type { LedgerEntry } from '../ledger';
import { fieldsOf, type Surroundings } from './judge';
import { isMessage, isSubmission, labelOf } from './ledger-view';
import { dipIdOf, positionOf } from './positions';
import type { FieldResult, LegResult, Match } from './types';

/** A message that came instead of an expected one, with every field that differs. */
export interface Near {
  entry: LedgerEntry;
  differs: FieldResult[];
}

const field = (name: string, expected: string, actual: string): FieldResult => ({
  field: name,
  expected,
  actual,
  ok: false,
});

function differencesOf({ leg }: LegResult, entry: LedgerEntry, around: Surroundings): FieldResult[] {
  const { ctx } = around;
  const differs: FieldResult[] = [];
  if (!isMessage(entry, leg.message)) differs.push(field('message', messageLabel(leg.message), labelOf(entry)));
  if (entry.from !== dipIdOf(leg.from, ctx)) differs.push(field('from', leg.from, positionOf(entry.from, ctx)));
  if (entry.kind === 'refused')
    differs.push(field('taken in', 'accepted by the DIP', `refused: ${entry.name ?? entry.httpStatus ?? ''}`));
  if (entry.mpan !== undefined && entry.mpan !== ctx.mpan) differs.push(field('MPAN', ctx.mpan, entry.mpan));
  const content = isMessage(entry, leg.message) ? fieldsOf(leg, entry, around).filter((f) => !f.ok) : [];
  return [...differs, ...content];
}

/** Up to three messages that come nearest to a leg: its own entry, else those of the same message or interface. */
export function nearestSeen(
  result: LegResult,
  match: Match,
  entries: readonly LedgerEntry[],
  around: Surroundings,
): Near[] {
  if (result.entry) return [{ entry: result.entry, differs: result.fields.filter((f) => !f.ok) }];
  const { leg } = result;
  const taken = new Set(match.legs.map((r) => r.entry));
  const weight = (e: LedgerEntry) =>
    (isMessage(e, leg.message) ? 4 : 0) +
    (e.from === dipIdOf(leg.from, around.ctx) ? 1 : 0) +
    (e.mpan === around.ctx.mpan ? 2 : 0);
  return entries
    .filter((e) => isSubmission(e) && e.interface === leg.message.interface)
    .filter((e) => !taken.has(e) && e.seq > (around.ctx.sinceSeq ?? 0))
    .sort((a, b) => weight(b) - weight(a) || b.seq - a.seq)
    .slice(0, 3)
    .map((entry) => ({ entry, differs: differencesOf(result, entry, around) }));
}
