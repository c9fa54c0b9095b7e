import { eventDefinition } from '../release';
import { isRole, maySend, type PartyCode } from '../roles';
import { messageLabel } from '../event';
import { breach, eventOf, type Judge, type Rule } from './rule';

export const senderRules = {
  stated: {
    id: 'sender-may-send',
    text: 'The role that the sender states is one that sends this event.',
    code: 'MSG1010',
    level: 'must',
    basis: 'stated',
    source: 'MSG1010; DI-984; senders of the interface catalogue',
  },
  inferred: {
    id: 'sender-may-send-inferred',
    text: 'The role that the sender states is one that sends this event, where no public source names the senders.',
    code: 'MSG1010',
    level: 'should',
    basis: 'inferred',
    source: 'MSG1010; DI-984; the senders are inferred from the processes',
    assumption: 'sender-may-send-inferred',
  },
} as const satisfies Record<string, Rule>;

const isParty = (role: string): role is PartyCode => isRole(role) || role === 'DIP';

/** Judges the role in S1; of an event that the release does not have there is nothing to say. */
export const judgeSender: Judge = (message, found, { release }) => {
  const { S0, S1 } = message.CommonBlock;
  const definition = eventDefinition(S0.interfaceID, eventOf(message), release);
  if (!definition || (isParty(S1.senderRoleID) && maySend(S1.senderRoleID, definition))) return;
  const text = `expected ${definition.senders.join(' or ')}, sender of ${messageLabel(definition)}, got "${S1.senderRoleID}"`;
  found.push(breach(senderRules[definition.sendersBasis], 'CommonBlock.S1.senderRoleID', text));
};
