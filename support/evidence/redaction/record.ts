import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { personalClasses, treatments } from '../../catalogue';
import { errorsOf, redactionErrors } from '../../errors';

const raise = errorsOf(redactionErrors);
const counted = z.number().int().nonnegative();

export const redactionSchema = z.object({
  schema: z.literal(1),
  run: z.string(),
  stage: z.enum(['PIT', 'SIT', 'UIT']),
  /** What became of each class. */
  policy: z.record(z.enum(personalClasses), z.enum(treatments)),
  struck: z.array(
    z.object({
      /** As in `redacted` of the ledger's lines. */
      rule: z.string(),
      /** Absent for lines that could not be read, which were struck whole. */
      class: z.enum(personalClasses).optional(),
      treatment: z.enum(treatments),
      /** Different values that were struck. */
      values: counted,
      /** Lines of the ledger in which they stood. */
      lines: counted,
    }),
  ),
  /** SHA-256 (hex) of the ledger as it was captured, and as it is now; null where there is none. */
  originalLedgerSha256: z.string().nullable(),
  ledgerSha256: z.string().nullable(),
  /** Files that were written again, with the SHA-256 (hex) of the original. */
  files: z.array(z.object({ file: z.string(), originalSha256: z.string() })),
  /** Files made from the originals earlier, which went with them. */
  moved: z.array(z.string()),
});

/** What was struck from a run, and by which rule: redaction.json. */
export type Redaction = z.infer<typeof redactionSchema>;

export const recordName = 'redaction.json';

/** The record of a run folder; undefined where nothing was ever applied. QualifyError REDACTION_RECORD_UNREADABLE. */
export async function readRedaction(folder: string): Promise<Redaction | undefined> {
  const file = path.join(folder, recordName);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const wrong = (problem: string) => raise('REDACTION_RECORD_UNREADABLE', { file: recordName, problem }, file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong('it is not JSON');
  }
  const parsed = redactionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrong(`${issue!.path.join('.')}: ${issue!.message}`);
}
