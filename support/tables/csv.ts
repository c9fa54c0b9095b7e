/** One record of a CSV file: its cells, and the line on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

export type CsvReading = { ok: true; records: CsvRecord[] } | { ok: false; line: number; problem: string };

/**
 * Reads CSV as RFC 4180 describes it: quoted cells may hold delimiters, line breaks and doubled quotes. A byte order
 * mark, any line ending, and `;` in place of `,` are taken. Empty lines are left out; space around a bare cell is not
 * part of it. A quote that is not closed, or stands inside a bare cell, is a problem with its line.
 */
export function readCsv(given: string): CsvReading {
  const text = given.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(text);
  const records: CsvRecord[] = [];
  const cell = new RegExp(
    `[^\\S\\r\\n]*(?:"([^"]*(?:""[^"]*)*)"[^\\S\\r\\n]*|([^"${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  let line = 1;
  let record: CsvRecord = { line, cells: [] };
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (!found) return { ok: false, line, problem: problemAt(text, at) };
    const [whole, quoted, bare = '', end] = found;
    record.cells.push(quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    at = cell.lastIndex;
    if (end === delimiter) continue;
    if (record.cells.some((one) => one !== '')) records.push(record);
    record = { line, cells: [] };
    if (end === '') break;
  }
  return { ok: true, records };
}

/** The delimiter that the header uses more often; what stands in quotes does not count. */
function delimiterOf(text: string): ',' | ';' {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

function problemAt(text: string, at: number): string {
  const rest = text.slice(at).trimStart();
  if (!rest.startsWith('"')) return 'a quote stands in the middle of a cell';
  return /^"[^"]*(?:""[^"]*)*"/.test(rest) ? 'something follows the closing quote of a cell' : 'a quote is not closed';
}

/** Records as CSV with `,` and line feeds; a cell that needs it is quoted. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}
