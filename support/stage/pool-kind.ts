import { z } from 'zod';

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/;

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return dateForm.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const expecting = (what: string) => ({ error: `expected ${what}` });
const holder = z
  .string(expecting('a DIP ID or an MPID'))
  .regex(/^(\d{10}|[A-Z]{4})$/, expecting('a DIP ID or an MPID'));

const kind = {
  segment: z.enum(['S', 'A', 'U'], expecting('S, A or U')),
  meterKind: z.enum(['smart', 'traditional', 'advanced', 'none'], expecting('smart, traditional, advanced or none')),
  energyDirection: z.enum(['I', 'E'], expecting('I or E')),
  energisation: z.enum(['E', 'D'], expecting('E or D')),
};

const facts = {
  supplier: holder.optional(),
  meteringService: holder.optional(),
  dataService: holder.optional(),
  distributor: holder.optional(),
  since: z.string(expecting('a date')).refine(isDate, 'expected a date').optional(),
  meterId: z
    .string(expecting('1 to 10 characters'))
    .regex(/^.{1,10}$/, expecting('1 to 10 characters'))
    .optional(),
};

/** What every entry of a pool says of its MPANs, whether of one or of a run of them. */
export const kindShape = {
  ...kind,
  gspGroup: z.string(expecting('a GSP group')).regex(/^_[A-Z]$/, expecting('a GSP group')),
};

/** One MPAN of a user's own pool. */
export const mpanShape = {
  mpan: z.string(expecting('13 digits')).regex(/^\d{13}$/, expecting('13 digits')),
  ...kindShape,
  ...facts,
  scenario: z.string(expecting('the id of a scenario')).startsWith('MQ-', expecting('the id of a scenario')).optional(),
  label: z
    .string(expecting('one capital letter'))
    .regex(/^[A-Z]$/, expecting('one capital letter'))
    .optional(),
};

export type MpanColumn = keyof typeof mpanShape;

/** What to write into a column, for people. */
export const columnHelp: Record<MpanColumn, string> = {
  mpan: 'Write all 13 digits, the check digit too; in a spreadsheet, format the column as text first.',
  segment: 'S is smart and traditional, A advanced, U unmetered.',
  meterKind: 'Write smart or traditional in segment S, advanced in A, none in U.',
  energyDirection: 'I is import, E is export.',
  energisation: 'E is energised, D is de-energised.',
  gspGroup: 'Write the id of the GSP group, such as _A.',
  supplier: 'Write ten digits (DIP ID) or four capital letters (MPID), or leave it empty.',
  meteringService: 'Write ten digits (DIP ID) or four capital letters (MPID), or leave it empty.',
  dataService: 'Write ten digits (DIP ID) or four capital letters (MPID), or leave it empty.',
  distributor: 'Write ten digits (DIP ID) or four capital letters (MPID), or leave it empty.',
  since: 'Write year, month and day, such as 2026-03-31, or leave it empty.',
  meterId: 'Write the meter id, or leave it empty.',
  scenario: 'Write the id of the one scenario that is to get the MPAN, such as MQ-BP001-010, or leave it empty.',
  label: 'Write the name that the scenario gives the MPAN, such as A; it goes with a scenario.',
};

/** What a scenario asks of a test MPAN; what it leaves open may be anything. */
export type MpanKind = { [K in keyof typeof kind]?: z.infer<(typeof kind)[K]> };

/** What the user's own system already holds of an MPAN; holders by DIP ID or MPID. */
export type MpanFacts = { [K in keyof typeof facts]?: string };

export interface TestMpan extends Required<MpanKind>, MpanFacts {
  mpan: string;
  gspGroup: string;
  /** The one scenario that gets it, and under which label. */
  scenario?: string;
  label?: string;
}

/** Whether an MPAN, or a range of them, is of the kind that is asked for. */
export function fits(range: Required<MpanKind>, wanted: MpanKind): boolean {
  return (Object.keys(wanted) as (keyof MpanKind)[]).every(
    (key) => wanted[key] === undefined || wanted[key] === range[key],
  );
}

/** The four values that make a kind. */
export function kindOf({ segment, meterKind, energyDirection, energisation }: Required<MpanKind>): Required<MpanKind> {
  return { segment, meterKind, energyDirection, energisation };
}
