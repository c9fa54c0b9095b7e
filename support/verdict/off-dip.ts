import { z } from 'zod';

/** A leg off the DIP in the table of a step, and what shows it. It decides no verdict. */
export const offDipLegSchema = z.object({
  /** Number of its row. */
  row: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  /** `D0168` or `off-DIP: switch secured active`. */
  message: z.string(),
  how: z.enum(['file', 'attested', 'given', 'not seen']),
  /** By what it is shown, or why it is not. */
  text: z.string(),
  /** What it proves of the participant; null where the harness stood in for the sender, or nothing shows the leg. */
  grade: z.enum(['reported by the participant', 'attested']).nullable(),
  ledger: z.array(z.number().int()).default([]),
});

export type OffDipLeg = z.infer<typeof offDipLegSchema>;

/** Of each table that a scenario compared, in their order: the text of its step and its legs off the DIP. */
export const offDipTablesSchema = z.array(z.object({ step: z.string(), legs: z.array(offDipLegSchema) }));

interface Ran {
  text: string;
  status: string;
  offDip?: OffDipLeg[];
}

/** Steps as they ran, each with the legs off the DIP of its own table: a text may stand in a scenario more than once. */
export function markOffDip<S extends Ran>(steps: readonly S[], tables: z.infer<typeof offDipTablesSchema>): S[] {
  const left = [...tables];
  return steps.map((step) => {
    const at = ['PASSED', 'FAILED'].includes(step.status) ? left.findIndex((one) => one.step === step.text) : -1;
    const [table] = at < 0 ? [] : left.splice(at, 1);
    return table && table.legs.length > 0 ? { ...step, offDip: table.legs } : step;
  });
}

/** `row 12, D0168 from SUP (incoming) to LDSO` */
export const offDipText = ({ row, message, from, to }: OffDipLeg): string =>
  `row ${row}, ${message} from ${from} to ${to.join(', ')}`;

/** `not seen: …`, `attested: …`; what shows a leg. */
export const offDipState = ({ how, text }: OffDipLeg): string => `${how}: ${text}`;

/** How many passes have legs off the DIP that nothing shows, and which; undefined where there are none. */
export function passesNotSeen(scenarios: readonly { verdict: string; steps: readonly Ran[] }[]): string | undefined {
  const passes = scenarios.filter(({ verdict }) => verdict === 'pass');
  const unseen = passes
    .map(({ steps }) => steps.flatMap(({ offDip = [] }) => offDip.filter(({ how }) => how === 'not seen')))
    .filter((legs) => legs.length > 0);
  if (unseen.length === 0) return undefined;
  const which = [...new Set(unseen.flat().map(({ message }) => message))].join(', ');
  return `${unseen.length} of ${passes.length} ${passes.length === 1 ? 'pass' : 'passes'}: legs off the DIP not seen (${which})`;
}
