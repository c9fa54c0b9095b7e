import { messageLabel } from '../catalogue';
import { column } from '../checks';
import type { Blame } from '../errors';
import type { LedgerEntry } from '../ledger';
import { blameFor, firstFailing } from './blame';
import { diagnoseFailedCheck } from './failed-check';
import { firstOffence } from './offence';
import { type Surroundings } from './judge';
import { aboutMpan, labelOf } from './ledger-view';
import { nearestSeen } from './nearest-seen';
import { nextStep } from './next-step';
import { positionOf } from './positions';
import { below, conversationLines, elapsedLine, rowLine } from './told';
import type { ConversationContext, FieldResult, LegResult, Match } from './types';

/** A failure told to people, with whose fault it is and its code (of the error registry, or the id of a check). */
export interface Diagnosis {
  text: string;
  blame: Blame;
  code: string;
}

const differing = (f: FieldResult) => below(`  ${f.field}: expected ${f.expected}, got ${f.actual}`);

function expectedLines({ leg, facets }: LegResult, ctx: ConversationContext): string[] {
  const order = leg.after.length ? `  after ${leg.after.join(', ')}` : '';
  const failing = facets.filter((f) => !f.ok && f.id !== 'leg-seen' && f.id !== 'leg-content');
  return [
    column('expected', `${rowLine(leg, ctx)}${order}`),
    ...(leg.conditions.length ? [below(`  ${leg.conditions.map((c) => c.text).join('; ')}`)] : []),
    ...failing.slice(0, 2).map((f) => below(`  ${f.reason}`)),
  ];
}

function nearestLines(
  result: LegResult,
  match: Match,
  entries: readonly LedgerEntry[],
  around: Surroundings,
): string[] {
  const near = nearestSeen(result, match, entries, around);
  if (near.length === 0) return [column('came', `no ${result.leg.message.interface} that fits`)];
  return near.flatMap(({ entry, differs }, i) => [
    column(i === 0 ? 'came' : '', `line ${entry.seq}  ${positionOf(entry.from, around.ctx)}  ${labelOf(entry)}`),
    ...differs.slice(0, near.length > 1 ? 2 : 5).map(differing),
  ]);
}

function primary(match: Match): LegResult | undefined {
  return match.legs.find((r) => !r.ok) ?? match.legs.find((r) => r.facets.some((f) => !f.ok));
}

/**
 * The failure text of a table of legs, at most 25 lines: what was expected, the nearest that came with each field that
 * differs, the conversation so far, elapsed against limit, whose fault it is and why, what to do next. A refused submission
 * or a failed must of the participant is said first, for it is the cause.
 */
export function diagnose(
  match: Match,
  all: readonly LedgerEntry[],
  ctx: ConversationContext,
  elapsedMs: number,
): Diagnosis {
  const entries = aboutMpan(all, ctx.mpan);
  const time = elapsedLine(elapsedMs, ctx);
  const failing = primary(match);
  const offence = firstOffence(entries, ctx);
  if (!failing)
    return {
      text: [`Every leg of "${ctx.step}" holds.`, ...conversationLines(all, ctx, time)].join('\n'),
      blame: 'harness',
      code: 'LEG_MISSING',
    };

  const fault = blameFor(failing, firstFailing(failing), { results: match.legs, entries, ctx });
  const { root } = fault;
  if (offence?.failed) return diagnoseFailedCheck(offence.failed, all, { leg: root.leg, ctx, elapsedMs });
  const rows = new Map(match.legs.map((r) => [r.leg.id, r.entry]));
  const around: Surroundings = { entries, ctx, rowEntry: (id) => rows.get(id) };
  const waiting = match.legs.filter((r) => !r.ok && r !== root).map((r) => r.leg.id);
  const { blame, code, why, next } = offence ?? { ...fault, next: nextStep(fault, ctx) };
  const lines = [
    offence ? offence.headline : `Row ${root.leg.id}: ${messageLabel(root.leg.message)} ${whatFailed(root)}`,
    ...expectedLines(root, ctx),
    ...nearestLines(root, match, entries, around),
    ...(waiting.length
      ? [column('also', `row ${waiting.join(', ')} not as expected, perhaps for the same reason`)]
      : []),
    ...conversationLines(all, ctx, time),
    column('fault', `${blame}: ${why}`),
    column('next', next),
  ];
  return { text: lines.join('\n'), blame, code };
}

const words = {
  'leg-seen': 'did not come',
  'leg-content': 'came with other content',
  'leg-answers': 'came before its request',
  'leg-order': 'came out of order',
  'leg-audience': 'did not reach everyone',
  'leg-within': 'came late',
};
const whatFailed = (result: LegResult) => words[firstFailing(result)];
