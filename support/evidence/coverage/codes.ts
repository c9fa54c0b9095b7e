import { leadingCode } from '../../catalogue';
import type { LedgerEntry } from '../../ledger';
import { codesOfAnswer, type Exchange } from './exchanged';
import { participantIn } from './participant';
import { proofOf } from './proof';
import type { CoveredRun, Direction, Seen } from './types';

/** A response code that the participant gave or was given, once. */
export interface CodeSeen extends Seen {
  code: string;
  direction: Direction;
  role: string;
  /** `R0`, `B007`, `StandardResponse`, `status message`, `answer of the DIP`. */
  where: string;
}

/** Codes of the messages, of the webhook's answers, of status messages, and of what the DIP refused. */
export function codesSeen(run: CoveredRun, exchanges: readonly Exchange[]): CodeSeen[] {
  const roleIn = participantIn(run);
  const proof = proofOf(run);
  const inMessages = exchanges.flatMap(({ entry, direction, role, scenario, grade, why }) =>
    codesOfMessage(entry.body).map(({ code, where }) => ({ code, where, direction, role, scenario, grade, why })),
  );
  const beside = run.entries.flatMap((entry): CodeSeen[] => {
    const found = besideMessages(entry);
    const role = found && roleIn(entry);
    if (!found || role === undefined) return [];
    const { codes, where, direction } = found;
    const seen = proof(entry, direction);
    const lost = entry.kind === 'status' && direction === 'received' && !isTaken(entry) && seen.grade !== null;
    const told = lost ? { ...seen, grade: null, why: 'its webhook did not answer that it took it' } : seen;
    return codes.map((code) => ({ ...told, code, where, direction, role }));
  });
  return [...inMessages, ...beside];
}

const isTaken = ({ httpStatus = 0 }: LedgerEntry) => httpStatus >= 200 && httpStatus < 300;

function besideMessages(entry: LedgerEntry): { codes: string[]; where: string; direction: Direction } | undefined {
  const { kind, to, name, body } = entry;
  if (kind === 'answered') return { codes: codesOfAnswer(body), where: 'StandardResponse', direction: 'sent' };
  if (kind === 'status') {
    const { message } = (body ?? {}) as { message?: unknown };
    const code = typeof message === 'string' ? leadingCode(message) : undefined;
    return { codes: code ? [code] : [], where: 'status message', direction: to === 'DIP' ? 'sent' : 'received' };
  }
  if (kind !== 'refused' || to !== 'DIP') return undefined;
  const code = name === undefined ? undefined : leadingCode(name);
  return { codes: code ? [code] : [], where: 'answer of the DIP', direction: 'received' };
}

const carriers = ['responseMessages', 'proposedAppointmentResponseCode'];

/** Codes at the head of response messages, with the block in which they stand: R0, R1, B007, B099. */
function codesOfMessage(body: unknown, where = ''): { code: string; where: string }[] {
  if (typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body)) return body.flatMap((item) => codesOfMessage(item, where));
  return Object.entries(body).flatMap(([key, value]: [string, unknown]) => {
    if (!carriers.includes(key)) return codesOfMessage(value, key);
    const texts: unknown[] = Array.isArray(value) ? value : [value];
    return texts.flatMap((text) => {
      const code = typeof text === 'string' ? leadingCode(text) : undefined;
      return code ? [{ code, where }] : [];
    });
  });
}
