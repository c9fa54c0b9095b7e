import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { errorsOf, nearest, traceabilityErrors } from '../../errors';
import { grades } from '../../verdict';

const raise = errorsOf(traceabilityErrors);
const text = z.string('expected a text').min(1, 'expected a text');
const percent = z.number('expected a number from 0 to 100').min(0).max(100);
const date = z.iso.date('expected a date, as 2027-03-31');

/** The severities that a defect may have; 1 is the worst. */
export const severities = ['1', '2', '3', '4', '5'] as const;

const match = z
  .strictObject({
    /** Code of the failure, as `LEG_MISSING`. */
    code: text.optional(),
    /** Id of a scenario; of an outline, all its cases. */
    scenario: text.optional(),
    blame: z.enum(['participant', 'configuration', 'environment', 'harness']).optional(),
    /** Words that stand in the failure text. */
    text: text.optional(),
  })
  .refine((one) => Object.keys(one).length > 0, 'expected at least one of code, scenario, blame, text');

const defect = z.strictObject({
  /** Its id in the user's own tracker. */
  tracker: text,
  severity: z.int('expected a number from 1 to 5').min(1).max(5),
  status: z.enum(['open', 'closed'], "expected 'open' or 'closed'").default('open'),
  title: text.optional(),
  match,
});

const workOff = z.strictObject({ item: text, owner: text, due: date, reason: text, tracker: text.optional() });

const stated = z.strictObject({ criterion: text, met: z.boolean('expected true or false'), statedBy: text });

const exitCriteria = z.strictObject({
  /** Scenarios that pass, in percent of those that apply. */
  minimumPassRate: percent.optional(),
  /** How many defects of a severity may be open. */
  openDefects: z.partialRecord(z.enum(severities), z.int('expected a number').min(0)).optional(),
  /** The weakest grade of proof that a pass may have. */
  minimumGrade: z.enum(grades, `expected one of ${grades.join(', ')}`).optional(),
  /** Requirements shown, in percent: of the user's own list, else of the register in the participant's roles. */
  requirementsShown: percent.optional(),
  /** Whether every assumption that a verdict rests on must be confirmed. */
  assumptionsConfirmed: z.literal(true, 'expected true, or no such line').optional(),
  /** What the harness cannot tell, and somebody states. */
  others: z.array(stated).default([]),
});

const completionSchema = z.strictObject({
  schema: z.literal(1, 'expected 1'),
  /** What was to be tested, in the user's words. */
  scope: text.optional(),
  defects: z.array(defect).default([]),
  workOff: z.array(workOff).default([]),
  exitCriteria: exitCriteria.default({ others: [] }),
  signOff: z.array(z.strictObject({ role: text, name: text.optional() })).default([]),
});

/** What the user keeps for a completion report: defects, work-off items, exit criteria, who signs. */
export type CompletionFile = z.infer<typeof completionSchema>;
export type KnownDefect = CompletionFile['defects'][number];

/** A report without a file of the user's. */
export const noCompletionFile: CompletionFile = completionSchema.parse({ schema: 1 });

/** Reads completion.yaml. QualifyErrors COMPLETION_FILE_UNREADABLE, COMPLETION_FILE_WRONG, with file, line and field. */
export async function readCompletionFile(file: string): Promise<CompletionFile> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const problem = error.code === 'ENOENT' ? 'it does not exist' : 'it cannot be opened';
    throw raise('COMPLETION_FILE_UNREADABLE', { problem }, file);
  });
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, stringKeys: true });
  const broken = document.errors[0];
  if (broken) {
    const problem = broken.message.split('\n')[0]!;
    throw raise('COMPLETION_FILE_UNREADABLE', { problem }, `${file}:${broken.linePos?.[0].line ?? 1}`);
  }
  const parsed = completionSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0]! : undefined;
  const field = unknown === undefined ? issue.path : [...issue.path, unknown];
  const near = unknown === undefined ? undefined : nearest(unknown, knownKeys);
  const values = {
    field: fieldText(field) || path.basename(file),
    problem: unknown === undefined ? issue.message.replace(/^Invalid \w+: /, '') : 'there is no such key',
    hint: near === undefined ? '' : `Did you mean ${near}? `,
  };
  throw raise('COMPLETION_FILE_WRONG', values, `${file}:${lineOf(document, field, lines)}`);
}

const knownKeys = [completionSchema, defect, match, workOff, exitCriteria, stated].flatMap((one) =>
  Object.keys(one.shape),
);

const fieldText = (field: readonly PropertyKey[]): string =>
  field.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part + 1}]` : `${name}${name && '.'}${String(part)}`),
    '',
  );

/** The line of a field; of one that is missing, that of what should hold it. */
function lineOf(document: Document, field: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = field.length; length > 0; length -= 1) {
    const parent = document.getIn(field.slice(0, length - 1), true);
    const key = field[length - 1];
    const pair = isMap(parent) ? parent.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined;
    const node = (pair?.key ?? document.getIn(field.slice(0, length), true)) as { range?: [number, number, number] };
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
