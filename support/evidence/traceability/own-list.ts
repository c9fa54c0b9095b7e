import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorsOf, nearest, traceabilityErrors } from '../../errors';
import { readCsv, readXlsx, type CsvReading, type CsvRecord } from '../../tables';
import { grades } from '../../verdict';
import type { Grade } from './state';

const raise = errorsOf(traceabilityErrors);

/** Which column of the user's list holds what, by its heading. */
export interface OwnColumns {
  requirement: string;
  /** Official test case id; only the user knows it. */
  testCase: string;
  scenario: string;
  minimumGrade?: string | undefined;
}

/** Where the user's list of requirements is. */
export interface OwnListSource {
  /** CSV, or an Excel workbook where its name ends in .xlsx. */
  file: string;
  /** Sheet of a workbook; without: the first. */
  sheet?: string | undefined;
  columns: OwnColumns;
}

export interface OwnRow {
  /** Line of the CSV, row of the sheet. */
  line: number;
  requirement: string;
  testCase: string;
  /** Ids of ours that prove it; a cell may hold several, parted by comma, semicolon or line end. */
  scenarios: string[];
  minimumGrade: Grade | null;
}

export interface OwnList {
  /** Name of the file, without its folder. */
  file: string;
  rows: OwnRow[];
}

/**
 * Reads the user's own list of requirements. QualifyErrors OWN_LIST_UNREADABLE, OWN_LIST_COLUMN_MISSING,
 * OWN_LIST_GRADE_UNKNOWN, OWN_LIST_EMPTY, each with file and line.
 */
export async function readOwnList({ file, sheet, columns }: OwnListSource): Promise<OwnList> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const problem = error.code === 'ENOENT' ? 'it does not exist' : 'it cannot be opened';
    throw raise('OWN_LIST_UNREADABLE', { file, problem }, file);
  });
  const reading: CsvReading = /\.xlsx$/i.test(file) ? readXlsx(bytes, sheet) : readText(bytes);
  if (!reading.ok) throw raise('OWN_LIST_UNREADABLE', { file, problem: reading.problem }, `${file}:${reading.line}`);
  const [header, ...records] = reading.records;
  if (!header || records.length === 0) throw raise('OWN_LIST_EMPTY', { file }, file);
  const at = placesOf(header, columns, file);
  const rows = records.map((record) => rowOf(record, at, file)).filter(({ requirement }) => requirement !== '');
  if (rows.length === 0) throw raise('OWN_LIST_EMPTY', { file }, file);
  return { file: path.basename(file), rows };
}

const most = 10_000_000;

function readText(bytes: Buffer): CsvReading {
  if (bytes.length > most) return { ok: false, line: 1, problem: `it is larger than ${most / 1_000_000} MB` };
  const text = bytes.toString('utf8');
  if (/[\0\uFFFD]/.test(text)) return { ok: false, line: 1, problem: 'it is not UTF-8 text; save it as "CSV UTF-8"' };
  return readCsv(text);
}

type Places = Record<keyof OwnColumns, number | undefined>;

const plain = (heading: string) => heading.toLowerCase().replace(/[\s_-]+/g, '');

/** Where each column stands; the minimum grade may be absent unless the mapping names it. */
function placesOf(header: CsvRecord, columns: OwnColumns, file: string): Places {
  const place = (key: keyof OwnColumns): number | undefined => {
    const wanted = columns[key];
    if (wanted === undefined) return undefined;
    const found = header.cells.findIndex((heading) => plain(heading) === plain(wanted));
    if (found >= 0) return found;
    const near = nearest(wanted, header.cells);
    const known = header.cells.filter((heading) => heading !== '').join(', ');
    const hint = near === undefined ? '' : `Did you mean "${near}"? `;
    throw raise('OWN_LIST_COLUMN_MISSING', { file, key, wanted, known, hint }, `${file}:${header.line}`);
  };
  return {
    requirement: place('requirement'),
    testCase: place('testCase'),
    scenario: place('scenario'),
    minimumGrade: place('minimumGrade'),
  };
}

function rowOf({ line, cells }: CsvRecord, at: Places, file: string): OwnRow {
  const cell = (key: keyof OwnColumns): string => (at[key] === undefined ? '' : (cells[at[key]] ?? '').trim());
  const grade = cell('minimumGrade').toLowerCase();
  const known = grades.find((one) => one === grade);
  if (grade !== '' && known === undefined) {
    const values = { file, line, value: cell('minimumGrade'), known: grades.join(', ') };
    throw raise('OWN_LIST_GRADE_UNKNOWN', values, `${file}:${line}`);
  }
  const scenarios = cell('scenario')
    .split(/[,;\n]/)
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return { line, requirement: cell('requirement'), testCase: cell('testCase'), scenarios, minimumGrade: known ?? null };
}
