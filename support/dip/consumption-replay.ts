import { randomBytes } from 'node:crypto';
import { type Message, eventDefinition } from '../catalogue';
import type { Directory } from './directory';
import { newTransactionId } from './ids';
import type { AcceptedBatch, AcceptedMessage, Journal } from './journal';
import { type Asked, ownDipId, refusal, replayedAs, saidAgain } from './past-consumption';
import { egress, messageOf, type Publication } from './publication';
import { mpanOf } from './routing';
import type { DipParty } from './types';

export interface ConsumptionReplayDeps {
  journal: Pick<Journal, 'find'>;
  directory: Pick<Directory, 'get'>;
  parties: readonly DipParty[];
  environmentTag: string;
  clock(): Date;
  publish(publication: Publication): void;
}

/**
 * Answers IF-015 [ConsumptionReplay]: IF-016 for each message of consumption of the MPAN that this DIP still keeps, in
 * order of acceptance; a refusal where the requester is not its data service, or there is none. Resolves to how many
 * answers went.
 */
export function createConsumptionReplay(d: ConsumptionReplayDeps) {
  return async (request: Message, taken: AcceptedMessage): Promise<number> => {
    const at = d.clock();
    const unique = () => randomBytes(6).toString('hex');
    const { environmentTag } = d;
    const asked: Asked = { request, conversation: taken.initialCorrelationID, environmentTag, at, unique };
    const answers = await answersTo(asked, taken);
    for (const message of answers) d.publish(publicationOf(message, taken, at));
    return answers.length;
  };

  async function answersTo(asked: Asked, { from }: AcceptedMessage): Promise<Message[]> {
    const mpan = mpanOf(asked.request)!;
    if (d.directory.get(mpan)?.dataService !== from) {
      return [refusal('The requester is not the Data Service of the MPAN', asked)];
    }
    const again = (await pastOf(mpan, asked.at)).flatMap((message) => saidAgain(message, asked) ?? []);
    return again.length > 0 ? again : [refusal('No consumption of the MPAN is kept', asked)];
  }

  /** A message is found by each of its recipients, and taken once. */
  async function pastOf(mpan: string, until: Date): Promise<Message[]> {
    const found = new Map<string, { batch: AcceptedBatch; index: number }>();
    for (const [channel, events] of Object.entries(replayedAs)) {
      for (const event of Object.keys(events)) {
        for (const to of recipientsOf(channel, event)) {
          const query = { channel, event, to, mpan, from: new Date(0), until };
          for await (const it of d.journal.find(query)) found.set(placeOf(it), it);
        }
      }
    }
    return [...found]
      .sort(([a], [b]) => a.localeCompare(b))
      .flatMap(([, { batch, index }]) => messageOf(batch, index) ?? []);
  }

  function recipientsOf(channel: string, event: string): string[] {
    const { primary = [], secondary = [], always = [] } = eventDefinition(channel, event)?.recipients ?? {};
    const roles: readonly string[] = [...primary, ...secondary, ...always];
    return d.parties.filter(({ role }) => roles.includes(role)).map(({ dipId }) => dipId);
  }
}

const placeOf = ({ batch, index }: { batch: AcceptedBatch; index: number }) =>
  `${String(batch.record).padStart(12, '0')} ${String(index).padStart(6, '0')}`;

/** What goes to the requester; the DIP owes it to nobody when it is started anew. */
function publicationOf(
  message: Message,
  { from: to, mpan, initialCorrelationID }: AcceptedMessage,
  at: Date,
): Publication {
  const { S0, S1 } = message.CommonBlock;
  const event = S0.eventCode.slice(1, -1);
  const transactionID = newTransactionId(S0.interfaceID, ownDipId, 'DIP', at);
  const as = { transactionID, initialCorrelationID, primary: [to], secondary: [], always: [] };
  return {
    message: egress(message, eventDefinition(S0.interfaceID, event)!, as, at),
    ...{ from: ownDipId, to, channel: S0.interfaceID, event, mpan, transactionID, initialCorrelationID },
    reference: S1.senderUniqueReference,
  };
}
