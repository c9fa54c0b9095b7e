import { z } from 'zod';
import type { Message } from '../catalogue';
import { errorsOf, marketErrors, nearest } from '../errors';
import { actDefinition, acts } from './acts';
import { envelope } from './envelope';
import { assertPossible } from './instruction';
import { reducerFor } from './reducers';
import { see } from './seen';
import type { Context, Effect, Input, Instruction, Market, Outgoing, Party, Reaction, Records } from './types';

const raise = errorsOf(marketErrors);

/** A payload ready to submit to the channel that its interface names. */
export interface OutgoingEnvelope {
  mpan: string;
  /** `IF-031`: the `{id}` of the DIP's channel. */
  interface: string;
  event: string;
  message: Message;
}

/** What the actor holds of one MPAN; plain JSON. */
export interface ActorMemory {
  state: unknown;
  instructions: Instruction[];
}

export interface ActorOptions {
  party: Party;
  market: Market;
  /** Called once for each input that makes the party speak, after its state has changed. */
  send(messages: OutgoingEnvelope[]): void;
  now(): Date;
  /** Letters and digits, another each time. */
  unique(): string;
  /** S1.environmentTag. */
  environmentTag: string;
  /** Distributor (DIP ID) and GSP Group of an MPAN, for M0. */
  meteringPoint(mpan: string): { distributor: string; gspGroup: string };
  connectionProvider?: string;
  /** Memory of an earlier actor of the same party, by MPAN. */
  memory?: Record<string, ActorMemory>;
}

/** One party that plays its role for many MPANs: simulated in the hub, or behind a reference participant. */
export interface Actor {
  readonly party: Party;
  /** Takes a publication; the effects say what became of it. */
  receive(message: Message): Effect[];
  /** Does an act and sends what follows. Throws a QualifyError for an unknown act or wrong arguments. */
  act(mpan: string, name: string, args: Record<string, unknown>): Outgoing[];
  /** Looks at the time: what a day has made due is done. */
  tick(mpan: string): Outgoing[];
  records(mpan: string): Records;
  /** What to do with the next message of that name; used up by it. */
  instruct(mpan: string, instruction: Instruction): void;
  forget(mpan: string): void;
  /** A copy of all that the actor holds, by MPAN. */
  memory(): Record<string, ActorMemory>;
}

/** Runs the reducer of the party's role: `createActor({...}).act('2000000000000', 'switchSecured', {...})`. */
export function createActor(options: ActorOptions): Actor {
  const { party, market, send, now, unique, environmentTag, connectionProvider } = options;
  const reducer = reducerFor(party.role);
  const memory = new Map<string, ActorMemory>(Object.entries(structuredClone(options.memory ?? {})));

  const contextOf = (mpan: string): Context => ({
    ...{ self: party, market, mpan, now: now().toISOString() },
    elsewhere: (other) => memory.get(other)?.state,
  });
  const recall = (mpan: string): ActorMemory => memory.get(mpan) ?? { state: reducer.initial(), instructions: [] };
  const records = (mpan: string) => reducer.records(recall(mpan).state, contextOf(mpan));

  function put(mpan: string, input: Input): Reaction<unknown> {
    const reaction = reducer.reduce(recall(mpan).state, input, contextOf(mpan));
    memory.set(mpan, { ...recall(mpan), state: reaction.state });
    const at = now();
    const sending = { party, mpan, at, environmentTag, connectionProvider };
    if (reaction.messages.length > 0) {
      const point = options.meteringPoint(mpan);
      send(
        reaction.messages.map((it) => ({
          ...{ mpan, interface: it.interface, event: it.event },
          message: envelope(it, { ...sending, point, unique: unique() }),
        })),
      );
    }
    for (const { mpan: other, act, args } of reaction.others ?? []) put(other, { kind: 'act', act, args });
    return reaction;
  }

  /** Takes the first instruction for that message out of the memory; one that was taken before uses none up. */
  function useInstruction(mpan: string, message: Message): Instruction | undefined {
    const seen = see(message);
    const { instructions } = recall(mpan);
    const instruction = instructions.find((it) => it.interface === seen.interface && it.event === seen.event);
    if (!instruction || records(mpan).booked?.includes(seen.transactionID ?? '')) return undefined;
    memory.set(mpan, { ...recall(mpan), instructions: instructions.filter((it) => it !== instruction) });
    return instruction;
  }

  return {
    party,
    receive(message) {
      const { M0, M1 } = message.CommonBlock;
      const mpan = M0?.MPANCore ?? M1?.principalMPAN ?? '';
      return put(mpan, { kind: 'message', message, instruction: useInstruction(mpan, message) }).effects;
    },
    act(mpan, name, args) {
      return put(mpan, { kind: 'act', act: name, args: checkedArguments(party, name, args) }).messages;
    },
    tick: (mpan) => put(mpan, { kind: 'tick' }).messages,
    records,
    instruct(mpan, instruction) {
      assertPossible(party.role, instruction);
      const { state, instructions } = recall(mpan);
      memory.set(mpan, { state, instructions: [...instructions, structuredClone(instruction)] });
    },
    forget: (mpan) => void memory.delete(mpan),
    memory: () => structuredClone(Object.fromEntries(memory)),
  };
}

function checkedArguments({ role }: Party, act: string, args: Record<string, unknown>): Record<string, unknown> {
  const definition = actDefinition(act);
  const known = Object.keys(acts);
  if (!definition) throw raise('MARKET_ACT_UNKNOWN', { act, known: nearest(act, known) ?? known.join(', ') });
  if (!definition.roles.includes(role)) {
    throw raise('MARKET_ACT_NOT_FOR_ROLE', { act, role, roles: definition.roles.join(', ') });
  }
  const parsed = definition.args.safeParse(args);
  if (parsed.success) return parsed.data;
  throw raise('MARKET_ACT_ARGUMENTS', { act, problem: z.prettifyError(parsed.error) }, undefined, parsed.error);
}
