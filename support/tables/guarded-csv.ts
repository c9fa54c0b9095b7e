import { writeCsv } from './csv';
import { cellText, type Sheet } from './sheet';

/**
 * A cell that a spreadsheet shows and does not execute: before `=`, `+`, `-`, `@`, and what is taken for one of them
 * (full-width forms, and such signs behind space or control characters), stands an apostrophe.
 */
export function unexecuted(cell: string): string {
  return /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

/** A table as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, no cell that is executed. */
export function guardedCsv({ header, rows }: Pick<Sheet, 'header' | 'rows'>): string {
  const text = [header, ...rows].map((row) => row.map((cell) => unexecuted(cellText(cell).replace(/\r\n?/g, '\n'))));
  // Line ends within a cell stay LF: what ends a record is CRLF, as RFC 4180 has it.
  return `\uFEFF${text.map((row) => writeCsv([row]).replace(/\n$/, '\r\n')).join('')}`;
}
