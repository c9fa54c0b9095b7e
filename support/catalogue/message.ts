import type { A0, BlockTypes, D0, M0, M1, R0, S1 } from './blocks';
import type { rows } from './events';
import { bundledRelease, knownEvent } from './release';

type Rows = typeof rows;

/** An interface or report of the bundled release. */
export type InterfaceId = keyof Rows;
/** Events of an interface, without brackets. */
export type EventOf<I extends InterfaceId> = keyof Rows[I]['events'] & string;

type Row<I extends InterfaceId, E extends EventOf<I>> = Rows[I]['events'][E];
type Listed<T, K extends string> = T extends Readonly<Record<K, readonly (infer N extends string)[]>> ? N : never;

interface CommonParts {
  S1: S1;
  S2: S1;
  M0: M0;
  M1: M1;
  R0: R0;
  R1: R0;
}

type CommonName<I extends InterfaceId, E extends EventOf<I>> =
  Row<I, E> extends { common: unknown }
    ? Listed<Row<I, E>, 'common'>
    : Rows[I] extends { common: unknown }
      ? Listed<Rows[I], 'common'>
      : 'S1' | 'M0';

type Common<I extends InterfaceId, E extends EventOf<I>> = Pick<CommonParts, CommonName<I, E> & keyof CommonParts> & {
  A0?: A0;
  D0?: D0;
} & (Rows[I] extends { mayAnswer: true } ? { R0?: R0 } : unknown);

/** A block under its name on the wire; some stand for another definition. */
type Block<R, N extends string> =
  R extends Readonly<Record<'shapes', Readonly<Record<N, infer S extends keyof BlockTypes>>>>
    ? BlockTypes[S]
    : BlockTypes[N & keyof BlockTypes];

/** What a report says of its own contents is not to be filled. */
type Custom<R> = { [N in Listed<R, 'required'>]: Block<R, N> } & {
  [N in Exclude<Listed<R, 'optional'>, 'schema'>]?: Block<R, N>;
};

type Flat<T> = { [K in keyof T]: T[K] };

/** What a message needs besides its name: the blocks of CommonBlock and CustomBlock, side by side. */
export type TypedParts<I extends InterfaceId, E extends EventOf<I>> = Flat<Common<I, E> & Custom<Row<I, E>>>;

/** One payload of an event, with exactly its blocks. */
export type MessageOf<I extends InterfaceId, E extends EventOf<I>> = {
  CommonBlock: Flat<{ S0: { interfaceID: I; schemaVersion: string; eventCode: `[${E}]` } } & Common<I, E>>;
} & (Row<I, E> extends { required: unknown } | { optional: unknown }
  ? { CustomBlock: Flat<Custom<Row<I, E>>> }
  : unknown);

/**
 * A builder of one event of the bundled release, in which a wrong or missing block or item does not compile:
 * `message('IF-031', 'MSApp').build({ S1, M0, B070 })`. S0 is filled in; what compiles may still break a length.
 */
export function message<const I extends InterfaceId, const E extends EventOf<I>>(interfaceId: I, event: E) {
  const { schemaVersion, common, custom } = knownEvent(interfaceId, event, bundledRelease);
  const S0 = { interfaceID: interfaceId, schemaVersion, eventCode: `[${event}]` };
  return {
    build(parts: TypedParts<I, E>): MessageOf<I, E> {
      const given: Readonly<Record<string, unknown>> = parts;
      const blocks = (names: readonly string[]) =>
        Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
      const built = {
        CommonBlock: { S0, ...blocks(common.required), ...blocks(common.optional) },
        ...(custom && { CustomBlock: blocks([...custom.required, ...custom.optional]) }),
      };
      return built as unknown as MessageOf<I, E>;
    },
  };
}
