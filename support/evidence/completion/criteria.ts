import { grades } from '../../verdict';
import type { Subject } from '../subject';
import { count } from '../text';
import { tally } from '../totals';
import type { Rttm } from '../traceability/facts';
import type { CompletionFile } from './completion-file';
import type { Causes } from './root-causes';

/** An exit criterion, its threshold, and what was reached. */
export interface Criterion {
  name: string;
  threshold: string;
  reached: string;
  state: 'met' | 'not met' | 'cannot be told';
  /** Why it cannot be told, or what stands against it. */
  why: string;
}

/** What the criteria are judged by. */
export interface Judgeable {
  subject: Subject;
  rttm: Rttm;
  causes: Causes;
}

type Judged = Pick<Criterion, 'reached' | 'state'> & { why?: string };

/** The exit criteria that the user set, in the order of the file's schema. What rests on a run cut off is never met. */
export function judgeCriteria({ exitCriteria }: CompletionFile, facts: Judgeable): Criterion[] {
  const {
    minimumPassRate,
    openDefects = {},
    minimumGrade,
    requirementsShown,
    assumptionsConfirmed,
    others,
  } = exitCriteria;
  const doubts = doubtsOf(facts.subject);
  const told = (name: string, threshold: string, { reached, state, why = '' }: Judged): Criterion =>
    state === 'met' && doubts.length > 0
      ? { name, threshold, reached, state: 'cannot be told', why: doubts.join('; ') }
      : { name, threshold, reached, state, why };
  return [
    ...(minimumPassRate === undefined
      ? []
      : [told('Scenarios passed', `at least ${minimumPassRate} %`, passRate(facts, minimumPassRate))]),
    ...Object.entries(openDefects).map(([severity, most = 0]) =>
      told(`Open defects of severity ${severity}`, `at most ${most}`, openOf(facts, Number(severity), most)),
    ),
    ...(minimumGrade === undefined
      ? []
      : [told('Grade of proof of each pass', `${minimumGrade} or stronger`, gradesReached(facts, minimumGrade))]),
    ...(requirementsShown === undefined
      ? []
      : [told('Requirements shown', `at least ${requirementsShown} %`, requirements(facts, requirementsShown))]),
    ...(assumptionsConfirmed ? [told('Assumptions confirmed', 'all that a verdict rests on', confirmed(facts))] : []),
    ...others.map(({ criterion, met, statedBy }): Criterion => {
      const state = met ? 'met' : 'not met';
      return {
        name: criterion,
        threshold: 'stated',
        reached: `stated by ${statedBy}`,
        state,
        why: 'not seen by the harness',
      };
    }),
  ];
}

/** What takes from every number the weight to say that a criterion is met. */
function doubtsOf({ runs, results, gaps }: Subject): string[] {
  const counting = runs.filter((run) => results.some((one) => one.run === run));
  const partial = counting.filter(({ verdicts }) => verdicts.partial);
  const damaged = counting.filter(({ ledgerProblem }) => ledgerProblem !== undefined);
  return [
    ...partial.map(({ verdicts }) => `run ${verdicts.run} was cut off`),
    ...damaged.map(({ verdicts }) => `the ledger of run ${verdicts.run} does not prove itself`),
    ...gaps,
  ];
}

/** Met when a share, in percent, is reached; `none`: what is said where there is nothing to count. */
function share(part: number, whole: number, least: number, what: string): Judged {
  if (whole === 0) return { reached: `0 of 0 ${what}`, state: 'cannot be told', why: `there are no ${what}` };
  // Down, never up: 99.96 % of something is not all of it.
  const percent = Math.floor((part / whole) * 1000) / 10;
  const state = part * 100 >= least * whole ? 'met' : 'not met';
  return { reached: `${percent} % (${part} of ${whole} ${what})`, state };
}

function passRate({ subject }: Judgeable, least: number): Judged {
  const counts = tally(subject.results);
  return share(counts.pass, subject.results.length - counts['not-applicable'], least, 'scenarios that apply');
}

function openOf({ causes: { causes, unseen } }: Judgeable, severity: number, most: number): Judged {
  const still = causes.filter(({ open }) => open);
  const seen = still.flatMap(({ defects }) => defects);
  // One that the tracker calls closed and the last results still show is open.
  const all = new Set([
    ...seen,
    ...[...causes.flatMap(({ defects }) => defects), ...unseen].filter((one) => one.status === 'open'),
  ]);
  const open = [...all].filter((one) => one.severity === severity);
  const reached = open.length === 0 ? '0' : `${open.length} (${open.map(({ tracker }) => tracker).join(', ')})`;
  if (open.length > most) return { reached, state: 'not met' };
  const unknown = still.filter(({ defects }) => defects.length === 0).length;
  if (unknown === 0) return { reached, state: 'met' };
  return { reached, state: 'cannot be told', why: `${count(unknown, 'open root cause')} without a severity` };
}

function gradesReached({ subject }: Judgeable, least: (typeof grades)[number]): Judged {
  const passes = subject.results.filter(({ verdict }) => verdict === 'pass');
  const strong = passes.filter(({ scenario }) => {
    const grade = scenario?.grade ?? null;
    return grade !== null && grades.indexOf(grade) <= grades.indexOf(least);
  });
  return share(strong.length, passes.length, 100, 'passes');
}

function requirements({ rttm }: Judgeable, least: number): Judged {
  const rows = rttm.own?.rows ?? rttm.requirements.filter(({ inScope }) => inScope);
  const what = rttm.own ? `requirements of ${rttm.own.list.file}` : "requirements in the participant's roles";
  return share(rows.filter(({ state }) => state === 'shown').length, rows.length, least, what);
}

function confirmed({ subject }: Judgeable): Judged {
  const touched = subject.runs.flatMap(({ verdicts }) => verdicts.assumptions).filter((one) => one.touched.length > 0);
  const open = new Set(touched.filter(({ confirmedBy }) => confirmedBy === null).map(({ id }) => id));
  const all = new Set(touched.map(({ id }) => id));
  const reached = `${all.size - open.size} of ${all.size} confirmed`;
  return open.size === 0 ? { reached, state: 'met' } : { reached, state: 'not met', why: [...open].join(', ') };
}
