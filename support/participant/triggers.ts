import { errorsOf, participantErrors } from '../errors';
import { createCaller, type ResolvedConnection } from './connection';
import { everyOtherAct, type ProfileData } from './profile';

const raise = errorsOf(participantErrors);

/** How an act reaches the participant: by API, by a person, not at all because it acts by itself, or no way is known. */
export type TriggerKind = 'api' | 'manual' | 'automatic' | 'absent';

export interface TriggerOptions {
  /** DIP ID of the identity that is meant, where a participant holds several. */
  dipId?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface Triggers {
  kindOf(act: string): TriggerKind;
  /** What a person has to do for a manual act. */
  instruction(act: string): string | undefined;
  /**
   * Makes the participant act by its API. The body is `{ act, mpan, args, dipId? }` as JSON; `{mpan}` and `{act}` in
   * the path are filled in. QualifyErrors: TRIGGER_ABSENT, TRIGGER_MANUAL, TRIGGER_UNREACHABLE, TRIGGER_REFUSED,
   * TRIGGER_FAILED.
   */
  run(act: string, mpan: string, args: unknown, options?: TriggerOptions): Promise<{ ms: number; status: number }>;
}

/**
 * The triggers of a profile over its connection (`resolveConnection(profile, 'triggers', …)`). Without the connection
 * they can be asked for their kind but not run.
 */
export function createTriggers(o: {
  profile: Pick<ProfileData, 'triggers'>;
  connection?: ResolvedConnection | undefined;
  timeoutMs?: number;
}): Triggers {
  const call = o.connection && createCaller(o.connection, o.timeoutMs ?? 10_000, 'TRIGGER');
  const { acts } = o.profile.triggers;
  const definitionOf = (act: string) => acts[Object.hasOwn(acts, act) ? act : everyOtherAct];

  const instruction = (act: string): string | undefined => {
    const definition = definitionOf(act);
    return typeof definition === 'object' && 'manual' in definition ? definition.manual : undefined;
  };
  const kindOf = (act: string): TriggerKind => {
    const definition = definitionOf(act);
    if (definition === undefined) return 'absent';
    if (definition === 'automatic') return 'automatic';
    return 'manual' in definition ? 'manual' : 'api';
  };

  return {
    kindOf,
    instruction,
    async run(act, mpan, args, { dipId, signal } = {}) {
      const definition = definitionOf(act);
      const what = instruction(act);
      if (what !== undefined) throw raise('TRIGGER_MANUAL', { act, what });
      if (!call || typeof definition !== 'object' || 'manual' in definition) throw raise('TRIGGER_ABSENT', { act });
      const path = fillPath(definition.path, { act, mpan });
      const body = { act, mpan, args, ...(dipId ? { dipId } : {}) };
      const { ms, status } = await call({ method: definition.method, path, body, signal });
      return { ms, status };
    },
  };
}

/** Fills `{name}` places of a path, encoded. */
export function fillPath(path: string, values: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? encodeURIComponent(values[name]!) : whole,
  );
}
