import { type Seen, see } from './seen';
import type { Context, Instruction, Reaction, Records, Reducer } from './types';

/** What every role keeps of an MPAN: the transactions that it has taken, and what it could make nothing of. */
export interface Inbox {
  booked: string[];
  exceptions: string[];
}

/** One role's part: `defineRole` adds that a transaction is taken once, and that an actor can be told to stay silent. */
export interface Behaviour<S extends Inbox> {
  initial(): S;
  message(state: S, seen: Seen, context: Context, refuse?: string[]): Reaction<S>;
  act(state: S, act: string, args: Record<string, unknown>, context: Context): Reaction<S>;
  /** Does what has fallen due; runs after every input. */
  settle?(state: S, context: Context): Reaction<S>;
  records(state: S, context: Context): Omit<Records, 'mpan' | 'booked' | 'exceptions'>;
}

/** A reducer that takes every transaction once and settles what is due after each input. */
export function defineRole<S extends Inbox>(behaviour: Behaviour<S>): Reducer<S> {
  return {
    initial: () => behaviour.initial(),
    reduce(state, input, context) {
      const first =
        input.kind === 'message'
          ? take(behaviour, state, see(input.message), context, input.instruction)
          : input.kind === 'act'
            ? behaviour.act(state, input.act, input.args, context)
            : stay(state);
      return behaviour.settle ? andThen(first, (next) => behaviour.settle!(next, context)) : first;
    },
    records: (state, context) => ({
      mpan: context.mpan,
      ...behaviour.records(state, context),
      booked: state.booked,
      exceptions: state.exceptions,
    }),
  };
}

function take<S extends Inbox>(
  behaviour: Behaviour<S>,
  state: S,
  seen: Seen,
  context: Context,
  instruction?: Instruction,
): Reaction<S> {
  const { transactionID } = seen;
  if (transactionID !== undefined && state.booked.includes(transactionID)) {
    return stay(state, `${seen.label} was taken before: transaction ${transactionID}`);
  }
  const booked = transactionID === undefined ? state : { ...state, booked: withNewest(state.booked, transactionID) };
  if (instruction?.kind === 'silent') return stay(booked, `Told to stay silent: ${seen.label} has no effect`);
  return behaviour.message(booked, seen, context, instruction?.codes);
}

/** Most that is kept of what was booked, or could not be, of one MPAN: a hub may stand for months. */
const most = 1000;

const withNewest = (list: readonly string[], item: string): string[] => [...list.slice(1 - most), item];

/** A reaction that leaves the state as it is. */
export function stay<S>(state: S, note?: string): Reaction<S> {
  return { state, messages: [], effects: note === undefined ? [] : [{ note }] };
}

/** Two reactions, one after the other. */
export function andThen<S>(first: Reaction<S>, next: (state: S) => Reaction<S>): Reaction<S> {
  const second = next(first.state);
  return {
    state: second.state,
    messages: [...first.messages, ...second.messages],
    effects: [...first.effects, ...second.effects],
    ...((first.others ?? second.others) && { others: [...(first.others ?? []), ...(second.others ?? [])] }),
  };
}

/** The publication should not have come or says what cannot be: kept for the user, booked nowhere else. */
export function exception<S extends Inbox>(state: S, seen: Seen, why: string, code?: string): Reaction<S> {
  const text = `${seen.label} from ${seen.sender}: ${why}`;
  return {
    state: { ...state, exceptions: withNewest(state.exceptions, text) },
    messages: [],
    effects: [code === undefined ? { note: text } : { note: text, code }],
  };
}
