import type { RuleMessage } from './rule';

/** What a message answers, wherever it stands. */
export interface Response {
  /** `CommonBlock.R0`, `CustomBlock.B007` */
  path: string;
  block: 'R0' | 'R1' | 'B007' | 'B066' | 'B099';
  /** A, R, L, W, or x where it is hidden. */
  outcome: string;
  /** Texts, and codes, beside it. */
  messages: readonly string[];
}

interface Answer {
  responseCode: string;
  responseMessages?: (string | null)[] | null;
  responseMessage?: string | null;
  proposedAppointmentResponseCode?: string | null;
}

type Blocks = Partial<Record<string, Answer>>;

const places = [
  ['CommonBlock', 'R1'],
  ['CommonBlock', 'R0'],
  ['CustomBlock', 'B007'],
  ['CustomBlock', 'B099'],
  ['CustomBlock', 'B066'],
] as const;

/** The answers in a message; a replay's own (R1) comes first, before what is replayed. */
export function responsesOf(message: RuleMessage): Response[] {
  const found: Response[] = [];
  for (const [root, block] of places) {
    const answer = (message[root] as Blocks | undefined)?.[block];
    if (!answer) continue;
    const { responseCode, responseMessages, responseMessage, proposedAppointmentResponseCode } = answer;
    const texts = [...(responseMessages ?? []), responseMessage, proposedAppointmentResponseCode];
    const messages = texts.filter((text): text is string => typeof text === 'string' && text !== '');
    found.push({ path: `${root}.${block}`, block, outcome: responseCode, messages });
  }
  return found;
}

/** A refusal, or the end of an appointment, repeats what it refuses: the content is not the sender's own. */
export const repeatsContent = (responses: readonly Response[]) =>
  responses.some(({ outcome }) => outcome === 'R' || outcome === 'L');
