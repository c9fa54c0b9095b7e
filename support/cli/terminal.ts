import { createColors } from 'picocolors';

type Environment = Record<string, string | undefined>;
type Stream = { isTTY?: boolean };

const isSet = (value: string | undefined) => value !== undefined && !['', '0', 'false'].includes(value);

/** Whether text on a stream is coloured. NO_COLOR wins over FORCE_COLOR, and that over what the stream is. */
export function wantsColour(stream: Stream, env: Environment): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return isSet(env.FORCE_COLOR);
  return wantsLive(stream, env);
}

/** Whether a line of a stream may be redrawn: on a terminal with a person before it. */
export function wantsLive(stream: Stream, env: Environment): boolean {
  return stream.isTTY === true && env.TERM !== 'dumb' && !isSet(env.CI);
}

/** Colours of text for people, which goes to stderr. */
export const pc = createColors(wantsColour(process.stderr, process.env));

/** Colours of results, which go to stdout. */
export const printed = createColors(wantsColour(process.stdout, process.env));

/** Text on one line of at most so many columns, an ellipsis where it was cut, nothing that steers a terminal. */
export function fitted(text: string, columns = Infinity): string {
  const shown = [...text.replace(/[\t\r\n]+/g, ' ').replace(/\p{Cc}/gu, '\ufffd')];
  if (shown.length <= columns) return shown.join('');
  return columns < 1 ? '' : `${shown.slice(0, columns - 1).join('')}…`;
}
