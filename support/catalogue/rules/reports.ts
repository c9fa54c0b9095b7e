import { settlementPeriodsOf } from '../half-hour';
import { instant } from '../time';
import { breach, type Rule, type RuleProblem } from './rule';

const inferred = { level: 'should', basis: 'inferred', assumption: 'report-periods-complete' } as const;

export const reportRules = {
  date: {
    id: 'date-exists',
    text: 'A date of a report exists in the calendar and is written YYYY-MM-DD.',
    code: 'RCP1022',
    level: 'must',
    basis: 'stated',
    source: 'DT-021: ISO 8601 date; the schema asks for ten characters only',
  },
  exists: {
    id: 'settlement-period-exists',
    text: 'A Settlement Period is one of the local Settlement Date: 1 to 48, to 46 or 50 when the clocks change.',
    code: 'RCP1023',
    level: 'must',
    basis: 'stated',
    source: 'DI-305, DI-307, DI-496: periods of the local day',
  },
  once: {
    id: 'settlement-period-once',
    text: 'A Settlement Period comes once in a list of a report.',
    code: 'RCP1023',
    ...inferred,
    source: 'DI-496: unique within the Settlement Date; that a list has each once is inferred',
  },
  all: {
    id: 'settlement-periods-of-a-whole-day',
    text: 'A list of a report that speaks of a whole Settlement Date has all its Settlement Periods.',
    code: 'RCP1021',
    ...inferred,
    source: 'DI-496; which lists speak of a whole day is inferred',
  },
} as const satisfies Record<string, Rule>;

type Row = Record<string, unknown>;

// Lists of one row for each period of the day; R022, R068 and R106 tell of some periods, or of several MPANs.
const wholeDay = /R(011|012|018|024|026|033)$/;
const dates =
  /^(settlementDate|taxPointDate|invoiceDate|invoiceDueDate|cancelledInvoiceDate|chargePeriod(Start|End)Date)$/;

const periodOf = (row: Row) => row.settlementPeriod ?? row.settlementPeriodID ?? row.SettlementPeriod;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const exists = (date: string) => date.length === 10 && instant(`${date}T00:00:00+00:00`) !== undefined;

/** What is wrong with an unpacked report beyond its schema. The Settlement Date of REP-901 is UTC, without periods. */
export function reportProblems(report: unknown): RuleProblem[] {
  const found: RuleProblem[] = [];
  const counts = new Map<string, number>();
  const periodsOf = (date: string) => {
    if (!counts.has(date)) counts.set(date, settlementPeriodsOf(date));
    return counts.get(date)!;
  };
  const walk = (row: Row, path: string, above: string | undefined): void => {
    const own = isRow(row.R002) ? row.R002.settlementDate : row.settlementDate;
    const date = typeof own === 'string' && exists(own) ? own : above;
    for (const [key, value] of Object.entries(row)) {
      const at = path ? `${path}.${key}` : key;
      if (typeof value === 'string' && dates.test(key) && !exists(value)) {
        found.push(breach(reportRules.date, at, `expected a date YYYY-MM-DD that exists, got "${value}"`));
      } else if (Array.isArray(value)) {
        const rows = value.filter(isRow);
        judgeList(rows, key, at, date, periodsOf, found);
        for (const [i, inner] of rows.entries()) walk(inner, `${at}[${i}]`, date);
      } else if (isRow(value)) walk(value, at, date);
    }
  };
  if (isRow(report)) walk(report, '', undefined);
  return found;
}

/** Judges one list whose rows name a Settlement Period; rows may bring a Settlement Date of their own. */
function judgeList(
  rows: readonly Row[],
  list: string,
  path: string,
  above: string | undefined,
  periodsOf: (date: string) => number,
  found: RuleProblem[],
): void {
  const seen = new Map<string, Set<unknown>>();
  for (const [i, row] of rows.entries()) {
    const period = periodOf(row);
    const date = typeof row.settlementDate === 'string' && exists(row.settlementDate) ? row.settlementDate : above;
    if (typeof period !== 'number' || date === undefined) continue;
    const periods = periodsOf(date);
    const at = `${path}[${i}]`;
    if (period > periods) {
      found.push(
        breach(reportRules.exists, at, `expected a Settlement Period from 1 to ${periods} of ${date}, got ${period}`),
      );
    }
    if (!wholeDay.test(list)) continue;
    const those = seen.get(date) ?? new Set();
    if (those.has(period))
      found.push(breach(reportRules.once, at, `expected each Settlement Period once, got ${period} again`));
    seen.set(date, those.add(period));
  }
  for (const [date, those] of seen) {
    const missing = Array.from({ length: periodsOf(date) }, (_, i) => i + 1).filter((period) => !those.has(period));
    if (missing.length === 0) continue;
    const text = `expected ${periodsOf(date)} Settlement Periods of ${date}, got none of ${missing.slice(0, 5).join(', ')}`;
    found.push(breach(reportRules.all, path, missing.length > 5 ? `${text} …` : text));
  }
}
