import { z } from 'zod';
import { entrySchema } from '../ledger';

const dipId = z.string().length(10);
const mpan = z.string().length(13);

/** Asks for a test MPAN that nobody has had in this run. */
export const leaseRequest = z.strictObject({
  scenario: z.string(),
  /** The name that the scenario gives it: `A`. */
  label: z.string(),
  kind: z.strictObject({
    segment: z.enum(['S', 'A', 'U']).optional(),
    meterKind: z.enum(['smart', 'traditional', 'advanced', 'none']).optional(),
    energyDirection: z.enum(['I', 'E']).optional(),
    energisation: z.enum(['E', 'D']).optional(),
    registration: z.enum(['registered', 'new']).optional(),
    pair: z.enum(['linked', 'related']).optional(),
    part: z.enum(['principal', 'dependent']).optional(),
    /** A Meter Data Retriever serves it. */
    retrieved: z.literal(true).optional(),
  }),
  /** Of the dependent one of a pair: the MPAN that it belongs to, leased before. */
  partnerOf: mpan.optional(),
  /** Position → DIP ID: who holds the MPAN follows from it. */
  positions: z.record(z.string(), z.string()),
  /** The positions that hold it; absent: `SUP (outgoing)`. */
  held: z.strictObject({ supplier: z.string() }).optional(),
});
export type LeaseRequest = z.infer<typeof leaseRequest>;

/** The leased MPAN. The subscription from `seq` on misses nothing of it. */
export const lease = z.object({
  mpan,
  seq: z.number().int(),
  segment: z.enum(['S', 'A', 'U']),
  /** Arguments of the act `loadMeteringPoint`, for systems that must be given the MPAN. */
  meteringPoint: z.record(z.string(), z.unknown()),
});
export type Lease = z.infer<typeof lease>;

const origin = { scenario: z.string(), step: z.string(), mpan, dipId };

/** An act for a simulated actor, or the record of one that a participant was triggered to do. */
export const actRequest = z.strictObject({
  /** Left out by somebody who plays without a scenario. */
  scenario: z.string().optional(),
  step: z.string().optional(),
  mpan,
  /** Who acts; without, whoever fills the position, or the first of a role that can be given the act. */
  dipId: dipId.optional(),
  position: z.string().optional(),
  act: z.string(),
  args: z.record(z.string(), z.unknown()).default({}),
  /** Present when the participant was triggered: the hub only records it. */
  triggered: z
    .strictObject({ how: z.enum(['api', 'manual', 'automatic']), status: z.number().nullable(), ms: z.number() })
    .optional(),
});
export type ActRequest = z.infer<typeof actRequest>;
export type ActCall = z.input<typeof actRequest>;

/** The record of what a probe of the participant answered. */
export const probeRequest = z.strictObject({
  ...origin,
  probe: z.literal('records'),
  method: z.string(),
  url: z.string(),
  status: z.number().int(),
  /** As JSON, else as text; the hub redacts it. */
  data: z.unknown(),
  bodySha256: z.string(),
  ms: z.number(),
});
export type ProbeRequest = z.infer<typeof probeRequest>;

/** The line of the ledger that a record became. */
export const recorded = z.object({ seq: z.number().int() });
export type Recorded = z.infer<typeof recorded>;

/** Tells a simulated actor to misbehave once. A participant is never told to. */
export const instructionRequest = z.strictObject({
  ...origin,
  instruction: z.strictObject({
    kind: z.enum(['refuse', 'silent']),
    interface: z.string(),
    event: z.string(),
    codes: z.array(z.string()).default([]),
  }),
});
export type InstructionRequest = z.infer<typeof instructionRequest>;

/** What the simulated DIP can do to publications, to calls of webhooks and to what is submitted to it. */
export const faultKind = z.enum([
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

/** Codes with which the DIP says by status message that it finds nobody to deliver a message to. */
export const unresolvedCode = z.enum(['MSG1037', 'MSG1038']);
export type UnresolvedCode = z.infer<typeof unresolvedCode>;

const faultSpec = {
  kind: faultKind,
  /** DIP ID of the recipient of publications. */
  to: dipId.optional(),
  /** DIP ID of the sender. */
  from: dipId.optional(),
  channel: z.string().optional(),
  event: z.string().optional(),
  mpan: mpan.optional(),
  times: z.number().int().positive().optional(),
  delayMs: z.number().nonnegative().optional(),
  status: z.literal([429, 500, 502, 503, 504]).optional(),
  retryAfterS: z.number().int().nonnegative().optional(),
  /** Of an `unresolved` submission. */
  code: unresolvedCode.optional(),
  forMs: z.number().positive().optional(),
  pace: z.number().positive().optional(),
  by: z.number().int().positive().optional(),
};

/** Turns a fault of the simulated DIP on. A scenario says who asks for it. */
export const faultRequest = z.strictObject({
  scenario: z.string().optional(),
  step: z.string().optional(),
  ...faultSpec,
});
export type FaultRequest = z.infer<typeof faultRequest>;

/** A fault that is on. */
export const activeFault = z.object({
  ...faultSpec,
  id: z.string(),
  since: z.string(),
  struck: z.number().int(),
  /** How often it will strike yet; null: until it is ended. */
  left: z.number().int().nullable(),
});
export type ActiveFault = z.infer<typeof activeFault>;

export const activeFaults = z.object({ faults: z.array(activeFault) });

/** Lets held publications go; those that are named first, in that order. */
export const releaseRequest = z.strictObject({ ...origin, order: z.array(z.string()).default([]) });
export type ReleaseRequest = z.infer<typeof releaseRequest>;

/** A simulated recipient refuses, by status message to its sender, a message that was delivered to it. */
export const reportRequest = z.strictObject({
  ...origin,
  /** `IF-031 [MSApp]`. */
  message: z.string(),
  code: z.string().regex(/^[A-Z]{3}\d{4}$/),
});
export type ReportRequest = z.infer<typeof reportRequest>;

/** Lets held publications of several MPANs go in one call of a party's webhook, with spoilt copies among them. */
export const callRequest = z.strictObject({
  scenario: z.string(),
  step: z.string(),
  dipId,
  items: z
    .array(
      z.strictObject({
        mpan,
        /** `IF-035 [MSAppAccepted]`. */
        message: z.string(),
        spoilt: z.enum(['broken-schema', 'foreign-environment']).optional(),
      }),
    )
    .min(1),
});
export type CallRequest = z.infer<typeof callRequest>;

/** One event of the stream: an entry of the ledger, or word that the run is to end. */
export const streamEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('entry'), entry: entrySchema }),
  z.object({ type: z.literal('abort'), reason: z.string() }),
]);
export type StreamEvent = z.infer<typeof streamEvent>;

/** What the hub answers when something cannot be done. */
export const failure = z.object({
  code: z.string(),
  kind: z.string(),
  message: z.string(),
  fix: z.string(),
  place: z.string().optional(),
});
export type Failure = z.infer<typeof failure>;

/** Name of the simulated DIP's identity in the certificate store. */
export const dipIdentity = 'simulated-dip';

/** The line that a hub prints when it is ready. */
export const hubReady = z.object({ ready: z.literal(true), control: z.string(), dip: z.string() });
export type HubReady = z.infer<typeof hubReady>;
