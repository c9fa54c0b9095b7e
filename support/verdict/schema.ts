import { z } from 'zod';
import { checkSchema } from '../ledger';
import { offDipLegSchema } from './off-dip';
import { systemAnsweredSchema } from './system-answered';

const blame = z.enum(['participant', 'configuration', 'environment', 'harness']);
const seqs = z.array(z.number().int());

export const verdictKinds = ['pass', 'fail', 'inconclusive', 'waiting', 'not-applicable', 'not-run'] as const;
export const grades = [
  'effect read back',
  'seen at both ends',
  'seen on the wire',
  'acknowledged only',
  'reported by the participant',
  'attested',
] as const;

const scenarioCheck = checkSchema.extend({ ledger: seqs.default([]) });

export const findingSchema = z.object({
  /** Code of the error registry, or the id of a check. */
  code: z.string(),
  blame,
  level: z.enum(['must', 'should']),
  reason: z.string(),
  ledger: seqs.default([]),
});

export const scenarioVerdictSchema = z.object({
  /** `MQ-BP001-010`, with `/case` for a row of an outline. */
  id: z.string(),
  name: z.string(),
  process: z.string(),
  theme: z.string(),
  /** Feature file, relative to the project, with forward slashes. */
  uri: z.string(),
  line: z.number().int(),
  /** Position → who filled it: `participant`, `simulated` or `external`. */
  positions: z.record(z.string(), z.string()),
  roles: z.array(z.string()),
  interfaces: z.array(z.string()),
  kind: z.string().default('positive'),
  /** Market segments that it is tagged with: `S` smart, `A` advanced, `U` unmetered. */
  segments: z.array(z.string()).optional(),
  verdict: z.enum(verdictKinds),
  blame: blame.nullable(),
  /** Code of the error registry or id of the check that decided; null on a pass. */
  code: z.string().nullable(),
  /** The failure text: expected, what came instead, whose fault, what next. */
  reason: z.string().nullable(),
  observations: z.array(findingSchema),
  grade: z.enum(grades).nullable(),
  started: z.string().nullable(),
  durationMs: z.number().nullable(),
  attempts: z.number().int(),
  checks: z.array(scenarioCheck),
  /** Steps as Cucumber ran them. */
  steps: z.array(
    z.object({
      /** `Given`, as the feature has it. */
      keyword: z.string().optional(),
      text: z.string(),
      status: z.string(),
      durationMs: z.number(),
      error: z.string().nullable(),
      /** Why the step passed without showing what it asks for: `no probe`. */
      notShown: z.string().optional(),
      /** Legs of its table that do not pass the DIP, and what shows each. */
      offDip: z.array(offDipLegSchema).optional(),
    }),
  ),
  mpans: z.array(z.string()).default([]),
});

export const verdictsSchema = z.object({
  schema: z.literal(1),
  run: z.string(),
  started: z.string(),
  ended: z.string(),
  /** True when the run was cut off: nothing can be said of what did not run. */
  partial: z.boolean(),
  harness: z.object({
    version: z.string(),
    commit: z.string().nullable(),
    scenarioSet: z.string(),
    modified: z.boolean(),
    /** Which parts differ from the commit or the package; absent in runs of before it was kept. */
    changed: z.array(z.enum(['features', 'steps', 'checks'])).optional(),
  }),
  systemUnderTest: z.object({
    name: z.string(),
    boundary: z.string().nullable(),
    components: z.array(z.object({ name: z.string(), version: z.string() })),
    /** What it said itself, where the profile names a probe for it. */
    answered: systemAnsweredSchema.optional(),
  }),
  participant: z.object({ name: z.string(), roles: z.array(z.string()), bundled: z.boolean() }),
  stage: z.enum(['PIT', 'SIT', 'UIT']),
  /** Absent in runs of before it was kept: then it was simulated. */
  dip: z.enum(['simulated', 'external']).default('simulated'),
  release: z.string(),
  /** The release in force in the environment when the run began, where its file says so. */
  inForce: z.object({ release: z.string(), from: z.string() }).nullable(),
  totals: z.object({
    pass: z.number(),
    fail: z.number(),
    inconclusive: z.number(),
    waiting: z.number(),
    notApplicable: z.number(),
    notRun: z.number(),
    observations: z.number(),
  }),
  exitCode: z.number(),
  scenarios: z.array(scenarioVerdictSchema),
  /** Findings of the run: what no scenario claims. */
  findings: z.array(findingSchema),
  assumptions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      value: z.string(),
      confirmedBy: z.string().nullable(),
      touched: z.array(z.string()),
    }),
  ),
});

export type Verdicts = z.infer<typeof verdictsSchema>;
export type ScenarioVerdict = z.infer<typeof scenarioVerdictSchema>;
export type Finding = z.infer<typeof findingSchema>;
