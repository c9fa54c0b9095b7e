import type { Artefact, Requirement } from '../../requirements';
import type { Subject } from '../subject';
import type { OwnList, OwnRow } from './own-list';
import type { Judged } from './state';
import type { Traced } from './traced';

/** A requirement of the project's register, with the scenarios that prove it. */
export interface RequirementFact extends Judged {
  requirement: Requirement;
  /** Whether the participant holds one of its roles. */
  inScope: boolean;
  scenarios: Traced[];
}

/** A scenario in which the participant exchanged what carries an artefact today. */
export interface Exchange {
  scenario: Traced;
  transactions: string[];
}

export interface ArtefactFact {
  artefact: Artefact;
  today: string[];
  state: 'exchanged' | 'exchanged, none passed' | 'not exchanged' | 'nothing carries it today';
  exchanges: Exchange[];
}

/** A row of the user's own list. */
export interface OwnFact extends Judged {
  row: OwnRow;
  scenarios: Traced[];
  /** Ids that no scenario has, each with the nearest one that there is. */
  unknown: { id: string; nearest: string | null }[];
}

export interface Orphan {
  kind: 'requirement without scenario' | 'requirement not shown' | 'scenario without requirement' | 'unknown scenario';
  /** `register`, or the file of the user's own list. */
  list: string;
  id: string;
  why: string;
}

/** Requirement by scenario by verdict, for each of three registers, and what has no other side. */
export interface Rttm {
  subject: Subject;
  scenarios: Traced[];
  requirements: RequirementFact[];
  artefacts: ArtefactFact[];
  own: { list: OwnList; rows: OwnFact[] } | null;
  orphans: Orphan[];
}
