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

/** What only some MPANs are; an MPAN that does not say it is none of it. */
const special = {
  /** `new`: created by the network, and no supplier has registered it yet. */
  registration: z.enum(['registered', 'new'], expecting('registered or new')).optional(),
};

/** The other MPAN of a pair, of the one that depends: the import of a linked export, the primary of a secondary. */
const pairs = {
  linkedTo: z
    .string(expecting('13 digits'))
    .regex(/^\d{13}$/, expecting('13 digits'))
    .optional(),
  relatedTo: z
    .string(expecting('13 digits'))
    .regex(/^\d{13}$/, expecting('13 digits'))
    .optional(),
};

const facts = {
  supplier: holder.optional(),
  meteringService: holder.optional(),
  dataService: holder.optional(),
  retriever: holder.optional(),
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
  ...special,
  gspGroup: z.string(expecting('a GSP group')).regex(/^_[A-Z]$/, expecting('a GSP group')),
};

/** One MPAN of a user's own pool. */
export const mpanShape = {
  mpan: z.string(expecting('13 digits')).regex(/^\d{13}$/, expecting('13 digits')),
  ...kindShape,
  ...facts,
  ...pairs,
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
  retriever: 'Write ten digits (DIP ID) or four capital letters (MPID) of a Meter Data Retriever, or leave it empty.',
  distributor: 'Write ten digits (DIP ID) or four capital letters (MPID), or leave it empty.',
  since: 'Write year, month and day, such as 2026-03-31, or leave it empty.',
  meterId: 'Write the meter id, or leave it empty.',
  registration: 'Write new for an MPAN that no supplier has registered yet, or leave it empty.',
  linkedTo: 'Write the 13 digits of the import MPAN whose linked export this is, or leave it empty.',
  relatedTo: 'Write the 13 digits of the primary MPAN whose secondary this is, or leave it empty.',
  scenario: 'Write the id of the one scenario that is to get the MPAN, such as MQ-BP001-010, or leave it empty.',
  label: 'Write the name that the scenario gives the MPAN, such as A; it goes with a scenario.',
};

/** The two ways in which MPANs belong together. */
export type PairKind = 'linked' | 'related';

/** The four values that every MPAN has. */
export type BaseKind = { [K in keyof typeof kind]: z.infer<(typeof kind)[K]> };

/** What only some MPANs are; left out, an MPAN is registered and belongs to no pair. */
export interface SpecialKind {
  registration?: 'registered' | 'new' | undefined;
  pair?: PairKind | undefined;
  /** Of a pair: the import or primary MPAN, or the one that depends on it. */
  part?: 'principal' | 'dependent' | undefined;
}

/** What a scenario asks of a test MPAN: of the base what it leaves open may be anything, of the special nothing. */
export interface MpanKind extends Partial<BaseKind>, SpecialKind {
  /** A Meter Data Retriever serves it before the scenario begins: no matter of the pool, but of who holds it. */
  retrieved?: true | undefined;
}

/** What the user's own system already holds of an MPAN; holders by DIP ID or MPID. */
export type MpanFacts = { [K in keyof typeof facts]?: string };

export interface TestMpan extends BaseKind, SpecialKind, MpanFacts {
  mpan: string;
  gspGroup: string;
  /** Of a pair: the other MPAN. */
  partner?: string;
  /** The one scenario that gets it, and under which label. */
  scenario?: string;
  label?: string;
}

const usual = { registration: 'registered', pair: undefined, part: undefined } as const;

/** Whether an MPAN, or a range of them, is of the kind that is asked for. */
export function fits(range: BaseKind & SpecialKind, wanted: MpanKind): boolean {
  const base = Object.keys(kind) as (keyof BaseKind)[];
  const specials = Object.keys(usual) as (keyof SpecialKind)[];
  return (
    base.every((key) => wanted[key] === undefined || wanted[key] === range[key]) &&
    specials.every((key) => (wanted[key] ?? usual[key]) === (range[key] ?? usual[key]))
  );
}

/** The values that make a kind. */
export function kindOf(of: BaseKind & SpecialKind): BaseKind & SpecialKind {
  const { segment, meterKind, energyDirection, energisation, registration, pair, part } = of;
  return {
    ...{ segment, meterKind, energyDirection, energisation },
    ...(registration === 'new' ? { registration } : {}),
    ...(pair ? { pair, part } : {}),
  };
}
