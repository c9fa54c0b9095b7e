import type { Check, LedgerInput } from '../ledger';
import { leavesD0ToDip, primaryRecipients } from './addressing';
import { answeredOnce, correlation } from './correlation';
import type { CheckDefinition } from './definition';
import { identityPairs } from './identity-pairs';
import { refusalOf } from './refusal';
import * as sender from './sender';
import { type CheckId, checkCatalogue, checkIds } from './table';
import { type CheckContext, fail, type Outcome, pass, type Rule } from './types';
import * as webhook from './webhook';

const rules: Record<CheckId, Rule> = {
  signature: sender.signature,
  'content-hash': sender.contentHash,
  schema: sender.schema,
  channel: sender.channel,
  'sender-role': sender.senderRole,
  'sender-reference': sender.senderReference,
  'leased-mpan': sender.leasedMpan,
  'identity-pairs': identityPairs,
  'webhook-answer': webhook.webhookAnswer,
  'refuses-bad-publication': webhook.refusesBadPublication,
  reachable: webhook.reachable,
  'refusal-code': webhook.refusalCode,
  'answered-within': webhook.answeredWithin,
  'batch-items-apart': webhook.batchItemsApart,
  'batch-status': webhook.batchStatus,
  'status-answer': webhook.statusAnswer,
  'webhook-registered': webhook.webhookRegistered,
  correlation,
  'answered-once': answeredOnce,
  'primary-recipients': primaryRecipients,
  'key-case': sender.keyCase,
  'times-not-in-future': sender.timesNotInFuture,
  'leaves-d0-to-dip': leavesD0ToDip,
};

const blameOf = { participant: 'participant', simulated: 'harness', external: 'environment' } as const;

const idsOf = (of: CheckDefinition['of']) => checkIds.filter((id) => (checkCatalogue[id] as CheckDefinition).of === of);
const ofSubmissions = idsOf('submission');
const ofAnswers = idsOf('answer');

function idsFor(entry: LedgerInput): readonly CheckId[] {
  // A status message is no message of the market: only how it was handed over is looked at.
  if (entry.kind === 'status')
    return entry.to === 'DIP'
      ? ['signature', 'content-hash']
      : ['reachable', 'answered-within', 'status-answer', 'webhook-registered'];
  // A message that the DIP could not hand over in the end: `to` names the receiver, and nobody submitted anything.
  if (entry.kind === 'refused' && entry.to !== 'DIP') return entry.name === 'no-webhook' ? ['webhook-registered'] : [];
  if (entry.kind === 'accepted' || entry.kind === 'refused') return ofSubmissions;
  return entry.kind === 'answered' ? ofAnswers : [];
}

/**
 * Runs every always-on check that looks at this kind of entry: a submission (accepted or refused), the answer to a
 * delivery, a status message. Acts, deliveries and TLS refusals have none. Pure; the caller appends the result.
 */
export function checkEntry(entry: LedgerInput, ctx: CheckContext): Check[] {
  const ids = idsFor(entry);
  const outcomes = ids.map((id) => rules[id](entry, ctx));
  const refusal = refusalOf(
    entry,
    outcomes.some((o) => o.status === 'fail'),
  );
  return ids.map((id, index) => {
    const outcome = outcomes[index]!;
    const level = ctx.levels[id] ?? checkCatalogue[id].level;
    if (refusal?.id !== id) return checkOf(id, level, outcome, ctx);
    const reason = outcome.status === 'fail' ? `${refusal.reason}; ${outcome.reason}` : refusal.reason;
    return checkOf(id, level, fail(reason), ctx);
  });
}

const passed: Partial<Record<string, Check>> = {};

// Most pass, many thousand times a second: those are one and the same check.
function checkOf(id: CheckId, level: Check['level'], outcome: Outcome, { own }: CheckContext): Check {
  if (outcome === pass) return (passed[`${id} ${level}`] ??= Object.freeze({ id, level, ...pass }));
  return outcome.status === 'fail' ? { id, level, ...outcome, blame: blameOf[own] } : { id, level, ...outcome };
}
