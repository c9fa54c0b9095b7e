import { allEvents, type MessageName, messageLabel, sampleMessage } from '../catalogue';
import { conversationErrors, errorsOf, nearest } from '../errors';
import type { Field } from './types';

const raise = errorsOf(conversationErrors);

/** Names of the items of a block, at any depth. */
function itemsIn(block: unknown): string[] {
  if (Array.isArray(block)) return block.flatMap(itemsIn);
  if (typeof block !== 'object' || block === null) return [];
  return Object.entries(block).flatMap(([name, item]) => [name, ...itemsIn(item)]);
}

type Scope = ReadonlyMap<string, readonly string[]>;

const scopes = new Map<string, Scope>();

/** Every block of a message with its items: those of a sample that leaves nothing out. */
function scopeOf(message: MessageName): Scope {
  const label = messageLabel(message);
  const known = scopes.get(label);
  if (known) return known;
  const { CommonBlock, CustomBlock } = sampleMessage(message.interface, message.event, { full: true, egress: true });
  const all = Object.entries({ ...CommonBlock, ...CustomBlock });
  const scope = new Map(all.map(([name, block]) => [name, [...new Set(itemsIn(block))]]));
  scopes.set(label, scope);
  return scope;
}

const anyMessage = (): Scope => new Map(allEvents().flatMap((definition) => [...scopeOf(definition)]));

/**
 * Reads `B070 appointmentScenario`, `B070`, or an item name that one block of the message has. `B905` stands for
 * `B905List` too. Without a message every block of the release is looked through.
 */
export function parseField(text: string, message: MessageName | undefined, place?: string): Field {
  const blocks = message ? scopeOf(message) : anyMessage();
  const scope = [...blocks.keys()];
  const where = message ? messageLabel(message) : 'any message';
  const words = text.trim().split(/[\s.]+/);
  const unknown = (word: string, candidates: readonly string[]) => {
    const near = nearest(word, candidates);
    return raise('LEGS_FIELD_UNKNOWN', { word, message: where, hint: near ? `; did you mean "${near}"?` : '' }, place);
  };
  if (words.length > 2) throw unknown(text.trim(), []);

  const [first = '', item] = words;
  const block = [first, `${first}List`].find((name) => scope.includes(name));
  if (block && item === undefined) return { block };
  if (block && item !== undefined) {
    const items = blocks.get(block) ?? [];
    if (!items.includes(item)) throw unknown(item, items);
    return { block, item };
  }
  if (item !== undefined) throw unknown(first, scope);

  const holders = scope.filter((name) => blocks.get(name)?.includes(first));
  if (holders.length === 1) return { block: holders[0]!, item: first };
  if (holders.length > 1)
    throw raise('LEGS_FIELD_AMBIGUOUS', { word: first, message: where, known: holders.join(', ') }, place);
  throw unknown(first, [...scope, ...scope.flatMap((name) => blocks.get(name) ?? [])]);
}
