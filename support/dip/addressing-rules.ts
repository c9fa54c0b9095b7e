import type { EventDefinition, Message } from '../catalogue';
import type { Refusal } from './submission-rules';
import type { DipParty } from './types';

type ListName = 'primaryRecipients' | 'secondaryRecipients' | 'always';

/** What the rules look at. */
interface Case {
  message: Message;
  definition: EventDefinition;
  partyOf(dipId: string): DipParty | undefined;
}

type Rule = (c: Case) => string | undefined;

/** The rules in the order in which they are tried. */
const rules: readonly (readonly [code: string, rule: Rule])[] = [
  ['MSG1030', primaryIsThere],
  ['MSG1031', known('primaryRecipients')],
  ['MSG1032', mayReceive('primaryRecipients')],
  ['MSG1033', known('secondaryRecipients')],
  ['MSG1034', mayReceive('secondaryRecipients')],
  ['MSG1035', known('always')],
  ['MSG1036', mayReceive('always')],
];

/**
 * What is wrong with the addresses that a sender set itself (A0), found after the message was taken in (L2, assumption
 * addressing-found-late): the sender
 * is told by status message, and nothing is delivered. Undefined when nothing is.
 */
export function addressingProblem(
  message: Message,
  definition: EventDefinition,
  parties: readonly DipParty[],
): Refusal | undefined {
  // Most messages name nobody.
  if (!message.CommonBlock.A0 && definition.recipients.primary.length === 0) return undefined;
  const partyOf = (dipId: string) => parties.find((p) => p.dipId === dipId);
  for (const [code, rule] of rules) {
    const help = rule({ message, definition, partyOf });
    if (help !== undefined) return { code, help };
  }
  return undefined;
}

const named = (c: Case, list: ListName) =>
  (c.message.CommonBlock.A0?.[list] ?? []).filter((id): id is string => id !== null);

function primaryIsThere(c: Case): string | undefined {
  const { primary } = c.definition.recipients;
  if (primary.length === 0 || named(c, 'primaryRecipients').length > 0) return undefined;
  return `A0.primaryRecipients is empty; this event goes to a ${primary.join(' or ')} that the sender names`;
}

function known(list: ListName): Rule {
  return (c) => {
    const unknown = named(c, list).filter((id) => !c.partyOf(id));
    return unknown.length === 0 ? undefined : `A0.${list}: ${unknown.join(', ')} not known to this DIP`;
  };
}

function mayReceive(list: ListName): Rule {
  return (c) => {
    const { primary, secondary, always } = c.definition.recipients;
    const audience = [...primary, ...secondary, ...always];
    const wrong = named(c, list).filter((id) => !audience.includes(c.partyOf(id)!.role));
    if (wrong.length === 0) return undefined;
    const shown = wrong.map((id) => `${id} (${c.partyOf(id)!.role})`).join(', ');
    return `A0.${list}: ${shown} may not receive this event, which goes to ${audience.join(', ')}`;
  };
}
