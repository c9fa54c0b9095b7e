import { z } from 'zod';
import { allEvents } from '../catalogue';
import { nearest } from '../errors';
import { durationMs } from './duration';

const duration = z
  .string()
  .refine((text) => durationMs(text) !== undefined, 'expected a duration such as 250ms, 5s or 2m');
const dipId = z.string().regex(/^\d{10}$/, 'expected ten digits');

const kind = z.enum([
  'hold',
  'delay',
  'drop',
  'duplicate',
  'reorder',
  'as-replay',
  'and-replay',
  'white-space',
  'with-nulls',
  'large-body',
  'large-body-expect',
  'broken-schema',
  'wrong-signature',
  'foreign-environment',
  'corrupt-body',
  'wrong-certificate',
  'expired-certificate',
  'reset',
  'slow-body',
  'unavailable',
  'lose-answer',
  'unresolved',
  'answer',
  'outage',
]);

/** Options of a kind besides what it strikes. */
const own: Partial<Record<z.infer<typeof kind>, readonly string[]>> = {
  delay: ['delay'],
  reorder: ['by'],
  'slow-body': ['delay'],
  unavailable: ['retryAfter'],
  unresolved: ['code'],
  answer: ['status', 'retryAfter'],
  outage: ['for', 'pace', 'retryAfter'],
};
const ofSubmissions: readonly string[] = ['unavailable', 'lose-answer', 'unresolved', 'answer'];

const shape = z.strictObject({
  kind,
  /** DIP ID of the recipient of publications. */
  to: dipId.optional(),
  /** DIP ID of the sender. */
  from: dipId.optional(),
  channel: z.string().optional(),
  event: z.string().optional(),
  mpan: z
    .string()
    .regex(/^\d{13}$/, 'expected thirteen digits')
    .optional(),
  times: z.number().int().positive().optional(),
  /** Of `delay` and `slow-body`. */
  delay: duration.optional(),
  status: z.literal([429, 500, 502, 503, 504]).optional(),
  retryAfter: duration.optional(),
  code: z.enum(['MSG1037', 'MSG1038']).optional(),
  /** Of `outage`: how long it lasts. */
  for: duration.optional(),
  /** Of `outage`: publications a second afterwards. */
  pace: z.number().positive().optional(),
  /** Of `reorder`: how many overtake. */
  by: z.number().int().positive().optional(),
});

/** A fault of the simulated DIP that is on from the start. */
export const environmentFault = shape.superRefine((fault, context) => {
  const strikes = ['from', 'channel', 'event', 'mpan', fault.kind === 'outage' ? undefined : 'times'];
  const to = ofSubmissions.includes(fault.kind) ? undefined : 'to';
  const options = [to, ...strikes, ...(own[fault.kind] ?? [])].filter((one) => one !== undefined);
  const tell = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
  for (const key of Object.keys(fault)) {
    if (key !== 'kind' && !options.includes(key))
      tell(key, `expected nothing for ${fault.kind}, which takes ${options.join(', ')}`);
  }
  const events = allEvents();
  const named = { channel: events.map((one) => one.interface), event: events.map((one) => one.event) };
  for (const key of ['channel', 'event'] as const) {
    const value = fault[key]?.replace(/^\[|\]$/g, '');
    if (value === undefined || named[key].includes(value)) continue;
    const near = nearest(value, named[key]);
    tell(
      key,
      `expected ${key === 'channel' ? 'a channel' : 'an event'} of the catalogue${near ? ` such as ${near}` : ''}`,
    );
  }
});

export type EnvironmentFault = z.infer<typeof environmentFault>;

/** The faults of an environment as the simulated DIP takes them: times in milliseconds, Retry-After in whole seconds. */
export function faultSpecs(environment: { faults: readonly EnvironmentFault[] }) {
  return environment.faults.map(({ delay, for: lasts, retryAfter, ...rest }) => ({
    ...rest,
    ...(delay !== undefined && { delayMs: durationMs(delay)! }),
    ...(lasts !== undefined && { forMs: durationMs(lasts)! }),
    ...(retryAfter !== undefined && { retryAfterS: Math.ceil(durationMs(retryAfter)! / 1000) }),
  }));
}
