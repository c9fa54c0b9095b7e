import { consumptionDays, type Period } from './half-hour-days';
import { qualityRules as rules } from './quality-rules';
import { breach, type Judge, type Rule, type RuleMessage, type RuleProblem } from './rule';

const advanced = /^(A[1-3]|AAE[1-3]|EAE[1-3]|EA\d{1,2})$/;
const estimate = /^(E\d?|ZE[1-3]?)$/;
const advancedEstimate = /^EA/;
const estimatesOf: Record<string, RegExp> = { SDS: /^(E\d|ZE[1-3])$/, UMSDS: /^Z?E$/, ADS: advanced };
const fitting: Record<string, string> = { ZE2: '5', ZE3: '6' };

/** A replay keeps the header of the data service that sent the consumption in S2. */
function roleOf({ CommonBlock }: RuleMessage): string {
  const replayed = (CommonBlock as { S2?: { senderRoleID: string } }).S2;
  return (replayed ?? CommonBlock.S1).senderRoleID;
}

/** Judges the codes beside each value of IF-021 and of its replay in IF-016. */
export const judgeQuality: Judge = (message, found) => {
  const role = roleOf(message);
  for (const { path, periods } of consumptionDays(message)) {
    for (let i = 0; i < periods.length; i++) {
      const period = periods[i] as Period;
      if (period.q === 'A' && period.e === null && period.arc === null && period.v[0] !== '-') continue;
      judgePeriod(period, role, `${path}[${i}]`, found);
    }
  }
};

function judgePeriod({ v, q, e, arc }: Period, role: string, path: string, found: RuleProblem[]): void {
  const add = (rule: Rule, item: string, text: string) => found.push(breach(rule, `${path}.${item}`, text));
  const zero = !/[1-9]/.test(v);
  const beside = e === null ? 'null' : `"${e}"`;
  if (v[0] === '-') {
    add(zero ? rules.minusZero : rules.notNegative, 'v', `expected no minus, got "${v}"`);
  }
  if (q.startsWith('ZE') && !zero) add(rules.zeroIsZero, 'v', `expected 0.000 beside quality ${q}, got "${v}"`);
  if (e === null && estimate.test(q)) add(rules.reason, 'e', `expected a reason beside quality ${q}, got null`);
  if (e === null && advancedEstimate.test(q)) {
    add(rules.advancedReason, 'e', `expected a reason beside quality ${q}, got null`);
  }
  if (e !== null && /^A\d?$/.test(q)) add(rules.noReason, 'e', `expected null beside quality ${q}, got ${beside}`);
  const fits = fitting[q];
  if (fits && e !== null && e !== fits)
    add(rules.reasonFits, 'e', `expected "${fits}" beside quality ${q}, got ${beside}`);
  if (!zero && !/^A\d?$/.test(q) && !q.startsWith('ZE')) {
    if (e === '7') add(rules.deEnergised, 'v', `expected 0.000 for a de-energised MPAN, got "${v}" as ${q}`);
    if (e === '8') add(rules.disconnected, 'v', `expected 0.000 for a disconnected MPAN, got "${v}" as ${q}`);
  }
  if (e === '9' && arc === null) add(rules.amendment, 'arc', 'expected an amendment reason beside reason 9, got null');
  if (e !== '9' && arc !== null) add(rules.onlyAmendment, 'arc', `expected null beside reason ${beside}, got "${arc}"`);
  if (advanced.test(q)) {
    if (role !== 'ADS') add(rules.advancedOnly, 'q', `expected no quality of ADS from ${role}, got "${q}"`);
  } else if (q !== 'A' && estimatesOf[role] && !estimatesOf[role].test(q)) {
    add(rules.serviceFits, 'q', `expected a quality of ${role}, got "${q}"`);
  }
}
