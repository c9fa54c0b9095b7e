import { errorsOf, poolErrors, type QualifyError } from '../errors';

const raise = errorsOf(poolErrors);
const mostShown = 10;

/** Several mistakes of one file as one error, whose cause holds each; a single one keeps its own code. */
export function together(problems: readonly QualifyError[]): QualifyError {
  const [first] = problems;
  if (problems.length === 1) return first!;
  const lines = problems.slice(0, mostShown).map(({ place, message }) => `  ${place}: ${message}`);
  const more = problems.length > mostShown ? [`  and ${problems.length - mostShown} more`] : [];
  const list = [...lines, ...more].join('\n');
  return raise('POOL_FILE_WRONG', { count: problems.length, list }, first!.place, problems);
}

interface Run {
  /** Twelve digits. */
  first: string;
  count: number;
  line: number;
}

/** Refuses a pool that would hand out one MPAN twice. QualifyErrors POOL_MPAN_TWICE, POOL_FILE_WRONG. */
export function refuseTwice(
  ranges: readonly Run[],
  rows: readonly { mpan: string; line: number }[],
  file: string,
): void {
  const problems: QualifyError[] = [];
  const twice = (mpan: string, first: string, second: string, line: number) =>
    problems.push(raise('POOL_MPAN_TWICE', { mpan, first, second }, `${file}:${line}`));
  const bounds = ranges.map((range) => ({
    ...range,
    from: Number(range.first),
    to: Number(range.first) + range.count,
  }));
  const named = ({ first, line }: Run) => `in the range that begins with ${first} (line ${line})`;
  for (const [index, own] of bounds.entries()) {
    const other = bounds.slice(0, index).find((range) => range.from < own.to && own.from < range.to);
    if (other) twice(`${Math.max(own.from, other.from)}…`, named(other), named(own), own.line);
  }
  const lines = new Map<string, number>();
  for (const { mpan, line } of rows) {
    const before = lines.get(mpan);
    if (before !== undefined) twice(mpan, `in line ${before}`, `in line ${line}`, line);
    else lines.set(mpan, line);
    const core = Number(mpan.slice(0, 12));
    const range = bounds.find(({ from, to }) => from <= core && core < to);
    if (range) twice(mpan, named(range), `in line ${line}`, line);
  }
  if (problems.length > 0) throw together(problems);
}
