import type { QualifyError } from '../errors';
import { createFooter } from './footer';
import { pc } from './terminal';

/** The line at the bottom of the terminal while something goes on. */
export const footer = createFooter((text) => void process.stderr.write(text));

/** Text for people goes to stderr, results to stdout. */
export function say(text = ''): void {
  footer.above(`${text}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** An error of the user's or of the run on one screen: code, what, where, next. */
export function sayError({
  code,
  kind,
  message,
  place,
  fix,
}: Pick<QualifyError, 'code' | 'kind' | 'message' | 'fix'> & { place?: string | null }): void {
  say(`${pc.red(pc.bold(code))} ${pc.dim(`(${kind})`)}`);
  for (const line of message.split('\n')) say(`  ${line}`);
  if (place) say(`  ${pc.dim('at  ')} ${place}`);
  if (fix) say(`  ${pc.dim('next')} ${fix}`);
}

/** Seconds with one decimal: `1.4 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** `1 error`, `2 errors`. */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
