import { allEvents, eventDefinition, messageLabel, type MessageName, parseMessageLabel } from '../catalogue';
import { conversationErrors, errorsOf, nearest } from '../errors';
import { parseConditions } from './parse-conditions';
import { parsePosition } from './positions';
import type { ExpectedLeg, LegRow } from './types';

const raise = errorsOf(conversationErrors);
const near = (word: string, candidates: readonly string[]) => {
  const found = nearest(word, candidates);
  return found ? `; did you mean "${found}"?` : '';
};

/** Reads `IF-031 [MSApp]`; a QualifyError with the nearest message where there is none. */
export function parseMessage(text: string, place?: string): MessageName {
  const name = parseMessageLabel(text);
  if (name && eventDefinition(name.interface, name.event)) return name;
  const labels = allEvents().map(messageLabel);
  throw raise('LEGS_MESSAGE_UNKNOWN', { word: text.trim(), hint: near(text.trim(), labels) }, place);
}

const offDip = (id: string, row: LegRow): ExpectedLeg => ({
  id,
  from: row.from.trim(),
  to: row.to.split(',').map((t) => t.trim()),
  message: { interface: row.message.trim(), event: '' },
  after: [],
  conditions: [],
  offDip: true,
});

function parseOrder(text: string | undefined, place: string): string[] {
  if (!text?.trim()) return [];
  const rows = /^after\s+(.+)$/.exec(text.trim())?.[1];
  if (rows === undefined) {
    const values = { column: 'order', word: text.trim(), expected: '`after` and the number of a row', hint: '' };
    throw raise('LEGS_COLUMN_WRONG', values, place);
  }
  return rows.split(/,| and /).map((row) => row.trim());
}

function parseRow(row: LegRow, index: number): ExpectedLeg {
  const id = (row['#'] ?? row[''] ?? '').trim() || String(index + 1);
  if (id === '-') return offDip(id, row);
  const place = `row ${id}`;
  const message = parseMessage(row.message, place);
  const level = row.level?.trim() || undefined;
  if (level !== undefined && level !== 'must' && level !== 'should') {
    const values = {
      column: 'level',
      word: level,
      expected: '`must` or `should`',
      hint: near(level, ['must', 'should']),
    };
    throw raise('LEGS_COLUMN_WRONG', values, place);
  }
  return {
    id,
    from: parsePosition(row.from, place),
    to: row.to.split(',').map((position) => parsePosition(position, place)),
    message,
    after: parseOrder(row.order, place),
    conditions: parseConditions(row.with ?? '', message, place),
    ...(level && { level }),
    ...(row.within?.trim() && { within: row.within.trim() }),
    offDip: false,
  };
}

/**
 * Reads the rows of a table of legs. Throws a QualifyError (configuration) that names the row and the nearest known name:
 * unknown position, message, block or item, an `after` or `as in` of a row that is not there, a number used twice.
 */
export function parseLegs(rows: LegRow[]): ExpectedLeg[] {
  const legs = rows.map(parseRow);
  const ids = legs.filter((leg) => !leg.offDip).map((leg) => leg.id);
  for (const [i, leg] of legs.entries()) {
    if (leg.offDip) continue;
    if (legs.findIndex((other) => other.id === leg.id) !== i)
      throw raise('LEGS_ROW_TWICE', { word: leg.id }, `row ${leg.id}`);
    for (const ref of [...leg.after, ...leg.conditions.flatMap((c) => (c.test === 'as in' ? [c.ref] : []))])
      checkReference(ref, leg, ids);
  }
  return legs;
}

function checkReference(ref: string, leg: ExpectedLeg, ids: string[]): void {
  const place = `row ${leg.id}`;
  if (ids.includes(ref)) {
    if (ref !== leg.id) return;
    throw raise('LEGS_ROW_UNKNOWN', { word: ref, hint: ': it is the row itself', known: ids.join(', ') }, place);
  }
  if (!leg.after.includes(ref) && /^IF-\d{3}$/.test(ref) && allEvents().some((e) => e.interface === ref)) return;
  if (!leg.after.includes(ref) && /^IF-/.test(ref)) return void parseMessage(ref, place);
  throw raise('LEGS_ROW_UNKNOWN', { word: ref, hint: near(ref, ids), known: ids.join(', ') }, place);
}
