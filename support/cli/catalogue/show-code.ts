import type { ResponseCode } from '../../catalogue';
import { printed as pc } from '../terminal';

/** A response code: what it says, and where it can come. */
export function codeLines({ code, text, family, meaning, layers, answers, basis, confidence }: ResponseCode): string[] {
  const requests = answers.map(({ request, reply }) => `  ${request} ${pc.dim('answered by')} ${reply}`);
  return [
    `${pc.bold(code)}  ${text}`,
    ...(meaning === undefined ? [] : [meaning]),
    `${pc.dim('of')} ${family}`,
    ...(layers.length > 0 ? [`${pc.dim('layer')} ${layers.join(', ')}`] : []),
    ...(requests.length > 0 ? [`${pc.dim('can answer')} ${pc.dim(`(${basis})`)}`, ...requests] : []),
    pc.dim(`How sure it is that this code and no other is the answer: ${confidence}`),
  ];
}
