import { codeText, validateMessage, wireTime, type Message } from '../../catalogue';
import type { StandardItem } from '../../wire';

/** What a recipient says of one publication: taken, or refused with a code. */
export type Judgement = { message: Message; item: StandardItem } | { message?: undefined; item: StandardItem };

/** Checks one publication as its recipient must: the schema first (RCP1001), then the environment (RCP1004). */
export function judge(payload: unknown, o: { self: string; environmentTag: string; now: Date }): Judgement {
  const ids = readIds(payload);
  const answer = (code: string, help: string | null): StandardItem => ({
    ...ids,
    sentTimestamp: wireTime(o.now),
    senderID: o.self,
    DIPConnectionProviderID: null,
    message: codeText(code),
    help,
    serviceTicketURL: null,
  });
  const checked = validateMessage(payload, 'egress');
  if (!checked.ok) {
    const first = checked.problems[0];
    return { item: answer('RCP1001', first ? `${first.path}: ${first.text}`.slice(0, 200) : null) };
  }
  const tag = checked.message.CommonBlock.S1.environmentTag;
  if (tag !== o.environmentTag) {
    return { item: answer('RCP1004', `CommonBlock.S1.environmentTag: expected ${o.environmentTag}, got ${tag}`) };
  }
  return { message: checked.message, item: answer('RCP0000', null) };
}

/** 201 when all were taken, 400 when none, 207 when some. */
export function statusOf({ taken, of }: { taken: number; of: number }): 201 | 207 | 400 {
  if (taken === 0) return 400;
  return taken === of ? 201 : 207;
}

/** The ids that an answer must name, read even from a broken publication. */
function readIds(payload: unknown) {
  const common = record(record(payload).CommonBlock);
  const [D0, S1] = [record(common.D0), record(common.S1)];
  return {
    transactionID: text(D0.transactionID),
    senderUniqueReference: text(S1.senderUniqueReference),
    correlationID: text(D0.initialCorrelationID),
    recipientID: text(S1.senderDIPID),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
