import type { MessageName } from '../catalogue';
import { conversationErrors, errorsOf } from '../errors';
import { parseField } from './fields';
import { answerItems } from './test-conditions';
import type { Condition, Field } from './types';

const raise = errorsOf(conversationErrors);

const isResponse = ({ block, item }: Field) =>
  Object.hasOwn(answerItems, block) && (item === undefined || item === 'responseCode');

const list = (text: string, by: RegExp) => text.split(by).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));

/** `A`, `R, REG1031`, `R and REG1031 or REG1032` */
function response(text: string, field: Field, value: string, place?: string): Condition {
  const [code = '', rest, ...more] = list(value, /,| and /);
  const starts = rest === undefined ? [] : list(rest, / or /);
  const codes = /^[A-Z]{2,4}\d{3,4}$/;
  if (!/^[ARLW]$/.test(code) || more.length || !starts.every((start) => codes.test(start)))
    throw raise('LEGS_CONDITION_UNREADABLE', { word: text, hint: '; a response is `A` or `R, REG1031`' }, place);
  return { text, field, test: 'response', code, starts };
}

function parseOne(text: string, message: MessageName | undefined, place?: string): Condition {
  const form =
    /^(?<field>.+?)\s*(?:=\s*as in\s+(?<ref>.+)|(?<absent>is absent)|(?:is\s+)?one of\s+(?<some>.+)|starts with\s+(?<start>.+)|=\s*(?<value>.+))$/;
  const { field: name, ref, absent, some, start, value } = form.exec(text)?.groups ?? {};
  if (name === undefined) throw raise('LEGS_CONDITION_UNREADABLE', { word: text, hint: '' }, place);
  const field = parseField(name, message, place);
  if (ref !== undefined) return { text, field, test: 'as in', ref: ref.trim() };
  if (absent !== undefined) return { text, field, test: 'absent' };
  if (value !== undefined && isResponse(field)) return response(text, field, value, place);
  if (field.item === undefined)
    throw raise('LEGS_CONDITION_UNREADABLE', { word: text, hint: '; name an item of the block' }, place);
  if (some !== undefined) return { text, field, test: 'one of', values: list(some, /,| or /) };
  if (start !== undefined) return { text, field, test: 'starts with', values: list(start, /$^/) };
  return { text, field, test: 'one of', values: list(value!, /$^/) };
}

/**
 * Reads conditions joined by `;`: `B070 appointmentScenario = COS; B013 = as in IF-002; R0 = R, REG1031`. With the message
 * at hand only its blocks are looked through. `place` goes into the errors: `row 3`.
 */
export function parseConditions(text: string, message?: MessageName, place?: string): Condition[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => parseOne(part, message, place));
}
