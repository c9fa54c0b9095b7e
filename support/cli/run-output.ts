import { relative } from 'node:path';
import type { Verdicts } from '../verdict';
import { endingLines } from './ending';
import { say } from './output';
import { wantsLive } from './terminal';

/** What the run showed, and where to read more. */
export function sayEnd(
  verdicts: Verdicts,
  place: { summary: string; allure: string | null; allureProblem?: string; verdictMs: number },
): void {
  const shownPath = (file: string) => relative(process.cwd(), file) || file;
  const ending = { ...place, summary: shownPath(place.summary), allure: place.allure && shownPath(place.allure) };
  const columns = wantsLive(process.stderr, process.env) ? process.stderr.columns || 80 : undefined;
  for (const line of endingLines(verdicts, ending, columns)) say(line);
}
