import { eventDefinition, type Message, messageName, newSenderReference, wireTime } from '../catalogue';

/** The DIP's own DIP ID, as its answers name their sender. Invented: no public source gives one. */
export const ownDipId = '7000000001';

/** What was published about consumption, and the event of IF-016 that says it again. */
export const replayedAs = {
  'IF-021': { ActivePower: 'ActivePower', ReactivePower: 'ReactivePower' },
  'IF-014': { ActivePowerRejected: 'ActivePowerRejected' },
  'IF-013': { ActivePowerDefaulted: 'ActivePowerDefaulted' },
} as const satisfies Record<string, Record<string, string>>;

/** What an answer to IF-015 needs besides what it says. */
export interface Asked {
  /** The accepted IF-015. */
  request: Message;
  /** D0.initialCorrelationID of the request. */
  conversation: string;
  environmentTag: string;
  at: Date;
  /** Letters and digits, another each time. */
  unique(): string;
}

/** IF-016 for an earlier message: its content and sender as they were; undefined for what is not replayed. */
export function saidAgain(past: Message, asked: Asked): Message | undefined {
  const { interface: id, event } = messageName(past) ?? { interface: '', event: '' };
  const events: Record<string, string> | undefined = replayedAs[id as keyof typeof replayedAs];
  const again = events?.[event];
  if (again === undefined) return undefined;
  const { S1, M0, R0 } = past.CommonBlock;
  const header = { S2: S1, M0, ...(again === 'ActivePowerRejected' && { R0 }) };
  return answer(again, { ...header, R1: { responseCode: 'A', responseMessages: [] } }, asked, past.CustomBlock);
}

/** IF-016 [ConsumptionRequestRejected], with the reason in words: no code list is published. */
export function refusal(reason: string, asked: Asked): Message {
  const { M0 } = asked.request.CommonBlock;
  return answer('ConsumptionRequestRejected', { M0, R1: { responseCode: 'R', responseMessages: [reason] } }, asked);
}

function answer(
  event: string,
  blocks: Record<string, unknown>,
  asked: Asked,
  custom?: Message['CustomBlock'],
): Message {
  const { request, conversation, environmentTag, at, unique } = asked;
  const message = {
    CommonBlock: {
      S0: {
        interfaceID: 'IF-016',
        schemaVersion: eventDefinition('IF-016', event)?.schemaVersion,
        eventCode: `[${event}]`,
      },
      S1: {
        ...{ environmentTag, subText: null },
        senderUniqueReference: newSenderReference('IF-016', ownDipId, 'DIP', at, unique()),
        senderTimestamp: wireTime(at),
        ...{ senderDIPID: ownDipId, senderRoleID: 'DIP', senderCorrelationID: conversation },
        DIPConnectionProviderID: null,
      },
      A0: { primaryRecipients: [request.CommonBlock.S1.senderDIPID], secondaryRecipients: [], always: [] },
      ...blocks,
    },
    ...(custom && { CustomBlock: custom }),
  };
  // The blocks that only this interface has are known to its schema, not to the type.
  return message as unknown as Message;
}
