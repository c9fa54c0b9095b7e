import { z } from 'zod';
import { errorsOf, nearest, stageErrors } from '../errors';
import { readYaml } from './read-yaml';

const raise = errorsOf(stageErrors);

const assumptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string(),
  basis: z.string(),
  default: z.string(),
});

const confirmationSchema = z.strictObject({
  id: z.string(),
  /** The value that the document gives; absent: the default is right. */
  value: z.string().optional(),
  /** Raises the checks that rest on the assumption. */
  level: z.enum(['must', 'should']).optional(),
  document: z.string().min(1),
  section: z.string().min(1),
  name: z.string().min(1),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-11-20'),
});

/** What somebody who holds the official document says of an assumption. */
export type Confirmation = z.infer<typeof confirmationSchema>;

/** A rule or limit without a public source, and who has confirmed or overridden it. */
export type Assumption = z.infer<typeof assumptionSchema> & { confirmation?: Confirmation };

const confirmationsSchema = z.strictObject({ schema: z.literal(1), confirmations: z.array(confirmationSchema) });

/** Reads the assumption register and, where there is one, the user's own file of confirmations. */
export async function loadAssumptions(file: string, confirmations?: string | null): Promise<Assumption[]> {
  const reading = await readYaml(file, z.array(assumptionSchema));
  if (!reading.ok) throw raise('ENVIRONMENT_WRONG', { problem: reading.problem }, reading.place);
  if (!confirmations) return reading.value;
  const own = await readYaml(confirmations, confirmationsSchema);
  if (!own.ok) throw raise('CONFIRMATIONS_WRONG', { problem: own.problem }, own.place);
  const known = reading.value.map(({ id }) => id);
  const given = new Map<string, Confirmation>();
  for (const confirmation of own.value.confirmations) {
    const { id } = confirmation;
    if (!known.includes(id)) throw raise('CONFIRMATION_UNKNOWN', { id, nearest: nearest(id, known) }, confirmations);
    if (given.has(id)) throw raise('CONFIRMATIONS_WRONG', { problem: `${id} stands there twice` }, confirmations);
    given.set(id, confirmation);
  }
  return reading.value.map((assumption) => {
    const confirmation = given.get(assumption.id);
    return confirmation ? { ...assumption, confirmation } : assumption;
  });
}

/** Who confirmed an assumption, against what: shown beside it on every page; null where nobody has. */
export function confirmationText({ confirmation, default: assumed }: Assumption): string | null {
  if (!confirmation) return null;
  const { document, section, name, date, value } = confirmation;
  const overridden = value !== undefined && value !== assumed ? `, overriding ${assumed}` : '';
  return `${document}, section ${section} (${name}, ${date}${overridden})`;
}
