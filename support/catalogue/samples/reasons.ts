import { codesIn, codeText } from '../codes';
import { type EventDefinition, messageLabel } from '../event';

// Codes that say yes.
const yes = /^(MSG|RCP)0000$|^REG0|^SP000$/;

const known = new Map<string, readonly string[]>();

/** Codes with which an event can say no: those of the catalogue, else one of settlement for a refused day. */
export function refusals(definition: EventDefinition): readonly string[] {
  const label = messageLabel(definition);
  let codes = known.get(label);
  if (!codes) {
    const found = codesIn(label).map(({ code }) => code);
    codes = found.filter((code) => !yes.test(code));
    if (codes.length === 0 && /Rejected$/.test(definition.event)) codes = ['ECS1014'];
    known.set(label, codes);
  }
  return codes;
}

/** The text of an answer, of at most the 200 characters that the release allows. */
export const answerText = (code: string): string => codeText(code).slice(0, 200);
