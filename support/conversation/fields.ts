import { allEvents, blockNames, itemNames, knownEvent, type MessageName, messageLabel } from '../catalogue';
import { conversationErrors, errorsOf, nearest } from '../errors';
import type { Field } from './types';

const raise = errorsOf(conversationErrors);

/** Where a field is looked for: blocks, and the items of each, which are asked for only when they are needed. */
interface Scope {
  blocks: readonly string[];
  itemsOf(block: string): readonly string[];
}

const scopes = new Map<string, Scope>();

function kept(label: string, make: () => Scope): Scope {
  let scope = scopes.get(label);
  if (!scope) scopes.set(label, (scope = make()));
  return scope;
}

function scopeOf(message: MessageName): Scope {
  return kept(messageLabel(message), () => {
    const definition = knownEvent(message.interface, message.event);
    return { blocks: blockNames(definition), itemsOf: (block) => itemNames(definition, block) };
  });
}

/** Every block of the release; one that several messages have is that of the last. */
const anyMessage = (): Scope =>
  kept('any', () => {
    const holders = new Map(allEvents().flatMap((event) => blockNames(event).map((block) => [block, event] as const)));
    return { blocks: [...holders.keys()], itemsOf: (block) => itemNames(holders.get(block)!, block) };
  });

/**
 * Reads `B070 appointmentScenario`, `B070`, or an item name that one block of the message has. `B905` stands for
 * `B905List` too. Without a message every block of the release is looked through.
 */
export function parseField(text: string, message: MessageName | undefined, place?: string): Field {
  const { blocks, itemsOf } = message ? scopeOf(message) : anyMessage();
  const where = message ? messageLabel(message) : 'any message';
  const words = text.trim().split(/[\s.]+/);
  const unknown = (word: string, candidates: readonly string[]) => {
    const near = nearest(word, candidates);
    return raise('LEGS_FIELD_UNKNOWN', { word, message: where, hint: near ? `; did you mean "${near}"?` : '' }, place);
  };
  if (words.length > 2) throw unknown(text.trim(), []);

  const [first = '', item] = words;
  const block = [first, `${first}List`].find((name) => blocks.includes(name));
  if (block && item === undefined) return { block };
  if (block && item !== undefined) {
    const items = itemsOf(block);
    if (!items.includes(item)) throw unknown(item, items);
    return { block, item };
  }
  if (item !== undefined) throw unknown(first, blocks);

  const holders = blocks.filter((name) => itemsOf(name).includes(first));
  if (holders.length === 1) return { block: holders[0]!, item: first };
  if (holders.length > 1)
    throw raise('LEGS_FIELD_AMBIGUOUS', { word: first, message: where, known: holders.join(', ') }, place);
  throw unknown(first, [...blocks, ...blocks.flatMap((name) => itemsOf(name))]);
}
