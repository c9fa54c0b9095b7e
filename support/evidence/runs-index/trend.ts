import { markup, type Markup } from '../markup';
import type { RunTotals } from './run-line';

/** Runs that a trend shows, the newest to the right. */
export const trendLength = 30;

/** What one run came to in one process or role; undefined where the run did not test it. */
export type Point = Record<'pass' | 'fail' | 'other', number> | undefined;

/** The points of one process or role over runs, the oldest first. */
export function pointsOf(runs: readonly RunTotals[], of: 'processes' | 'byRole', key: string): Point[] {
  return runs.map((run) => {
    const own = run[of][key];
    if (!own) return undefined;
    const { pass = 0, fail = 0 } = own;
    const other = (own.inconclusive ?? 0) + (own.waiting ?? 0) + (own['not-run'] ?? 0);
    return { pass, fail, other };
  });
}

const width = 7;
const height = 34;

/** Bars of passes, failures and the rest, one for each run; no script. */
export function trendSvg(points: readonly Point[], name: string): Markup {
  const most = Math.max(1, ...points.map((one) => (one ? one.pass + one.fail + one.other : 0)));
  const bars = points.map((one, index) => one && bar(one, index, most));
  return markup`<svg class="trend" role="img" aria-label="${name}: ${trendText(points)}" viewBox="0 0 ${points.length * width} ${height}" width="${points.length * width}" height="${height}"><path class="base" d="M0 ${height - 0.5}H${points.length * width}"/>${bars}</svg>`;
}

function bar({ pass, fail, other }: NonNullable<Point>, index: number, most: number): Markup[] {
  let top = height - 1;
  const parts = [
    ['pass', pass],
    ['other', other],
    ['fail', fail],
  ] as const;
  return parts
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => {
      const tall = Math.max(1, Math.round((n / most) * (height - 4)));
      top -= tall;
      return markup`<rect class="${kind}" x="${index * width + 1}" y="${top}" width="${width - 2}" height="${tall}"/>`;
    });
}

/** `14 of 14 passed in the last run that had it, 12 of 14 in the one before`. */
export function trendText(points: readonly Point[]): string {
  const [last, before] = points.filter((one) => one !== undefined).reverse();
  const text = ({ pass, fail, other }: NonNullable<Point>) => `${pass} of ${pass + fail + other}`;
  if (!last) return 'in no run';
  return `${text(last)} passed in the last run that had it${before ? `, ${text(before)} in the one before` : ''}`;
}
