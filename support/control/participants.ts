import { z } from 'zod';

const dipId = z.string().regex(/^\d{10}$/, 'expected ten digits');
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 fingerprint, hex, small letters');
const https = z.url({ protocol: /^https$/, error: 'expected an https address' });

/** A party of a participant, as the hub needs it: who it is, how it proves that, where its webhooks are. */
export const ownParty = z.strictObject({
  dipId: z.string().length(10),
  mpid: z.string(),
  role: z.string(),
  name: z.string(),
  connectionProvider: z.string().nullable(),
  signingFingerprints: z.array(z.string()),
  transportFingerprints: z.array(z.string()),
  apiKeySha256: z.string(),
  /** Webhooks that the harness registers; null when the participant registers its own. */
  webhooks: z
    .strictObject({
      default: z.string().nullable(),
      publications: z.record(z.string(), z.string()),
      status: z.string().nullable(),
    })
    .nullable(),
});
export type OwnParty = z.infer<typeof ownParty>;

/** Registers a participant at a standing hub, or puts it in the place of the one that has its name. */
export const participantRequest = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected small letters, digits and hyphens, at most 40'),
  parties: z
    .array(
      z.strictObject({
        dipId,
        mpid: z.string().regex(/^[A-Z]{4}$/, 'expected four capital letters'),
        role: z.string(),
        /** Fingerprints of the certificates that it signs and connects with. */
        signingFingerprints: z.array(fingerprint).min(1),
        transportFingerprints: z.array(fingerprint).min(1),
        /** SHA-256 of its API key, hex: the key itself is not told. */
        apiKeySha256: fingerprint,
        connectionProvider: dipId.nullable().default(null),
        webhooks: z
          .strictObject({
            default: https.nullable().default(null),
            publications: z.record(z.string(), https).default({}),
            status: https.nullable().default(null),
          })
          .nullable()
          .default(null),
      }),
    )
    .min(1),
  /** PEMs of the authorities that its certificates come from; those of the hub are trusted anyway. */
  trust: z.array(z.string()).default([]),
});
export type ParticipantRequest = z.input<typeof participantRequest>;
export type ParticipantRegistration = z.output<typeof participantRequest>;

/** A participant that was registered, with the token of its console and control API. */
export const participantAnswer = z.object({ name: z.string(), token: z.string() });
export type ParticipantAnswer = z.infer<typeof participantAnswer>;

/** Who is there: DIP IDs of participants and of simulated parties. */
export const participantList = z.object({
  participants: z.array(
    z.object({
      name: z.string(),
      /** Registered while the hub ran, not named when it was started. */
      registered: z.boolean(),
      parties: z.array(z.object({ dipId: z.string(), mpid: z.string(), role: z.string() })),
    }),
  ),
  simulated: z.array(z.object({ dipId: z.string(), mpid: z.string(), role: z.string(), name: z.string() })),
});
export type ParticipantList = z.infer<typeof participantList>;

/** Where a running hub of a state folder can be reached: `hub/running.json`. */
export const runningHub = z.object({ pid: z.number(), dip: z.string(), control: z.string() });
export type RunningHub = z.infer<typeof runningHub>;
