import { eventDefinition, type Message, releaseInUse } from '../catalogue';
import type { AcceptedBatch, Journal, Owed } from './journal';
import { masked } from './masking';
import { messageOf, type Publication, publicationTo } from './publication';
import type { DipParty } from './types';

/** Publications made again from the journal, as their recipients may see them. */
export interface KeptPublications {
  /** What a recipient may see of a message. */
  seenBy(to: string, message: Message): Message;
  /** A message of the journal for one recipient; undefined when it cannot be made again. */
  messageFor(to: string): (batch: AcceptedBatch, index: number) => Message | undefined;
  /** What is owed, whole; undefined when the journal does not have it any more. */
  restore(owed: Owed): Promise<Publication | undefined>;
  /** A past publication, to be sent once more: nobody owes it. */
  again(to: string, past: { batch: AcceptedBatch; index: number; message: Message }): Publication;
}

export function keptPublications(journal: Pick<Journal, 'read'>, parties: readonly DipParty[]): KeptPublications {
  const roles = new Map(parties.map(({ dipId, role }) => [dipId, role]));

  function seenBy(to: string, message: Message): Message {
    const role = roles.get(to);
    const { S0 } = message.CommonBlock;
    const definition = eventDefinition(S0.interfaceID, S0.eventCode.slice(1, -1));
    return role && definition ? masked(message, definition, role, releaseInUse()) : message;
  }

  const messageFor = (to: string) => (batch: AcceptedBatch, index: number) => {
    const message = messageOf(batch, index);
    return message && seenBy(to, message);
  };

  return {
    seenBy,
    messageFor,
    async restore(owed) {
      const batch = await journal.read(owed.record);
      const message = batch && messageFor(owed.to)(batch, owed.index);
      return message && publicationTo(batch!.messages[owed.index]!, owed, message);
    },
    again(to, { batch, index, message }) {
      const { record, channel } = batch;
      const { owed: _, ...publication } = publicationTo(
        batch.messages[index]!,
        { record, index, to, channel },
        message,
      );
      return publication;
    },
  };
}
