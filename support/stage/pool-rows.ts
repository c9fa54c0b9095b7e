import { z } from 'zod';
import { errorsOf, nearest, poolErrors, type QualifyError } from '../errors';
import { readCsv, type CsvRecord } from '../tables';
import { columnHelp, mpanShape, type MpanColumn, type TestMpan } from './pool-kind';
import { together } from './pool-problems';

const raise = errorsOf(poolErrors);

/** An MPAN of a pool file, with its line. */
export interface PoolRow extends TestMpan {
  line: number;
}

/** One MPAN as YAML and CSV give it. */
export const mpanSchema = z
  .strictObject(mpanShape)
  .refine(({ scenario, label }) => (scenario === undefined) === (label === undefined), {
    path: ['label'],
    error: 'expected scenario and label together',
  });

const columns = Object.keys(mpanShape) as MpanColumn[];
const needed = columns.filter((column) => !mpanShape[column].safeParse(undefined).success);

/**
 * Reads a pool of one MPAN to a row: a header row that names the columns in any order, and no column that is unknown.
 * QualifyErrors POOL_CSV_WRONG, POOL_ROW_WRONG, POOL_FILE_WRONG.
 */
export function csvRows(text: string, file: string): PoolRow[] {
  const refuse = (line: number, problem: string, fix: string) =>
    raise('POOL_CSV_WRONG', { problem, fix }, `${file}:${line}`);
  if (/[\0\uFFFD]/.test(text)) throw refuse(1, 'it is not UTF-8 text', 'Save it as "CSV UTF-8".');
  const reading = readCsv(text);
  if (!reading.ok) throw refuse(reading.line, reading.problem, 'Close every quote, and double a quote inside quotes.');
  const [header, ...records] = reading.records;
  if (!header) throw refuse(1, 'it is empty', `Begin with a header row: ${needed.join(',')}.`);
  const names = columnsOf(header, (problem, fix) => refuse(header.line, problem, fix));
  if (records.length === 0) throw refuse(header.line, 'it has a header row only', 'Add a row for each MPAN.');

  const problems: QualifyError[] = [];
  const rows = records.flatMap((record) => {
    const { line, cells } = record;
    if (cells.length !== names.length) {
      const problem = `line ${line} has ${cells.length} cells, the header row has ${names.length}`;
      problems.push(
        refuse(line, problem, 'Give every row as many cells as the header row; quote a cell with a comma.'),
      );
      return [];
    }
    const filled = names.flatMap((name, index) => (cells[index] === '' ? [] : [[name, cells[index]!] as const]));
    const given = Object.fromEntries(filled) as Partial<Record<MpanColumn, string>>;
    const parsed = mpanSchema.safeParse(given);
    if (parsed.success) return [{ ...parsed.data, line }];
    problems.push(...parsed.error.issues.map((issue) => rowProblem(issue, given, file, line)));
    return [];
  });
  if (problems.length > 0) throw together(problems);
  return rows;
}

function rowProblem(
  { path, message }: z.core.$ZodIssue,
  given: Partial<Record<MpanColumn, string>>,
  file: string,
  line: number,
): QualifyError {
  const column = path[0] as MpanColumn;
  const value = given[column] === undefined ? 'nothing' : `"${given[column].slice(0, 60)}"`;
  return raise(
    'POOL_ROW_WRONG',
    { line, column, expected: message, value, fix: columnHelp[column] },
    `${file}:${line}`,
  );
}

const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');

/** The columns by place. `meter_kind` and `Meter Kind` are meterKind. */
function columnsOf({ cells }: CsvRecord, refuse: (problem: string, fix: string) => QualifyError): MpanColumn[] {
  const names = cells.map((cell) => {
    const column = columns.find((one) => plain(one) === plain(cell));
    if (column) return column;
    const near = nearest(plain(cell), columns);
    const hint = near ? `Did you mean ${near}? ` : '';
    throw refuse(`there is no column "${cell}"`, `${hint}Columns are ${columns.join(', ')}.`);
  });
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw refuse(`the column ${twice} stands twice`, 'Take one of the two away.');
  const lacking = needed.filter((name) => !names.includes(name));
  if (lacking.length === 0) return names;
  throw refuse(`the header row lacks ${lacking.join(', ')}`, `Every file has ${needed.join(', ')}.`);
}
