import { eventDefinition } from '../catalogue';
import type { LedgerEntry } from '../ledger';
import { isMessage, messageOf, precedes } from './ledger-view';

/** `R REG1031 - …` where a message says no to a request or lets it lapse; undefined where it does not. */
export function refusalIn(entry: LedgerEntry): string | undefined {
  const message = messageOf(entry);
  const { R0 } = message?.CommonBlock ?? {};
  const B007 = message?.CustomBlock?.B007;
  if (R0 && /^[RL]$/.test(R0.responseCode)) return [R0.responseCode, ...(R0.responseMessages ?? [])].join(' ');
  if (B007 && /^[RL]$/.test(String(B007.responseCode)))
    return `${B007.responseCode} ${String(B007.proposedAppointmentResponseCode)}`;
  return undefined;
}

/** The accepted message that an answer answers: the one that it quotes, else the latest before it. */
export function requestOf(answer: LedgerEntry, entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  const name = eventDefinition(answer.interface ?? '', answer.event ?? '')?.answers;
  if (!name) return undefined;
  const all = entries.filter((e) => e.kind === 'accepted' && isMessage(e, name) && precedes(e, answer));
  return (
    all.find((e) => e.initialCorrelationID != null && e.initialCorrelationID === answer.correlationID) ?? all.at(-1)
  );
}
