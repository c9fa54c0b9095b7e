import type { Fact } from './places';

/** Who may break by a change: a sender that goes on as before is refused, or a receiver meets what it did not know. */
export type Side = 'sender' | 'receiver';

/** One thing that differs at a place, without saying where: `now takes null`. */
export interface FactChange {
  kind: 'added' | 'removed' | 'changed';
  /** Of an object: the key that it is about. */
  key?: string;
  what: string;
  /** What a sender, or a receiver, must now do; empty where neither can break. */
  effects: Partial<Record<Side, string>>;
}

const listed = (values: readonly string[]) => values.map((one) => `"${one}"`).join(', ');
const without = (all: readonly string[] = [], other: readonly string[] = []) =>
  all.filter((one) => !other.includes(one));

const changed = (what: string, effects: FactChange['effects']): FactChange => ({ kind: 'changed', what, effects });

/** What differs between two facts about one place, in the words of the market. */
export function factChanges(a: Fact, b: Fact): FactChange[] {
  return [...keyChanges(a, b), ...nullChanges(a, b), ...valueChanges(a, b), ...limitChanges(a, b)];
}

function keyChanges(a: Fact, b: Fact): FactChange[] {
  if (!a.keys || !b.keys) return [];
  const inA = (key: string) => a.required!.includes(key);
  const inB = (key: string) => b.required!.includes(key);
  const both = a.keys.filter((key) => b.keys!.includes(key));
  return [
    ...without(b.keys, a.keys).map((key): FactChange => {
      const effects = { ...(inB(key) && { sender: 'send it' }), receiver: 'take it' };
      return { kind: 'added', key, what: inB(key) ? 'is new, and required' : 'is new, and may be left out', effects };
    }),
    ...without(a.keys, b.keys).map((key): FactChange => {
      const effects = { ...(!b.open && { sender: 'leave it out' }), ...(inA(key) && { receiver: 'do without it' }) };
      return { kind: 'removed', key, what: 'is no longer there', effects };
    }),
    ...both
      .filter((key) => !inA(key) && inB(key))
      .map((key) => ({ ...changed('is now required', { sender: 'send it' }), key })),
    ...both
      .filter((key) => inA(key) && !inB(key))
      .map((key) => ({ ...changed('may now be left out', { receiver: 'do without it' }), key })),
    ...(a.open && !b.open ? [changed('no longer takes items that are not listed', { sender: 'leave them out' })] : []),
    ...(!a.open && b.open ? [changed('now takes items that are not listed', { receiver: 'take them' })] : []),
  ];
}

function nullChanges(a: Fact, b: Fact): FactChange[] {
  if (a.nullable === b.nullable) return [];
  if (b.nullable) return [changed('may now be null', { receiver: 'take null' })];
  return [changed('may no longer be null', { sender: 'send a value' })];
}

function valueChanges(a: Fact, b: Fact): FactChange[] {
  if (a.values && b.values) {
    const [gained, lost] = [without(b.values, a.values), without(a.values, b.values)];
    return [
      ...(gained.length ? [changed(`now allows ${listed(gained)}`, { receiver: `take ${listed(gained)}` })] : []),
      ...(lost.length ? [changed(`no longer allows ${listed(lost)}`, { sender: `leave out ${listed(lost)}` })] : []),
    ];
  }
  if (a.type !== b.type) {
    const what = `is now ${typeWords(b)}, was ${typeWords(a)}`;
    return [changed(what, { sender: `send ${typeWords(b)}`, receiver: `take ${typeWords(b)}` })];
  }
  if (b.values) return [changed(`now allows only ${listed(b.values)}`, { sender: 'send one of these' })];
  if (a.values) return [changed(`is no longer held to ${listed(a.values)}`, { receiver: 'take other values' })];
  if (a.pattern === b.pattern) return [];
  const what = b.pattern
    ? `now has the form ${b.pattern}${a.pattern ? `, was ${a.pattern}` : ''}`
    : `no longer has the form ${a.pattern}`;
  const effects = {
    ...(b.pattern && { sender: 'keep to that form' }),
    ...(a.pattern && { receiver: 'take other forms' }),
  };
  return [changed(what, effects)];
}

const typeWords = (fact: Fact) =>
  ({ string: 'a text', integer: 'a whole number', number: 'a number', boolean: 'true or false' })[fact.type ?? ''] ??
  (fact.keys ? 'a block' : `of type ${fact.type ?? 'any'}`);

function limitChanges(a: Fact, b: Fact): FactChange[] {
  if (a.type !== b.type || (a.values === undefined) !== (b.values === undefined)) return [];
  const unit = a.list ? 'member' : a.type === 'string' ? 'character' : '';
  const [have, any] = unit ? ['have', `any number of ${unit}s`] : ['be', 'any number'];
  const size = (limit: number) => (unit ? `${limit} ${unit}${limit === 1 ? '' : 's'}` : String(limit));
  const [most, top] = [a.most ?? Infinity, b.most ?? Infinity];
  const [least, floor] = [a.least ?? -Infinity, b.least ?? -Infinity];
  const was = (limit: number, word: string) => (Number.isFinite(limit) ? `was ${word} ${limit}` : 'was without limit');
  const upTo = top === Infinity ? any : `up to ${size(top)}`;
  const from = floor === -Infinity ? any : size(floor);
  const old = was(most, 'up to');
  const oldLeast = was(least, 'at least');
  return [
    ...(top > most ? [changed(`may now ${have} ${upTo}, ${old}`, { receiver: `take ${upTo}` })] : []),
    ...(top < most
      ? [changed(`may now ${have} at most ${size(top)}, ${old}`, { sender: `keep to ${size(top)}` })]
      : []),
    ...(floor < least
      ? [changed(`may now ${have} as little as ${from}, ${oldLeast}`, { receiver: `take ${from}` })]
      : []),
    ...(floor > least ? [changed(`must now ${have} at least ${from}, ${oldLeast}`, { sender: `send ${from}` })] : []),
  ];
}
