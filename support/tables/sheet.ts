/** How a cell is coloured in a workbook. */
export type Tone = 'good' | 'bad' | 'unsure';

/** A value of a table; times stand as ISO text. */
export type Cell = string | number | { text: string; tone: Tone };

/** One table: a row of headings, then rows of as many cells. */
export interface Sheet {
  /** Name of the sheet: at most 31 characters, none of `[]:*?/\`. */
  name: string;
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Width of each column in characters; 14 where none is given. */
  widths?: readonly number[];
}

/** What stands in a cell, as text. */
export const cellText = (cell: Cell): string => (typeof cell === 'object' ? cell.text : String(cell));
