import type { Release } from '../../catalogue';
import type { grades } from '../../verdict';
import type { LedgerEntry } from '../../ledger';
import type { RunFiles } from '../run-files';

export type Grade = (typeof grades)[number];

/** `sent` by the participant, or `received` by it. */
export type Direction = 'sent' | 'received';

/** What is read of a run. */
export type CoveredRun = Pick<RunFiles, 'verdicts' | 'selection' | 'ledgerProblem'> & { entries: LedgerEntry[] };

/** A scenario of the set as it is today: what it names, and of whom it proves it. */
export interface KnownScenario {
  id: string;
  process: string;
  /** Roles without their sides: `SUP`. */
  roles: readonly string[];
  /** `IF-031 [MSApp]` */
  messages: readonly string[];
  /** `REG1031` */
  codes: readonly string[];
  /** Of a scenario about refusals; null of every other. */
  mode: Mode | null;
}

/** `handles`: a valid request is refused and the receiver is judged. `enforces`: the refuser is. */
export type Mode = 'handles' | 'enforces';

/** Whom each process touches, as the registers have it. */
export interface Constituencies {
  constituencies: readonly { id: string; name: string; roles: readonly string[] }[];
  processes: readonly { process: string; theme?: string; stated: readonly string[]; also: readonly string[] }[];
}

export interface CoverageInput {
  run: CoveredRun;
  /** The release of the run. */
  release: Release;
  scenarios: readonly KnownScenario[];
  constituency: Constituencies;
  /** Empty: every role of the run, every process. */
  only: { roles: readonly string[]; processes: readonly string[] };
}

/** One thing seen once: what it proves, or why it proves nothing. */
export interface Seen {
  scenario: string | null;
  grade: Grade | null;
  /** Set where the grade is null. */
  why: string | null;
}

/** How often something was seen, and the best that it proves. */
export interface Proof {
  exchanged: number;
  grade: Grade | null;
  /** Passed scenarios that prove it. */
  provedBy: string[];
}

/** Why nothing proves something. */
export interface Gap {
  kind:
    | 'exchanged'
    | 'failed'
    | 'inconclusive'
    | 'waiting'
    | 'not-run'
    | 'not-selected'
    | 'passed-without'
    | 'not-applicable'
    | 'other-roles'
    | 'not-named';
  reason: string;
  /** Scenarios that the reason speaks of. */
  scenarios: string[];
}

export interface Share {
  proved: number;
  total: number;
}
