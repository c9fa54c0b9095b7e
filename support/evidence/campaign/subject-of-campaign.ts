import { campaignErrors, errorsOf } from '../../errors';
import type { RunFiles } from '../run-files';
import type { Attempt, LostAttempt, Result, Subject } from '../subject';
import type { Campaign, CampaignRun } from './campaign';
import type { Standing, Try } from './standing';

const raise = errorsOf(campaignErrors);

/** The subject that is a campaign. QualifyError CAMPAIGN_EMPTY when none of its runs can be shown. */
export function subjectOfCampaign({ name, runs, standings, gaps }: Campaign, folder: string): Subject {
  const files = runs.flatMap((run) => run.files ?? []);
  const last = files.at(-1);
  if (!last) throw raise('CAMPAIGN_EMPTY', { name, problem: gaps[0] ?? 'none was added' }, folder);
  const scenarios = new Map(files.map((run) => [run, new Map(run.verdicts.scenarios.map((one) => [one.id, one]))]));
  const scenarioIn = (run: RunFiles, id: string) => scenarios.get(run)!.get(id)!;
  const attempt = (id: string, { held: { files: run }, counts, reason }: Try<CampaignRun>): Attempt[] =>
    run ? [{ run, scenario: scenarioIn(run, id), counts, ...(reason === undefined ? {} : { reason }) }] : [];
  const result = ({ id, verdict, reason, tries, deciding, held }: Standing<CampaignRun>): Result => {
    const scenario = deciding?.held.files && reason === null ? scenarioIn(deciding.held.files, id) : undefined;
    const lost = tries.flatMap(({ held: { line, lost: why }, verdict: was }): LostAttempt[] =>
      why === undefined ? [] : [{ run: line.run, verdict: was, reason: why }],
    );
    return {
      ...{ id, verdict, run: held.files ?? last },
      reason: scenario ? scenario.reason : reason,
      ...(scenario && { scenario }),
      attempts: tries.flatMap((one) => attempt(id, one)),
      ...(lost.length > 0 && { lost }),
    };
  };
  return { kind: 'campaign', name, runs: files, results: standings.map(result), gaps };
}
