import { z } from 'zod';
import { errorsOf, participantErrors } from '../errors';
import type { Records } from '../market';
import { createCaller, type CallAnswer, type ResolvedConnection } from './connection';
import { fieldName, type ProfileData } from './profile';
import { fillPath, type TriggerOptions } from './triggers';

const raise = errorsOf(participantErrors);

const appointment = z.object({
  service: z.enum(['metering', 'data']),
  dipId: z.string(),
  from: z.string(),
  to: z.string().nullish(),
  status: z.enum(['proposed', 'refused', 'accepted', 'active', 'ended', 'lapsed']),
  code: z.string().nullish(),
});

// Which items of a block are held, only a step that asks for one looks at.
const isBlocks = (value: unknown): value is NonNullable<Records['facts']> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([name, block]) => /^B\d{3}(List)?$/.test(name) && typeof block === 'object');

/** The documented answer of the records probe; further keys are left aside. */
export const recordsSchema = z.object({
  mpan: z.string(),
  supplier: z.object({ dipId: z.string(), from: z.string() }).nullish(),
  appointments: z.array(appointment),
  facts: z.custom<NonNullable<Records['facts']>>(isBlocks, 'expected blocks by name, such as B068').optional(),
  booked: z.array(z.string()).optional(),
  exceptions: z.array(z.string()).optional(),
}) satisfies z.ZodType<Records>;

export interface ProbeOptions extends TriggerOptions {
  /** Told what the probe answered, of whatever form. */
  answered?: ((answer: CallAnswer) => void) | undefined;
}

export interface Probes {
  /** Whether the participant's records can be read back. */
  has(probe: 'records'): boolean;
  /** QualifyErrors: PROBE_ABSENT, PROBE_ANSWER_WRONG, PROBE_REFUSED, PROBE_FAILED, TRIGGER_UNREACHABLE. */
  records(mpan: string, options?: ProbeOptions): Promise<Records>;
}

/**
 * The probes of a profile over their connection (`resolveConnection(profile, 'probes', …)`). `{mpan}` and `{dipId}` in
 * the path are filled in; the first identity's DIP ID is meant where none is given.
 */
export function createProbes(o: {
  profile: Pick<ProfileData, 'probes' | 'identities'>;
  connection?: ResolvedConnection | undefined;
  timeoutMs?: number;
}): Probes {
  const probe = o.profile.probes.records;
  const call = o.connection && createCaller(o.connection, o.timeoutMs ?? 10_000, 'PROBE');
  return {
    has: () => probe !== undefined && call !== undefined,
    async records(mpan, { dipId = o.profile.identities[0]!.dipId, signal, answered } = {}) {
      if (!probe || !call) throw raise('PROBE_ABSENT', { probe: 'records' });
      const path = fillPath(probe.path, { mpan, dipId });
      const { data, url } = await call({ method: probe.method, path, signal, answered });
      const wrong = (field: string, expected: string) =>
        raise('PROBE_ANSWER_WRONG', { method: probe.method, url, path: field, expected }, url);
      const parsed = recordsSchema.safeParse(pick(data, probe.at));
      if (!parsed.success) {
        const issue = parsed.error.issues[0]!;
        const field = [probe.at, fieldName(issue.path)].filter(Boolean).join('.');
        throw wrong(field || 'the body', issue.message);
      }
      if (parsed.data.mpan !== mpan) throw wrong('mpan', `expected ${mpan}, got ${parsed.data.mpan}`);
      return parsed.data;
    },
  };
}

function pick(data: unknown, at = ''): unknown {
  return at
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
}
