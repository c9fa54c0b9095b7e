import {
  allEvents,
  eventDefinition,
  looksOffDip,
  messageLabel,
  type MessageName,
  parseMessageLabel,
} from '../catalogue';
import { conversationErrors, errorsOf, nearest } from '../errors';
import { parseConditions } from './parse-conditions';
import { parseOffDipRow } from './parse-off-dip';
import { parseOrder } from './parse-order';
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

function parseRow(row: LegRow, index: number): ExpectedLeg {
  const id = (row['#'] ?? row[''] ?? '').trim() || String(index + 1);
  const place = `row ${id}`;
  if (id === '-' || looksOffDip(row.message)) return parseOffDipRow(id, row, place);
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
  };
}

/**
 * Reads the rows of a table of legs. Throws a QualifyError (configuration) that names the row and the nearest known name:
 * unknown position, message, block or item, an `after` or `as in` of a row that is not there, a number used twice.
 */
export function parseLegs(rows: LegRow[]): ExpectedLeg[] {
  const legs = rows.map(parseRow);
  const numbered = legs.filter((leg) => leg.id !== '-');
  const ids = numbered.map((leg) => leg.id);
  // Only a message has content that another can be compared with.
  const messages = numbered.filter((leg) => !leg.offDip).map((leg) => leg.id);
  for (const leg of legs) {
    if (ids.indexOf(leg.id) !== numbered.indexOf(leg)) throw raise('LEGS_ROW_TWICE', { word: leg.id }, `row ${leg.id}`);
    for (const ref of leg.after) checkReference(ref, leg, ids);
    for (const condition of leg.conditions)
      if (condition.test === 'as in') checkReference(condition.ref, leg, messages);
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
