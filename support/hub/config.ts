import { z } from 'zod';
import { ownParty } from '../control';

/** Name of a tenant: of its files, its ledger, and its label in metrics. */
export const tenantName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected small letters, digits and hyphens, at most 40');

const keyPair = z.strictObject({ certificate: z.string(), key: z.string() });

const tenant = z.strictObject({
  name: tenantName,
  token: z.string(),
  /** In memory only without one. A standing hub goes on in further files beside it. */
  ledgerFile: z.string().nullable(),
  journalDir: z.string().nullable(),
  parties: z.array(ownParty),
  /** Its own pool of test MPANs, in place of that of the environment. */
  pool: z.string().optional(),
  /** PEMs of the authorities that its certificates come from. */
  trust: z.array(z.string()),
  /** What must never stand in a ledger. */
  secrets: z.array(z.string()),
});
export type TenantConfig = z.infer<typeof tenant>;

/** What a hub is started with: one JSON file, readable by its owner only. */
export const hubConfig = z.strictObject({
  stateDir: z.string(),
  environmentFile: z.string(),
  assumptionsFile: z.string(),
  listen: z
    .strictObject({
      host: z.string().default('127.0.0.1'),
      /** 0 takes a free one. */
      port: z.number().int().default(0),
      /** What signatures cover in place of the address that the client called. */
      publicBase: z.string().optional(),
      /** Files of the DIP's own certificates; issued by the harness without. */
      identity: z.strictObject({ transport: keyPair, signing: keyPair }).optional(),
      /** A TLS-terminating proxy that passes the client's certificate on in a header, and where it may come from. */
      proxy: z.strictObject({ header: z.string(), from: z.array(z.string()).min(1) }).optional(),
    })
    .prefault({}),
  control: z
    .strictObject({
      host: z.string().default('127.0.0.1'),
      port: z.number().int().default(0),
      /** Registers and removes participants; nobody can without. */
      operatorToken: z.string().optional(),
    })
    .prefault({}),
  /** Hosts that a webhook may have; null: any. */
  webhookHosts: z.array(z.string()).nullable().default(null),
  /** PEMs of further authorities that every tenant's certificates may come from. */
  trust: z.array(z.string()).default([]),
  /** Goes on until it is told to end: memory, ledgers and journals are bounded, the market is there from the start. */
  standing: z.boolean().default(false),
  keep: z
    .strictObject({
      journalMs: z.number().positive().optional(),
      ledgerMs: z.number().positive().optional(),
      /** Size from which a ledger goes on in a new file. */
      ledgerBytes: z.number().positive().optional(),
    })
    .prefault({}),
  tenants: z.array(tenant),
});
export type HubConfig = z.infer<typeof hubConfig>;
