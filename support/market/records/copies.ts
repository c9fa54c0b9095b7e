import { eventDefinition } from '../../catalogue';
import { exception, type Inbox, stay } from '../role';
import type { Seen } from '../seen';
import type { Context, Reaction } from '../types';

/** True when the catalogue names the role among the recipients of the event, by whoever it is addressed. */
export function isAddressed({ interface: id, event }: Seen, { self }: Pick<Context, 'self'>): boolean {
  const { primary = [], secondary = [], always = [] } = eventDefinition(id, event)?.recipients ?? {};
  return [...primary, ...secondary, ...always].includes(self.role);
}

/** A message that the role is sent and that changes nothing in its records; one that it is never sent is an exception. */
export function takeCopy<S extends Inbox>(state: S, seen: Seen, context: Pick<Context, 'self'>): Reaction<S> {
  return isAddressed(seen, context)
    ? stay(state, `Takes ${seen.label} from ${seen.sender}`)
    : exception(state, seen, `a ${context.self.role} takes no such message here`);
}
