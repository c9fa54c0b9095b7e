import { z } from 'zod';
import { errorsOf, participantErrors } from '../errors';
import { createCaller, type ResolvedConnection } from './connection';
import type { ProfileData } from './profile';

const raise = errorsOf(participantErrors);

const text = z.string().min(1).max(200);
const answerSchema = z.object({
  name: text.optional(),
  components: z.array(z.object({ name: text, version: text })).max(200),
});

export interface SystemFacts {
  name: string;
  components: { name: string; version: string }[];
}

/**
 * Asks the system under test which build it is; a name that it leaves out is that of the profile. Further keys of its
 * answer are left aside. QualifyErrors PROBE_ABSENT, PROBE_ANSWER_WRONG, PROBE_REFUSED, PROBE_FAILED,
 * TRIGGER_UNREACHABLE.
 */
export async function askSystem(
  { probes, systemUnderTest }: Pick<ProfileData, 'probes' | 'systemUnderTest'>,
  connection: ResolvedConnection | undefined,
  o: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<SystemFacts> {
  const probe = probes.systemUnderTest;
  if (!probe || !connection) throw raise('PROBE_ABSENT', { probe: 'systemUnderTest' });
  const call = createCaller(connection, o.timeoutMs ?? 10_000, 'PROBE');
  const { data, url } = await call({ method: probe.method, path: probe.path, signal: o.signal });
  const keys = (probe.at ?? '').split('.').filter(Boolean);
  const at = keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
  const parsed = answerSchema.safeParse(at);
  if (parsed.success) return { name: systemUnderTest.name, ...parsed.data };
  const issue = parsed.error.issues[0]!;
  const field = [...keys, ...issue.path.map(String)].join('.') || 'the body';
  throw raise('SYSTEM_ANSWER_WRONG', { method: probe.method, url, path: field, expected: issue.message }, url);
}
