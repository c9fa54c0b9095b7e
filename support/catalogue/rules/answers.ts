import { codesIn, leadingCode, responseCode } from '../codes';
import { messageLabel } from '../event';
import { answerRules as rules } from './answer-rules';
import type { Response } from './response';
import { breach, eventOf, type RuleMessage, type RuleProblem } from './rule';

const eventOutcome: [RegExp, string][] = [
  [/^IF-035 \[(MS|DS)AppAccepted\]$/, 'A'],
  [/^IF-035 \[(MS|DS)AppRejected\]$/, 'R'],
  [/^IF-035 \[(MS|DS)AppLapsed\]$/, 'L'],
  [/^IF-014 \[ActivePowerRejected\]$/, 'R'],
  [/^IF-014 \[ConsumptionOnDeEnergisedMPAN\]$/, 'W'],
  [/^IF-016 \[ConsumptionRequestRejected\]$/, 'R'],
];
const success = /^[A-Z]+0000?$/;
const codesByLabel = new Map<string, readonly string[]>();

/** Codes that this message may carry; kept, as every message of a kind asks for the same. */
function fitting(label: string): readonly string[] {
  let codes = codesByLabel.get(label);
  if (!codes) codesByLabel.set(label, (codes = codesIn(label).map(({ code }) => code)));
  return codes;
}

/** Judges outcome and codes of the answer that a message gives. A hidden outcome is not judged. */
export function judgeAnswer(message: RuleMessage, responses: readonly Response[], found: RuleProblem[]): void {
  const { interfaceID } = message.CommonBlock.S0;
  const label = messageLabel({ interface: interfaceID, event: eventOf(message) });
  const response = responses[0];
  if (!response) {
    if (interfaceID === 'IF-032') found.push(breach(rules.given, 'CommonBlock.R0', 'expected an outcome, got nothing'));
    return;
  }
  const expected = eventOutcome.find(([form]) => form.test(label))?.[1];
  if (expected && response.outcome !== expected && response.outcome !== 'x') {
    const text = `expected "${expected}" in ${label}, got "${response.outcome}"`;
    found.push(breach(rules.event, `${response.path}.responseCode`, text));
  }
  judgeCodes(label, response, found);
}

function judgeCodes(label: string, { path, block, outcome, messages }: Response, found: RuleProblem[]): void {
  const codes = messages.map(leadingCode).filter((code) => code !== undefined);
  const possible = fitting(label);
  const refusal = outcome === 'R' || outcome === 'L';
  const place = block === 'B007' ? `${path}.proposedAppointmentResponseCode` : path;
  if (refusal && (messages.length === 0 || (possible.length > 0 && codes.length === 0))) {
    const got = messages.length === 0 ? 'no message' : `"${messages[0]}"`;
    found.push(breach(rules.says, place, `expected a response code that says why, got ${got}`));
  }
  for (const code of codes) {
    const good = success.test(code);
    const known = responseCode(code) !== undefined;
    if (known && ((outcome === 'A' && !good) || (refusal && good))) {
      found.push(breach(rules.agrees, place, `expected codes of outcome ${outcome}, got "${code}"`));
    } else if (!known && block === 'B007' && label.startsWith('IF-034')) {
      found.push(breach(rules.appointment, place, `expected a published code of SP or DS, got "${code}"`));
    } else if (!known) {
      found.push(breach(rules.published, place, `expected a published response code, got "${code}"`));
    } else if (refusal && possible.length > 0 && !possible.includes(code)) {
      found.push(breach(rules.fits, place, `expected a code that can stand in ${label}, got "${code}"`));
    }
  }
}
