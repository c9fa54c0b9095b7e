/** What can be wrong before a run, and what a run would need. Starts nothing. */
export { examine, type Examined } from './examine';
export { findingsOf, refusal, sorted, type Finding, type Level } from './finding';
export { assignMpans, kindText, mpansNeeded, partiesOf, type AssignedMpan, type MpanNeed } from './mpans';
export { planOf, type Plan, type PlanInput, type PlannedAct } from './plan';
export { actsOfStep, mpansOfSteps, type StepAct } from './step-acts';
