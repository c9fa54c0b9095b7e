import { dirname, resolve } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { isRole, type RoleCode } from '../catalogue';
import { errorsOf, nearest, stageErrors } from '../errors';
import type { Assumption } from './assumptions';
import { durationMs } from './duration';
import { environmentFault } from './environment-faults';
import { readYaml } from './read-yaml';
import { loadStandingData } from './standing-data';

const raise = errorsOf(stageErrors);

const datesAssumption = 'effective-dates-local-midnight';
const tagAssumption = 'pit-environment-tag';
const correlationAssumption = 'correlation-issued';
const replayAssumption = 'replay-limit';

const duration = z
  .string()
  .refine((text) => durationMs(text) !== undefined, 'expected a duration such as 250ms, 5s or 2m');
const limit = z.strictObject({ value: duration, assumption: z.string() });
const role = z
  .string()
  .refine(isRole, 'expected a DIP role code such as SUP')
  .transform((code) => code as RoleCode);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-11-05');
const recipients = z.strictObject({
  primary: z.array(role).optional(),
  secondary: z.array(role).optional(),
  always: z.array(role).optional(),
  outgoing: z.array(role).optional(),
});

const environmentSchema = z.strictObject({
  schema: z.literal(1),
  name: z.string().regex(/^[a-z0-9-]+$/),
  stage: z.enum(['PIT', 'SIT', 'UIT']),
  dip: z.literal('simulated'),
  /** PRD is refused: the harness never works against production. */
  environmentTag: z.enum(['SITB', 'SIT', 'UIT', 'DEV']),
  /** Release of the interfaces that is spoken where the profile names none. */
  release: z.string(),
  /** From which local day each release is in force here; only the user can know. */
  inForce: z.array(z.strictObject({ release: z.string(), from: day })).default([]),
  /** Recipients by message (`IF-036 [MSAppActive]`) that the simulated DIP takes instead of the catalogue's. */
  routing: z.record(z.string(), recipients).default({}),
  /** By message and item, the roles to which the simulated DIP does not show the value, instead of the catalogue's. */
  masking: z.record(z.string(), z.record(z.string(), z.array(role))).default({}),
  settings: z.strictObject({
    effectiveDatesBeginAt: z.enum(['local', 'utc']),
    /** What the simulated DIP does with a correlation id that it never issued. */
    unknownCorrelation: z.enum(['refuse', 'take']).default('refuse'),
    /** How many publications one replay or requeue may hold. */
    replayLimit: z.int().min(1).max(100_000).default(1000),
  }),
  limits: z.strictObject({
    answer: limit,
    /** For a submission that must be sent again. */
    repeat: limit,
    webhookAnswer: limit,
    delivery: limit,
    retries: z.strictObject({ value: z.array(duration), assumption: z.string() }),
    signatureSkew: limit,
    settle: limit,
    probe: limit,
  }),
  levels: z
    .record(z.string(), z.strictObject({ level: z.enum(['must', 'should']), assumption: z.string() }))
    .default({}),
  /** Faults of the simulated DIP that are on from the start. */
  faults: z.array(environmentFault).default([]),
  pool: z.string(),
  /** The user's own folder of standing data; what it lacks comes from the bundled one. */
  standingData: z.string().optional(),
  parties: z
    .array(
      z.strictObject({
        dipId: z.string().regex(/^\d{10}$/, 'expected ten digits'),
        mpid: z.string().regex(/^[A-Z]{4}$/, 'expected four capital letters'),
        role,
        name: z.string(),
      }),
    )
    .min(1),
});

/** What is simulated, the bundled parties, limits and levels of one environment. */
export type Environment = z.infer<typeof environmentSchema>;

export type LimitName = 'answer' | 'repeat' | 'webhookAnswer' | 'delivery' | 'signatureSkew' | 'settle' | 'probe';

/**
 * Reads an environment file. The paths of the pool and of own standing data become absolute, and that data must be
 * sound; every assumption that the file names must be registered, and what is confirmed of one takes effect.
 */
export async function loadEnvironment(file: string, register: readonly Assumption[]): Promise<Environment> {
  const reading = await readYaml(file, environmentSchema);
  if (!reading.ok) {
    if (reading.missing) throw raise('ENVIRONMENT_MISSING', { known: 'pit' }, file);
    throw raise('ENVIRONMENT_WRONG', { problem: reading.problem }, reading.place);
  }
  const environment = reading.value;
  const known = register.map((assumption) => assumption.id);
  for (const id of assumptionsOf(environment)) {
    if (!known.includes(id)) throw raise('ASSUMPTION_UNKNOWN', { id, nearest: nearest(id, known) }, file);
  }
  const beside = (name: string) => resolve(dirname(file), name);
  const whole = { ...environment, pool: beside(environment.pool) };
  if (whole.standingData !== undefined) {
    whole.standingData = beside(whole.standingData);
    // What is wrong with it is said here, not when the first message is judged by it.
    await loadStandingData(whole.standingData);
  }
  return register.reduce(confirmed, whole);
}

/** The environment with what a confirmation says: another value, another level of the checks that rest on it. */
function confirmed(environment: Environment, { id, default: assumed, confirmation }: Assumption): Environment {
  if (!confirmation) return environment;
  const { value, level } = confirmation;
  const next = structuredClone(environment);
  for (const entry of Object.values(next.levels)) if (level && entry.assumption === id) entry.level = level;
  if (value === undefined) return next;
  for (const limit of Object.values(next.limits)) {
    if (limit.assumption === id) limit.value = Array.isArray(limit.value) ? value.split(/\s*,\s*/) : value;
  }
  if (id === datesAssumption) next.settings.effectiveDatesBeginAt = value as 'local' | 'utc';
  if (id === tagAssumption) next.environmentTag = value as Environment['environmentTag'];
  if (id === correlationAssumption) next.settings.unknownCorrelation = value as 'refuse' | 'take';
  if (id === replayAssumption) next.settings.replayLimit = Number(value);
  const parsed = environmentSchema.safeParse(next);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  const problem = `${path.join('.')}: ${message}`;
  throw raise('CONFIRMATION_VALUE_WRONG', { id, value, problem, default: assumed }, id);
}

/** A limit in milliseconds, with the assumption that it rests on. */
export function limitOf(environment: Environment, name: LimitName): { ms: number; assumption: string } {
  const { value, assumption } = environment.limits[name];
  return { ms: durationMs(value)!, assumption };
}

/** The waits before each repeat of a delivery, in milliseconds. */
export function retryDelays(environment: Environment): number[] {
  return environment.limits.retries.value.map((text) => durationMs(text)!);
}

/** Ids of the assumptions that an environment rests on. */
export function assumptionsOf(environment: Environment): string[] {
  const limits = Object.values(environment.limits).map((entry) => entry.assumption);
  const levels = Object.values(environment.levels).map((entry) => entry.assumption);
  return [...new Set([...limits, ...levels])];
}

/** The environment as it was used, for the run folder. */
export function effectiveEnvironment(environment: Environment): string {
  return stringify({ ...environment, pool: undefined, standingData: undefined });
}

/** What an assumption stands at in this environment, as text: a limit, a setting or a level; else its default. */
export function assumedValue(environment: Environment, assumption: Assumption): string {
  const limits = Object.values(environment.limits).filter((limit) => limit.assumption === assumption.id);
  const levels = Object.values(environment.levels).filter((level) => level.assumption === assumption.id);
  const settings: Record<string, string> = {
    [datesAssumption]: environment.settings.effectiveDatesBeginAt,
    [tagAssumption]: environment.environmentTag,
    [correlationAssumption]: environment.settings.unknownCorrelation,
    [replayAssumption]: String(environment.settings.replayLimit),
  };
  const values = [...limits.flatMap(({ value }) => value), ...levels.map(({ level }) => level)];
  const elsewhere = settings[assumption.id] ?? assumption.confirmation?.value ?? assumption.default;
  return [...new Set(values)].join(', ') || elsewhere;
}
