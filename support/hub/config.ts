import { z } from 'zod';

/** A party of the participant, as the hub needs it: who it is, how it proves that, where its webhooks are. */
const ownParty = z.strictObject({
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

/** What a hub is started with: one JSON file, readable by its owner only. */
export const hubConfig = z.strictObject({
  stateDir: z.string(),
  environmentFile: z.string(),
  assumptionsFile: z.string(),
  token: z.string(),
  /** Port of the simulated DIP; 0 takes a free one. */
  dipPort: z.number().int().default(0),
  controlPort: z.number().int().default(0),
  ledgerFile: z.string().nullable(),
  journalFile: z.string().nullable(),
  participant: z.strictObject({ parties: z.array(ownParty), trust: z.array(z.string()), secrets: z.array(z.string()) }),
});
export type HubConfig = z.infer<typeof hubConfig>;
