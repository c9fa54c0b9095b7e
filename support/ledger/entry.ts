import { z } from 'zod';

/** What a ledger line records. `accepted` is a leg: one message that the DIP took in. */
export const entryKinds = [
  'accepted',
  'refused',
  'delivered',
  'answered',
  'status',
  'act',
  'probe',
  'tls',
  'call',
] as const;

export const checkSchema = z.object({
  id: z.string(),
  level: z.enum(['must', 'should']),
  status: z.enum(['pass', 'fail', 'not-applicable']),
  /** Expected against actual, in one sentence; empty when it passed. */
  reason: z.string().default(''),
  blame: z.enum(['participant', 'configuration', 'environment', 'harness']).optional(),
});

/** One thing proved, or not, about one ledger entry. */
export type Check = z.infer<typeof checkSchema>;

export const entrySchema = z.object({
  /** Position in the ledger, from 1. */
  seq: z.number().int().positive(),
  /** SHA-256 (hex) of the previous line's bytes; 64 zeros on the first line. */
  prev: z.string(),
  /** SHA-256 (hex) of the line's bytes as it was captured, where the file was redacted afterwards. */
  captured: z.string().optional(),
  /** ISO 8601, UTC, milliseconds. */
  at: z.string(),
  /** Who saw it: `dip` (the simulated DIP), `harness` (acts) or `participant` (what its probe answered). */
  source: z.string(),
  kind: z.enum(entryKinds),
  /** DIP ID of the sender; `DIP` for the platform itself, `harness` for acts, `unknown` where it could not be told. */
  from: z.string(),
  /** DIP ID of the receiver; `DIP` on submissions, `harness` for the answer of a probe. */
  to: z.string(),
  /** Position of the party that acts: the sender of a submission, the receiver of a delivery, the actor of an act, whose records. */
  position: z.string().optional(),
  /** `IF-031`; on deliveries too (the publication is in the body's D0). */
  interface: z.string().optional(),
  /** Event code without brackets: `MSApp`. */
  event: z.string().optional(),
  mpan: z.string().optional(),
  transactionID: z.string().nullish(),
  /** On submissions S1.senderCorrelationID, on deliveries D0.initialCorrelationID. */
  correlationID: z.string().nullish(),
  /** D0.initialCorrelationID that the DIP gave to an accepted message. */
  initialCorrelationID: z.string().nullish(),
  /** S1.senderUniqueReference. */
  reference: z.string().nullish(),
  method: z.string().optional(),
  url: z.string().optional(),
  httpStatus: z.number().int().optional(),
  /** Lower-case names; secrets struck. Of several entries of one HTTP call only the first has them. */
  headers: z.record(z.string(), z.string()).optional(),
  /** SHA-256 fingerprint of the signing certificate, hex. */
  certificate: z.string().optional(),
  /** SHA-256 (hex) of the original bytes of the whole HTTP body. */
  bodySha256: z.string().optional(),
  /** One payload ({CommonBlock, CustomBlock}), a StandardResponse, the arguments of an act, what a probe answered; redacted. */
  body: z.unknown().optional(),
  /** Redaction rules that struck. */
  redacted: z.array(z.string()).default([]),
  checks: z.array(checkSchema).default([]),
  /** Scenario id (`MQ-BP001-010`) that leased the MPAN or gave the act. */
  scenario: z.string().optional(),
  step: z.string().optional(),
  /** For acts, probes and calls (of an endpoint other than those of messages): its name. For refusals and tls: the reason code. */
  name: z.string().optional(),
  /** Duration in milliseconds, where there is one (answer of a webhook or trigger). */
  ms: z.number().optional(),
});

/** One line of ledger.ndjson. */
export type LedgerEntry = z.infer<typeof entrySchema>;

/** What a caller gives to `append`: the ledger itself adds seq, prev and (unless given) at. */
export type LedgerInput = Omit<z.input<typeof entrySchema>, 'seq' | 'prev' | 'captured' | 'at'> & {
  at?: string;
  /** The body as JSON, where it has been written already: it goes into the line as it is. */
  bodyText?: string;
};
