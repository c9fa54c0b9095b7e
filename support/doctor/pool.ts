import { mpanCheckDigit } from '../catalogue';
import {
  holderFacts,
  holderPositions,
  type LoadedPool,
  type MpanRange,
  type PoolRow,
  type PoolSource,
  type ScenarioText,
} from '../stage';
import { finding, type Finding } from './finding';
import { assignMpans, kindText, mpansNeeded, type AssignedMpan, type Market, type MpanNeed } from './mpans';

const meterKinds: Record<MpanRange['segment'], readonly MpanRange['meterKind'][]> = {
  S: ['smart', 'traditional'],
  A: ['advanced'],
  U: ['none'],
};

export interface PoolExamined {
  /** Nothing was taken from it yet. */
  pool: LoadedPool;
  source: PoolSource;
  /** The selected scenarios. */
  scenarios: readonly ScenarioText[];
  /** Absent where it is not known who is who. */
  market?: Market;
}

/** Whether a pool holds MPANs, of sensible kinds, held by parties that there are, and enough of each. */
export function poolFindings({ pool, source, scenarios, market }: PoolExamined): Finding[] {
  const { file } = source;
  const at = (line: number) => `${file}:${line}`;
  const beyond = pool.ranges
    .filter(({ last }) => last.length !== 12)
    .map(({ first, last, line }) => finding('DOCTOR_POOL_NUMBER_WRONG', { first, last }, at(line)));
  const found = [...beyond, ...oddKinds(pool, at), ...checkDigits(pool.rows, at), ...used(pool, source)];
  // MPANs that count beyond twelve digits cannot be made.
  if (!market || beyond.length > 0) return found;
  const assigned = assignMpans(scenarios, pool, market);
  const short = mpansNeeded(assigned, pool)
    .filter(({ missing }) => missing > 0)
    .map((need) => lacking(need, assigned, file));
  return [...found, ...strangers(pool.rows, market, at), ...short];
}

function oddKinds({ ranges, rows }: LoadedPool, at: (line: number) => string): Finding[] {
  const isOdd = ({ segment, meterKind }: MpanRange | PoolRow) => !meterKinds[segment].includes(meterKind);
  const odd = (what: string, { segment, meterKind, line }: MpanRange | PoolRow) =>
    finding('DOCTOR_POOL_KIND_ODD', { what, segment, meterKind }, at(line));
  const ofRows = byKey(rows.filter(isOdd), ({ segment, meterKind }) => `${segment} ${meterKind}`);
  return [
    ...ranges.filter(isOdd).map((range) => odd(`The range that begins with ${range.first}`, range)),
    ...ofRows.map((same) => odd(`MPAN ${same[0]!.mpan}${andMore(same)}`, same[0]!)),
  ];
}

function checkDigits(rows: readonly PoolRow[], at: (line: number) => string): Finding[] {
  const wrong = rows.filter(({ mpan }) => !mpanCheckDigit(mpan));
  const [first] = wrong;
  if (!first) return [];
  return [finding('DOCTOR_MPAN_CHECK_DIGIT', { mpan: first.mpan, more: andMore(wrong) }, at(first.line))];
}

/** Who names the pool, where it is not the usual one. */
function used({ memory, count }: LoadedPool, { file, from, place }: PoolSource): Finding[] {
  if (from === 'environment' && !memory) return [];
  const { there, spent } = count({});
  const names = `the ${from === 'profile' ? 'profile' : 'environment file'} (${place})`;
  const kept = memory ? `${spent} of them spent in earlier runs` : 'all of them new in every run';
  return [finding('DOCTOR_POOL_USED', { file, names, there, kept }, file)];
}

/** Rows that name a supplier or service whom nobody is in this run, and so can go to no scenario. */
function strangers(rows: readonly PoolRow[], { parties }: Market, at: (line: number) => string): Finding[] {
  const known = new Set(parties.flatMap(({ dipId, mpid }) => [dipId, mpid]));
  const stated = rows.flatMap((row) =>
    holderFacts.flatMap((fact) => (row[fact] === undefined || known.has(row[fact]) ? [] : [{ row, fact }])),
  );
  return byKey(stated, ({ row, fact }) => `${fact} ${row[fact]}`).map((same) => {
    const { row, fact } = same[0]!;
    const values = { mpan: row.mpan, more: andMore(same), fact, holder: row[fact]! };
    return finding('DOCTOR_MPAN_HOLDER_UNKNOWN', values, at(row.line));
  });
}

function lacking(need: MpanNeed, assigned: readonly AssignedMpan[], file: string): Finding {
  const { kind, needed, left, missing, there, spent } = need;
  if (left < needed) return finding('DOCTOR_POOL_SHORT', { kind, needed, left, there, spent }, file);
  const without = assigned.find((one) => !one.mpan && kindText(one.kind) === kind)!;
  const values = { kind, needed, left, missing, scenario: without.scenario, label: without.label };
  return finding('DOCTOR_POOL_UNSUITED', { ...values, holders: holdersText(without) }, file);
}

function holdersText({ kind, supplier, positions }: AssignedMpan): string {
  const at = holderPositions(kind.segment ?? 'S', supplier);
  return holderFacts.map((fact) => `${fact} ${positions[at[fact]] ?? 'nobody'}`).join(', ');
}

const andMore = ({ length }: readonly unknown[]) => (length > 1 ? ` and ${length - 1} more` : '');

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const same = groups.get(keyOf(item));
    if (same) same.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
