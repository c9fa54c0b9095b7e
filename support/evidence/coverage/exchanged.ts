import { messageLabel, leadingCode } from '../../catalogue';
import type { LedgerEntry } from '../../ledger';
import { isAcceptance } from './acceptance';
import { participantIn } from './participant';
import { groupedBy, proofOf } from './proof';
import type { CoveredRun, Direction, Seen } from './types';

/** A message that the participant sent or received, once. */
export interface Exchange extends Seen {
  label: string;
  interface: string;
  event: string;
  direction: Direction;
  /** In which role. */
  role: string;
  process: string | null;
  entry: LedgerEntry;
}

/** A message that went between other parties only: it proves nothing of the participant. */
export interface ElsewhereMessage {
  label: string;
  exchanged: number;
}

export interface Exchanged {
  own: Exchange[];
  elsewhere: ElsewhereMessage[];
}

/** What the DIP took from the participant and what it handed to it; apart from these, what went between others. */
export function exchanged(run: CoveredRun): Exchanged {
  const roleIn = participantIn(run);
  const proof = proofOf(run);
  const processes = new Map(run.verdicts.scenarios.map(({ id, process }) => [id, process]));
  const answers = answersIn(run.entries);
  const own: Exchange[] = [];
  const others: { label: string; transactionID: unknown }[] = [];
  for (const entry of run.entries) {
    const { kind, event, transactionID } = entry;
    if (entry.interface === undefined || event === undefined) continue;
    if (kind !== 'accepted' && kind !== 'delivered') continue;
    const label = messageLabel({ interface: entry.interface, event });
    const role = roleIn(entry);
    if (role === undefined) {
      if (kind === 'accepted') others.push({ label, transactionID });
      continue;
    }
    const direction = kind === 'accepted' ? 'sent' : 'received';
    const seen = proof(entry, direction);
    const untaken = kind === 'delivered' && seen.grade !== null ? whyNotTaken(entry, answers) : undefined;
    own.push({
      ...(untaken === undefined ? seen : { ...seen, grade: null, why: untaken }),
      ...{ label, interface: entry.interface, event, direction, role, entry },
      process: processes.get(entry.scenario ?? '') ?? null,
    });
  }
  const handed = new Set(own.flatMap(({ direction, entry }) => (direction === 'received' ? entry.transactionID : [])));
  const between = others.filter(({ transactionID }) => !transactionID || !handed.has(String(transactionID)));
  const elsewhere = [...groupedBy(between, ({ label }) => label)].map(([label, all]) => ({
    label,
    exchanged: all.length,
  }));
  return { own, elsewhere: elsewhere.sort((a, b) => (a.label < b.label ? -1 : 1)) };
}

type Answers = Map<string, LedgerEntry[]>;

function answersIn(entries: readonly LedgerEntry[]): Answers {
  const answered = entries.filter(({ kind, transactionID }) => kind === 'answered' && transactionID);
  return groupedBy(answered, ({ transactionID, from }) => `${transactionID} ${from}`);
}

/** Why a delivery is no message received: it was spoilt on purpose, or the webhook did not take it. */
function whyNotTaken({ name, transactionID, to, seq }: LedgerEntry, answers: Answers): string | undefined {
  if (name === 'spoilt') return 'a copy spoilt on purpose, to be refused';
  const own = answers.get(`${transactionID} ${to}`) ?? [];
  return own.some((answer) => answer.seq > seq && takes(answer))
    ? undefined
    : 'its webhook did not answer that it took it';
}

/** A 2xx in which no item says no: in a batch some are taken and others are not. */
function takes({ httpStatus = 0, body }: LedgerEntry): boolean {
  const refused = codesOfAnswer(body).some((code) => !isAcceptance(code));
  return httpStatus >= 200 && httpStatus < 300 && !refused;
}

/** Codes of a StandardResponse: `RCP0000`. */
export function codesOfAnswer(body: unknown): string[] {
  const { messageArray } = (body ?? {}) as { messageArray?: unknown };
  if (!Array.isArray(messageArray)) return [];
  const texts = messageArray.map((item: unknown) => (item as { message?: unknown } | null)?.message);
  return texts.flatMap((text) => (typeof text === 'string' ? (leadingCode(text) ?? []) : []));
}
