import { codeText, type CustomBlocks, eventDefinition, messageLabel, type MessageName } from '../../catalogue';
import { learnFacts } from '../registration/facts';
import { heldBlocks, reachedDate } from '../registration/held-blocks';
import { isLoaded, type LoadedRegister, reachedDay, type Register } from '../registration/register';
import { exception } from '../role';
import type { Seen } from '../seen';
import type { Context, Outgoing, Reaction } from '../types';
import { rules } from './rules';
import { updates } from './table';
import type { Change, Update, UpdateRow } from './update';

/** True for a message by which somebody asks the Registration Service to change what it holds. */
export const isUpdate = (name: MessageName): boolean => rowOf(name) !== undefined;

/** Messages that ask for an update, as an instruction to refuse may name them. */
export const updateMessages: readonly string[] = Object.keys(updates);

/**
 * A request for an update: refused with every code whose rule strikes, or taken into the register. The answer echoes
 * the request; it goes to who asked, and where it accepts the DIP adds all who hold the MPAN.
 */
export function takeUpdate(register: Register, seen: Seen, context: Context, refuse?: string[]): Reaction<Register> {
  const row = rowOf(seen);
  if (!row) return exception(register, seen, 'asks for no update that is known');
  const update = isLoaded(register) ? updateOf(register, seen, context) : undefined;
  const codes = refuse ?? (update ? codesAgainst(row, update) : ['REG0000']);
  if (codes.length > 0 || !update) {
    return {
      state: register,
      messages: [answer(row, seen, {}, codes)],
      effects: [{ note: `${seen.label} refused: ${codes.join(', ')}` }],
    };
  }
  const { register: state, others } = changed(row, update);
  const answered = { interface: row.answer, event: seen.event };
  return {
    state,
    messages: [answer(row, seen, heldBlocks(state, answered, context), [])],
    effects: [{ note: `${seen.label} is taken into the register` }],
    ...(others && { others }),
  };
}

/** Every code that speaks against the request, in the order of its row. */
export const codesAgainst = (row: UpdateRow, update: Update): string[] =>
  row.codes.filter((code) => rules[code]?.(update));

const rowOf = (name: MessageName): UpdateRow | undefined => updates[messageLabel(name)];

function updateOf(register: LoadedRegister, seen: Seen, context: Context): Update {
  const { event, sender, custom } = seen;
  return { register, event, sender, custom, context, day: reachedDay(register, context) };
}

function changed(row: UpdateRow, update: Update): Change {
  const { register, custom, context } = update;
  const named = Object.fromEntries((row.facts ?? []).map((name) => [name, custom[name]]));
  const facts = learnFacts(register.facts, named, reachedDate(register, context));
  const next = { ...register, facts };
  return row.change ? row.change({ ...update, register: next }) : { register: next };
}

/** What is held stands beside what was asked; of a block that both have, what was asked is said. */
function answer(row: UpdateRow, seen: Seen, held: Partial<CustomBlocks>, codes: string[]): Outgoing {
  const name = { interface: row.answer, event: seen.event };
  const { required = [], optional = [] } = eventDefinition(name.interface, name.event)?.custom ?? {};
  const asked = Object.entries(seen.custom).filter(([block]) => required.includes(block) || optional.includes(block));
  const besides = Object.entries(held).filter(([block]) => listed.includes(block));
  return {
    ...name,
    custom: Object.fromEntries([...besides, ...asked]),
    response: { responseCode: codes.length === 0 ? 'A' : 'R', responseMessages: codes.map(codeText) },
    primaryRecipients: [seen.sender],
    correlationID: seen.conversation,
  };
}

/** Held blocks that an acceptance adds: all meters that are fitted now, all MPANs that are linked now. */
const listed = ['B905List', 'B907List'];
