import { answerRules } from './answer-rules';
import { judgeAnswer } from './answers';
import { appointmentRules, judgeAppointment } from './appointments';
import { consumptionRules, judgeConsumption } from './consumption';
import { halfHourRules } from './half-hour-rules';
import { judgeHalfHours } from './half-hours';
import { judgeLoadShapeTotals, loadShapeRules } from './load-shapes';
import { judgeMeter, meterRules } from './meters';
import { judgeCheckDigit, judgeRelationship, mpanRules } from './mpans';
import { judgeParties, partyRules } from './parties';
import { judgeQuality } from './quality';
import { qualityRules } from './quality-rules';
import { reportRules } from './reports';
import { judgeAmendment, judgeDirectContract, requestRules } from './requests';
import { repeatsContent, responsesOf } from './response';
import type { Judge, Rule, RuleContext, RuleMessage, RuleProblem } from './rule';
import { judgeSender, senderRules } from './senders';

export { reportProblems } from './reports';
export type { Level, Rule, RuleContext, RuleMessage, RuleProblem } from './rule';

/** Every rule beyond the schema. */
export const rules: readonly Rule[] = [
  answerRules,
  appointmentRules,
  consumptionRules,
  halfHourRules,
  loadShapeRules,
  meterRules,
  mpanRules,
  partyRules,
  qualityRules,
  reportRules,
  requestRules,
  senderRules,
].flatMap((table): Rule[] => Object.values(table));

const judges: Record<string, readonly Judge[]> = {
  'IF-005': [judgeMeter],
  'IF-013': [judgeHalfHours],
  'IF-014': [judgeHalfHours],
  'IF-016': [judgeHalfHours, judgeQuality, judgeConsumption],
  'IF-019': [judgeRelationship],
  'IF-021': [judgeHalfHours, judgeQuality, judgeConsumption],
  'IF-022': [judgeHalfHours],
  'IF-023': [judgeLoadShapeTotals],
  'IF-027': [judgeAmendment],
  'IF-031': [judgeAppointment],
  'IF-034': [judgeAppointment],
  'IF-038': [judgeDirectContract],
  'IF-064': [judgeHalfHours],
};

/**
 * What is wrong with a message beyond its schema, which it has passed. A refusal repeats what it refuses, so only its
 * own sender and answer are judged. Reports are packed: see reportProblems.
 * `ruleProblems(message, { parties: [{ dipId: '2300000001', mpid: 'SUPA' }] })`
 */
export function ruleProblems(message: RuleMessage, context: RuleContext = {}): RuleProblem[] {
  const found: RuleProblem[] = [];
  const responses = responsesOf(message);
  judgeSender(message, found, context);
  judgeAnswer(message, responses, found);
  if (repeatsContent(responses)) return found;
  for (const judge of judges[message.CommonBlock.S0.interfaceID] ?? []) judge(message, found, context);
  judgeCheckDigit(message, found, context);
  judgeParties(message, found, context);
  return found;
}
