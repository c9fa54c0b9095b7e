import { eventDefinition, fieldsOf, isMasked, type Field, type Release } from '../../catalogue';
import type { Exchange } from './exchanged';
import { best, groupedBy, rolledUp } from './proof';
import type { Grade, Proof, Seen } from './types';

/** One value that an enumerated item may have. */
export interface ValueFact {
  value: string;
  meaning: string;
  grade: Grade | null;
  exchanged: number;
  sent: Proof;
  received: Proof;
}

/** An enumerated item of the messages that the participant sent or received. */
export interface ItemFact {
  item: string;
  values: ValueFact[];
}

interface ValueSeen extends Seen {
  item: string;
  value: string;
  direction: Exchange['direction'];
}

// The header says who sends what to whom, which the messages themselves are counted by.
const header = ['S0', 'S1', 'A0', 'D0'];

/** Every value of every enumerated item in the messages exchanged: those that came, and those that never did. */
export function valueFacts(exchanges: readonly Exchange[], release: Release): ItemFact[] {
  const known = new Map<string, Map<string, string>>();
  const seen: ValueSeen[] = [];
  for (const [, same] of groupedBy(exchanges, ({ label }) => label)) {
    const definition = eventDefinition(same[0]!.interface, same[0]!.event, release);
    if (!definition) continue;
    const fields = bodyFields(fieldsOf(release.jsonSchema(definition, 'egress')));
    for (const field of fields) remember(field, known);
    for (const { entry, direction, scenario, grade, why } of same) {
      const found = fields.flatMap((field) => valuesIn(field, at(entry.body, field.name)));
      seen.push(...found.map((one) => ({ ...one, direction, scenario, grade, why })));
    }
  }
  const byValue = groupedBy(seen, ({ item, value }) => `${item} ${value}`);
  return [...known]
    .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map(([item, values]) => ({
      item,
      values: [...values].map(([value, meaning]) => factOf(value, meaning, byValue.get(`${item} ${value}`) ?? [])),
    }));
}

function factOf(value: string, meaning: string, seen: readonly ValueSeen[]): ValueFact {
  const of = (way: Exchange['direction']) => rolledUp(seen.filter(({ direction }) => direction === way));
  const [sent, received] = [of('sent'), of('received')];
  return { value, meaning, grade: best([sent.grade, received.grade]), exchanged: seen.length, sent, received };
}

function bodyFields(fields: readonly Field[]): Field[] {
  return fields.map((field) => ({ ...field, fields: field.fields?.filter(({ name }) => !header.includes(name)) }));
}

/** The values that an item may have, in every message together; what stands for a hidden value is none. */
function remember(field: Field, known: Map<string, Map<string, string>>): void {
  for (const inner of field.fields ?? []) remember(inner, known);
  if (!field.values) return;
  const values = known.get(field.name) ?? new Map<string, string>();
  for (const [value, meaning] of Object.entries(field.values)) if (!isMasked(value)) values.set(value, meaning);
  known.set(field.name, values);
}

function valuesIn(field: Field, value: unknown): { item: string; value: string }[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesIn(field, one));
  if (field.fields) return field.fields.flatMap((inner) => valuesIn(inner, at(value, inner.name)));
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const counts = text !== undefined && field.values && Object.hasOwn(field.values, text) && !isMasked(text);
  return counts ? [{ item: field.name, value: text }] : [];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
