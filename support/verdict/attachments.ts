import { z } from 'zod';
import { checkSchema } from '../ledger';
import { offDipTablesSchema } from './off-dip';

/** Media types of what the harness attaches to a scenario. */
export const attachmentTypes = {
  findings: 'application/vnd.qualify.findings+json',
  binding: 'application/vnd.qualify.binding+json',
  awaited: 'application/vnd.qualify.awaited+json',
} as const;

const blame = z.enum(['participant', 'configuration', 'environment', 'harness']);

/** What a scenario found besides the status of its steps. */
export const scenarioFindingsSchema = z.object({
  failure: z.object({ code: z.string(), blame, text: z.string(), fix: z.string() }).nullable(),
  checks: z.array(checkSchema.extend({ ledger: z.array(z.number().int()).default([]) })),
  absences: z.array(
    z.object({
      mpan: z.string(),
      interface: z.string(),
      event: z.string(),
      /** DIP ID of the sender. */
      from: z.string(),
      allowed: z.number().int(),
      blame,
    }),
  ),
  notes: z.array(z.string()),
  readBack: z.boolean(),
  /** Steps that ask for the participant's records where these could not be read, and why. */
  notShown: z.array(z.object({ step: z.string(), why: z.string() })).default([]),
  offDip: offDipTablesSchema.default([]),
  mpans: z.array(z.string()),
  /** Assumptions that the scenario's own steps rest on. */
  assumptions: z.array(z.string()).default([]),
});
export type ScenarioFindings = z.infer<typeof scenarioFindingsSchema>;

/** Who filled which position. */
export const bindingSchema = z.object({ positions: z.record(z.string(), z.string()) });

/** The leg that a step waits for, in words: told while it goes on, never judged. */
export const awaitedSchema = z.object({ leg: z.string() });
