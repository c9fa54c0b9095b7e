import type { MessageName, OffDip } from '../catalogue';
import type { Check, LedgerEntry } from '../ledger';

/** A row of the table of a feature. The first column may be headed `#` or by an empty cell. */
export interface LegRow {
  '#'?: string;
  ''?: string;
  from: string;
  to: string;
  message: string;
  /** `after 1`, `after 1 and 2`. */
  order?: string;
  /** Conditions joined by `;`. */
  with?: string;
  /** `must` or `should` for the whole leg. */
  level?: string;
  /** Name of a limit of the environment. */
  within?: string;
}

/** Where a condition looks: a block, or an item at any depth of it. */
export interface Field {
  block: string;
  item?: string;
}

interface Told {
  /** As it was written. */
  text: string;
  field: Field;
}

/** One condition of a `with` cell. */
export type Condition =
  | (Told & { test: 'one of' | 'starts with'; values: string[] })
  | (Told & { test: 'absent' })
  /** `ref`: number of a row, an interface or a message label. */
  | (Told & { test: 'as in'; ref: string })
  /** A response: its code, and beginnings of which one must stand in the messages of the answer. */
  | (Told & { test: 'response'; code: string; starts: string[] });

/** One row, read. */
export interface ExpectedLeg {
  /** Text of the first column. */
  id: string;
  from: string;
  to: string[];
  message: MessageName;
  after: string[];
  conditions: Condition[];
  /** Set where the table says so; `should` makes every facet of the leg a should. */
  level?: 'must' | 'should';
  within?: string;
  /** Set of a leg that does not pass the DIP. It is shown, or not; it is never judged, and `-` may stand for its number. */
  offDip?: OffDip;
}

/** What shows a leg off the DIP. `given`: the harness stood in for the sender. */
export interface OffDipShown {
  how: 'file' | 'attested' | 'given' | 'not seen';
  /** By what, or why not, in words. */
  text: string;
  /** Ledger lines. */
  ledger: number[];
}

/** What the table's legs off the DIP are looked up in. */
export interface OffDipSources {
  /** The act by which the harness stands in for the sender of a leg; undefined where it does not. */
  actOf(leg: ExpectedLeg): string | undefined;
  /** What else shows a leg. */
  shown?: ReadonlyMap<ExpectedLeg, OffDipShown>;
}

/** Who is who in the scenario, and what the table's words stand for. */
export interface ConversationContext {
  mpan: string;
  /** Position → DIP ID. */
  positions: Record<string, string>;
  /** Position → who fills it. */
  actors: Record<string, 'participant' | 'simulated' | 'external'>;
  /** Names that may stand for a value: SSD → 25-character date-time. */
  values: Record<string, string>;
  /** Text of the step. */
  step: string;
  limitMs: number;
  /** Where the limit comes from, for people. */
  limitSource: string;
  /** Limits that a `within` cell may name, in milliseconds. */
  limits?: Record<string, number>;
  /** Entries up to this sequence may be referred to but are no legs of the table: they belong to earlier steps. */
  sinceSeq?: number;
  offDip?: OffDipSources;
}

/** What one condition found. */
export interface FieldResult {
  /** `B070.appointmentScenario` */
  field: string;
  expected: string;
  actual: string;
  ok: boolean;
  /** The value was masked (`x`): it counts as equal and is noted. */
  masked?: boolean;
}

export type FacetId = 'leg-seen' | 'leg-content' | 'leg-answers' | 'leg-order' | 'leg-audience' | 'leg-within';

/** One side of a leg that is judged apart. */
export interface Facet {
  id: FacetId;
  level: 'must' | 'should';
  ok: boolean;
  /** Expected against actual; empty when it holds. */
  reason: string;
  ledger: number[];
}

export interface LegResult {
  leg: ExpectedLeg;
  /** The accepted message that was taken for the leg; of a leg off the DIP the act by which the harness gave it. */
  entry?: LedgerEntry;
  /** Set of a leg off the DIP. */
  offDip?: OffDipShown;
  fields: FieldResult[];
  facets: Facet[];
  /** Every facet that is a must holds. Always true of a leg that is a should as a whole, and off the DIP. */
  ok: boolean;
}

export type LegCheck = Check & { ledger: number[] };

export interface Match {
  /** Every must of every leg holds: nothing more has to be waited for. */
  complete: boolean;
  /** Every should holds as well. */
  settled: boolean;
  legs: LegResult[];
  /** One check for each facet, with its blame, to be kept with the scenario. */
  checks: LegCheck[];
  /** Accepted messages about the MPAN that no row claims. */
  unclaimed: LedgerEntry[];
}
