import type { ScenarioVerdict } from '../verdict';

export type Outcome = Pick<ScenarioVerdict, 'verdict' | 'blame'>;
export type AllureStatus = 'passed' | 'failed' | 'broken' | 'skipped';

/** In Allure *failed* means the product and *broken* the test: so only the participant's failures are failed. */
export function statusOf({ verdict, blame }: Outcome): AllureStatus {
  if (verdict === 'pass') return 'passed';
  if (verdict === 'fail') return blame === 'participant' ? 'failed' : 'broken';
  return verdict === 'inconclusive' ? 'broken' : 'skipped';
}
