import type { CsvReading, CsvRecord } from './csv';
import { xmlTokens } from './xml-tokens';
import { zipMembers, type Members } from './zip-members';

const most = { rows: 100_000, columns: 500 };

/**
 * The rows of a sheet of an Excel workbook, as text: of the sheet so named, else of the first. Of a formula what it was
 * last worked out to; nothing is executed. Rows without content are left out. A file beyond the bounds is a problem.
 */
export function readXlsx(bytes: Buffer, sheet?: string): CsvReading {
  try {
    const members = zipMembers(bytes);
    const xml = needed(members, sheetPath(members, sheet));
    return { ok: true, records: rowsOf(xml, sharedStrings(members)) };
  } catch (error) {
    return { ok: false, line: 1, problem: (error as Error).message };
  }
}

function needed(members: Members, name: string): string {
  const bytes = members(name);
  if (!bytes) throw new Error(`it is no Excel workbook (.xlsx): ${name} is missing`);
  return bytes.toString('utf8');
}

function sheetPath(members: Members, wanted: string | undefined): string {
  const sheets = opened(needed(members, 'xl/workbook.xml'), 'sheet');
  const chosen = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (!chosen) throw new Error(`it has no sheet "${wanted}"; it has ${sheets.map(({ name }) => name).join(', ')}`);
  const relations = opened(needed(members, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  const target = relations.find(({ Id }) => Id === chosen.id)?.Target ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The attributes of each element of a name. */
function opened(xml: string, name: string): Readonly<Record<string, string | undefined>>[] {
  return [...xmlTokens(xml)].flatMap((one) => (one.kind === 'open' && one.name === name ? [one.attributes] : []));
}

/** Strings that cells share; what says how they are pronounced is no part of them. */
function sharedStrings(members: Members): string[] {
  const bytes = members('xl/sharedStrings.xml');
  const strings: string[] = [];
  let inText = false;
  let aside = false;
  for (const one of bytes ? xmlTokens(bytes.toString('utf8')) : []) {
    if (one.kind === 'text') {
      if (inText && !aside) strings[strings.length - 1] += one.text;
    } else if (one.name === 'si' && one.kind === 'open') strings.push('');
    else if (one.name === 'rPh') aside = one.kind === 'open' && !one.empty;
    else if (one.name === 't') inText = one.kind === 'open' && !one.empty;
  }
  return strings;
}

function rowsOf(xml: string, strings: readonly string[]): CsvRecord[] {
  const records: CsvRecord[] = [];
  let row: CsvRecord = { line: 0, cells: [] };
  let cell: { type: string; column: number; text: string } | undefined;
  let reading = false;
  for (const one of xmlTokens(xml)) {
    if (one.kind === 'text') {
      if (reading && cell) cell.text += one.text;
    } else if (one.kind === 'open' && one.name === 'row') {
      row = { line: Number(one.attributes.r) || row.line + 1, cells: [] };
      if (records.push(row) > most.rows) throw new Error(`it has more than ${most.rows} rows`);
    } else if (one.kind === 'open' && one.name === 'c' && !one.empty) {
      cell = { type: one.attributes.t ?? 'n', column: columnOf(one.attributes.r) ?? row.cells.length, text: '' };
    } else if (one.name === 'v' || one.name === 't') {
      reading = one.kind === 'open' && !one.empty;
    } else if (one.kind === 'close' && one.name === 'c' && cell) {
      if (cell.column >= most.columns) throw new Error(`it has more than ${most.columns} columns`);
      while (row.cells.length < cell.column) row.cells.push('');
      row.cells[cell.column] = valueOf(cell, strings);
      cell = undefined;
    }
  }
  return records.filter(({ cells }) => cells.some((text) => text !== ''));
}

function valueOf({ type, text }: { type: string; text: string }, strings: readonly string[]): string {
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  // Spreadsheets write some characters as their code.
  const coded = type === 's' ? (strings[Number(text)] ?? '') : text;
  return coded.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).trim();
}

/** `B7` → 1; undefined where the cell does not say where it stands. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
