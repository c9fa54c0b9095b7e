import { mustFindings } from '../totals';
import { count } from '../text';
import type { CoverageInput } from './types';

/** What must be known before the numbers are read. */
export function noticesOf({ run, scenarios }: Pick<CoverageInput, 'run' | 'scenarios'>): string[] {
  const { verdicts, ledgerProblem } = run;
  const known = new Set(scenarios.map(({ id }) => id));
  const gone = verdicts.scenarios.filter(({ id }) => !known.has(id)).length;
  const findings = mustFindings(verdicts).length;
  return [
    ...(ledgerProblem === undefined
      ? []
      : [`The ledger does not prove itself (${ledgerProblem}): nothing in it counts as proved.`]),
    ...(verdicts.partial ? ['The run is partial: it was cut off, and what did not run shows nothing.'] : []),
    ...(findings > 0 ? [`${count(findings, 'finding')} of the run ${findings === 1 ? 'fails' : 'fail'} it.`] : []),
    ...(verdicts.participant.bundled
      ? ['The participant is the bundled reference participant: this shows nothing of a system of yours.']
      : []),
    ...(gone > 0
      ? [
          `${count(gone, 'scenario')} of the run ${gone === 1 ? 'is' : 'are'} not in the set of today; reasons are told by that set.`,
        ]
      : []),
  ];
}
