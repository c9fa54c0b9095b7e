import { isRole, type Message } from '../catalogue';
import { compareValue, differences, shown } from './compare';
import { boundAs } from './positions';
import type { Condition, Field, FieldResult } from './types';

/** Finds the messages that `as in` refers to. */
export interface Others {
  /** By number of a row, interface or label; undefined where it was not seen. */
  asIn(ref: string): Message | undefined;
}

/** The values of a field: none where it is absent, several in lists. */
export function valuesOf(message: Message, { block, item }: Field): unknown[] {
  const all = { ...message.CommonBlock, ...message.CustomBlock } as Record<string, unknown>;
  if (all[block] === undefined) return [];
  return item === undefined ? [all[block]] : valuesNamed(all[block], item);
}

function valuesNamed(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesNamed(one, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === name ? [one] : valuesNamed(one, name)));
}

const nameOf = ({ block, item }: Field) => (item === undefined ? block : `${block}.${item}`);
const joined = (found: unknown[]) => (found.length ? found.map(shown).join(', ') : 'absent');

/** Items that hold DIP IDs: those named so, and the lists of A0. */
const holdsDipIds = /DIPID$|Recipients$|^always$/;

/** A bare role code is a position in an item that holds a DIP ID, and itself elsewhere (S1 senderRoleID = SUP). */
function testValues(
  condition: Condition & { test: 'one of' | 'starts with' },
  all: unknown[],
  values: Record<string, string>,
) {
  const found = all.flat();
  const meant = condition.values.map((word) => {
    const name = isRole(word) && !holdsDipIds.test(condition.field.item ?? '') ? undefined : boundAs(word, values);
    return { text: name ? `${word} (${values[name]})` : shown(word), value: name ? values[name]! : word };
  });
  const tries = found.flatMap((actual) =>
    meant.map(({ value }) =>
      condition.test === 'one of' || /^x+$/.test(String(actual))
        ? compareValue(actual, value)
        : { ok: String(actual).startsWith(value), masked: false },
    ),
  );
  const best = tries.find((t) => t.ok && !t.masked) ?? tries.find((t) => t.ok);
  const prefix = condition.test === 'starts with' ? 'starts with ' : meant.length > 1 ? 'one of ' : '';
  const expected = prefix + meant.map((m) => m.text).join(', ');
  return [result(condition.field, expected, joined(found), best?.ok === true, best?.masked === true)];
}

function result(field: Field, expected: string, actual: string, ok: boolean, masked = false): FieldResult {
  return { field: nameOf(field), expected, actual, ok, ...(masked && { masked }) };
}

/** Blocks that hold an answer, each with the item that gives the reasons. */
export const answerItems: Readonly<Record<string, string>> = {
  R0: 'responseMessages',
  R1: 'responseMessages',
  B007: 'proposedAppointmentResponseCode',
  B066: 'responseMessage',
  B099: 'responseMessages',
};

function testResponse({ field, code, starts }: Condition & { test: 'response' }, message: Message): FieldResult[] {
  const codeField = { block: field.block, item: 'responseCode' };
  const results = testValues(
    { text: '', field: codeField, test: 'one of', values: [code] },
    valuesOf(message, codeField),
    {},
  );
  if (starts.length === 0) return results;
  const messages = { block: field.block, item: answerItems[field.block]! };
  const found = valuesOf(message, messages).flat();
  return [...results, ...testValues({ text: '', field: messages, test: 'starts with', values: starts }, found, {})];
}

function testAsIn({ field, ref }: Condition & { test: 'as in' }, message: Message, others: Others): FieldResult[] {
  const other = others.asIn(ref);
  const expected = other && single(valuesOf(other, field));
  const actual = single(valuesOf(message, field));
  if (!other)
    return [
      result(
        field,
        `as in ${ref}`,
        `${shown(actual)}; no ${/^\d+$/.test(ref) ? 'row ' : ''}${ref} to compare with was seen`,
        false,
      ),
    ];
  const leaves = differences(actual, expected, nameOf(field));
  const differing = leaves.filter((leaf) => !leaf.ok);
  if (differing.length)
    return differing.map((leaf) => ({
      field: leaf.path,
      expected: `${shown(leaf.expected)} as in ${ref}`,
      actual: shown(leaf.actual),
      ok: false,
    }));
  return [result(field, `as in ${ref}`, shown(actual), true, leaves.length > 0)];
}

const single = (found: unknown[]) => (found.length > 1 ? found : found[0]);

/**
 * Tests conditions on a message; one result for each condition, or for each field that differs. In a list one match is
 * enough. `values`: what names stand for, positions (DIP IDs) among them.
 */
export function testConditions(
  conditions: readonly Condition[],
  message: Message,
  others: Others,
  values: Record<string, string>,
): FieldResult[] {
  return conditions.flatMap((condition) => {
    const found = valuesOf(message, condition.field);
    if (condition.test === 'absent') return [result(condition.field, 'absent', joined(found), found.length === 0)];
    if (condition.test === 'as in') return testAsIn(condition, message, others);
    if (condition.test === 'response') return testResponse(condition, message);
    return testValues(condition, found, values);
  });
}

/** True when every condition holds. */
export function conditionsHold(...args: Parameters<typeof testConditions>): boolean {
  return testConditions(...args).every((r) => r.ok);
}
