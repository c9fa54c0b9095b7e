import { z } from 'zod';
import { parseReference } from './references';

const text = z.string().min(1);
const id = (form: RegExp, example: string) => z.string().regex(form, `expected a form such as ${example}`);

/** Values that are parted by commas, as people write them. */
const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((value) => value.split(/\s*,\s*/))
    .pipe(z.array(item));

const reference = z.string().transform((value, context) => {
  const parsed = parseReference(value);
  if (parsed) return parsed;
  const message = `expected IF-031 [MSApp], IF-031, REP-002, BP001, SUP or D0134, got "${value}"`;
  context.issues.push({ code: 'custom', message, input: value });
  return z.NEVER;
});

const basis = z.enum(['stated', 'inferred']);
const seedDocument = z.enum(['feb-2022', 'aug-2022']);

/** Kinds of artefact, in the order in which they are listed. */
export const artefactKinds = [
  ...['process', 'sub-process', 'interface', 'report', 'business-requirements', 'business-description'],
  ...['global', 'catalogue', 'technical', 'security', 'supporting', 'service', 'consequential', 'test-stage'],
] as const;

const artefact = z
  .strictObject({
    id: id(/^MQ-A-[A-Za-z0-9-]+$/, 'MQ-A-IF-001'),
    /** The number that the seed gives; absent where it gives none. */
    seed: id(/^(MHHSP-(BP\d{3}[A-C]?|(IF-|BRS|BPD)\d{3})|TBC)$/, 'MHHSP-IF-001').optional(),
    title: text,
    named: list(seedDocument),
    /** How many documents the row stands for; the seed counts them without naming each. */
    count: z.int().min(2).default(1),
    today: list(reference).optional(),
    /** Why nothing carries it. */
    none: text.optional(),
    fate: z.enum(['same', 'renumbered', 'merged', 'split', 'withdrawn']).optional(),
    /** What the published interface of the seed's number is today: this, something else, or nothing. */
    numberToday: z.enum(['same', 'other', 'unused']).optional(),
    /** Of what carries it, or that nothing does. */
    basis,
    confidence: z.number().gt(0).lt(1).optional(),
    note: text.optional(),
  })
  .superRefine((row, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [field], input: row });
    if ((row.today === undefined) === (row.none === undefined)) wrong('today', 'expected either today or none');
    if ((row.confidence === undefined) !== (row.basis === 'stated'))
      wrong('confidence', 'expected a confidence for what is inferred, and none for what is stated');
    const number = /^MHHSP-(IF-\d{3})$/.exec(row.seed ?? '')?.[1];
    if ((row.numberToday === undefined) !== (number === undefined))
      wrong('numberToday', 'expected it for the numbered interfaces of the seed only');
    if (row.numberToday === 'other' && !row.note?.includes(`Today ${number} `))
      wrong('note', `expected it to say what ${number} means: "Today ${number} …"`);
  });

/** A file of artefacts: rows by their kind. */
export const artefactsSchema = z.partialRecord(z.enum(artefactKinds), z.array(artefact));

const constituencyIds = z.enum([
  'supplier',
  'independent-agent',
  'supplier-agent',
  'dno',
  'idno',
  'smart-dcc',
  'elexon',
]);
const processId = id(/^(BP\d{3}[A-Za-z]?|MIG)$/, 'BP001');

export const constituencySchema = z.strictObject({
  constituencies: z.array(
    z.strictObject({ id: constituencyIds, name: text, roles: list(text).default([]), basis, note: text.optional() }),
  ),
  processes: z.array(
    z.strictObject({
      process: processId,
      theme: z.enum(['MPAN Ownership', 'Metering Changes', 'Meter to Bank']).optional(),
      /** Marked in the table of August 2022. */
      stated: list(constituencyIds).default([]),
      /** Which services of an agent that table names. */
      services: list(z.enum(['metering', 'data'])).default([]),
      /** Touched today, by inference. */
      also: list(constituencyIds).default([]),
      why: text.optional(),
    }),
  ),
  documents: z.array(z.strictObject({ artefacts: list(text), touches: list(constituencyIds), basis })),
});

const requirement = z.strictObject({
  id: id(/^MQ-R-[A-Za-z0-9]+-\d{3}$/, 'MQ-R-BP001-010'),
  text,
  roles: list(text),
  /** Absent: no message of the DIP has to do with it. */
  messages: list(reference).default([]),
  basis,
  source: list(text),
  /** Scenarios that prove it; an outline is one. None: not proved yet. */
  scenarios: list(id(/^MQ-[A-Z0-9]+-\d{3}$/, 'MQ-BP001-010')).default([]),
  note: text.optional(),
});

export const requirementsSchema = z.strictObject({
  sources: z.record(id(/^[a-z0-9-]+$/, 'feb-2022'), text),
  requirements: z.record(id(/^(BP\d{3}[A-Za-z]?|MIG|DIP|NFT|OPS|SEC)$/, 'BP001'), z.array(requirement)),
});

/** A document, process or interface that a seed names, and what carries it today. */
export type Artefact = z.infer<typeof artefact> & { kind: (typeof artefactKinds)[number]; file: string };
export type ConstituencyTable = z.infer<typeof constituencySchema>;
export type ConstituencyId = z.infer<typeof constituencyIds>;
/** Something that scenarios prove, of one process. */
export type Requirement = z.infer<typeof requirement> & { process: string };
