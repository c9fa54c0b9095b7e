import { mustFindings } from '../totals';
import type { Subject } from '../subject';
import { isRehearsal } from '../headline';
import { requiredOf, type KnownRequirement } from './required';
import { isWeaker, type Rules } from './rules';

/** Why a submission is refused. */
export interface Refusal {
  code:
    | 'not-green'
    | 'run-finding'
    | 'below-minimum-grade'
    | 'unknown-requirement'
    | 'partial-run'
    | 'bundled-participant'
    | 'modified-harness'
    | 'ledger-broken'
    | 'simulated-dip-at-uit'
    | 'nothing-required'
    | 'not-signed'
    | 'not-signed-off';
  reason: string;
}

export interface SubmissionInput {
  subject: Subject;
  rules: Rules;
  requirements: readonly KnownRequirement[];
  signed: boolean;
  /** What is wrong with the sign-off; undefined: there is none. */
  signOff: readonly string[] | undefined;
}

/** Everything that keeps a pack from being a submission; empty when nothing does. */
export function refusals(input: SubmissionInput): Refusal[] {
  const { signed, signOff } = input;
  return [
    ...ofResults(input),
    ...ofRuns(input),
    ...(signed
      ? []
      : [{ code: 'not-signed', reason: 'the pack is not signed: give --key and --certificate' } as const]),
    ...(signOff === undefined ? [notSignedOff('no sign-off.yaml is in the folder, and none is named')] : []),
    ...(signOff ?? []).map(notSignedOff),
  ];
}

const notSignedOff = (reason: string): Refusal => ({ code: 'not-signed-off', reason: `sign-off: ${reason}` });

function ofResults({ subject: { results }, rules, requirements }: SubmissionInput): Refusal[] {
  const { least, unknown } = requiredOf(results, rules, requirements);
  if (least.size === 0 && unknown.length === 0)
    return [{ code: 'nothing-required', reason: 'no scenario is required, so nothing would be shown' }];
  const byId = new Map(results.map((one) => [one.id, one]));
  const refused = [...least].flatMap(([id, needed]): Refusal[] => {
    const result = byId.get(id);
    if (result?.verdict !== 'pass') {
      const why = result?.reason ? ` (${result.reason.split('\n')[0]})` : '';
      return [{ code: 'not-green', reason: `${id}: ${result?.verdict ?? 'not run'}${why}` }];
    }
    const grade = result.scenario?.grade ?? null;
    if (!isWeaker(grade, needed)) return [];
    const has = grade ?? 'no proof taken';
    return [{ code: 'below-minimum-grade', reason: `${id}: ${has}; at least "${needed}" is needed` }];
  });
  return [...unknown.map((reason): Refusal => ({ code: 'unknown-requirement', reason })), ...refused];
}

/** Runs of which no verdict counts take no weight from the others. */
function ofRuns({ subject }: SubmissionInput): Refusal[] {
  const counting = new Set(subject.results.map(({ run }) => run.verdicts.run));
  return subject.runs.flatMap((run): Refusal[] => {
    const { verdicts, ledgerProblem } = run;
    if (!counting.has(verdicts.run)) return [];
    const said = (code: Refusal['code'], reason: string): Refusal => ({ code, reason: `${verdicts.run}: ${reason}` });
    return [
      ...(verdicts.partial ? [said('partial-run', 'the run was cut off')] : []),
      ...(verdicts.participant.bundled
        ? [said('bundled-participant', 'a bundled reference participant was tested, no system of yours')]
        : []),
      ...(verdicts.harness.modified
        ? [said('modified-harness', 'the harness or its scenario set differs from the released one')]
        : []),
      ...(ledgerProblem ? [said('ledger-broken', `the ledger does not prove itself: ${ledgerProblem}`)] : []),
      ...(isRehearsal(verdicts) ? [said('simulated-dip-at-uit', 'at UIT the DIP must be the real one')] : []),
      ...mustFindings(verdicts).map(({ code, reason }) => said('run-finding', `${code}: ${reason.split('\n')[0]}`)),
    ];
  });
}
