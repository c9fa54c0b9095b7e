import { cliErrors, errorsOf } from '../errors';

const raise = errorsOf(cliErrors);

/** The value of an option that takes a number from 1 on; undefined where it was not given. OPTION_WRONG. */
export function numberOf(command: string, option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw raise('OPTION_WRONG', { option, value: text, problem: `it is a number from 1 to ${most}`, command }, option);
}
