import { conversationErrors, errorsOf } from '../errors';

const raise = errorsOf(conversationErrors);

/** Reads `after 1, 2 and 3`: the rows that come before. `place` goes into the error: `row 3`. */
export function parseOrder(text: string | undefined, place: string): string[] {
  if (!text?.trim()) return [];
  const rows = /^after\s+(.+)$/.exec(text.trim())?.[1];
  if (rows === undefined) {
    const values = { column: 'order', word: text.trim(), expected: '`after` and the number of a row', hint: '' };
    throw raise('LEGS_COLUMN_WRONG', values, place);
  }
  return rows.split(/,| and /).map((row) => row.trim());
}
