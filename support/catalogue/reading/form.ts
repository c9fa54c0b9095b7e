import { parseJson } from './parse-json';

/** One JSON text, of a message or a list of them; or a message on each line. */
export type Form = 'document' | 'lines';

const linesOf = (head: Buffer) =>
  head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim());

/** Whether a line is JSON by itself, whatever else may be wrong with it. */
function isWhole(line: string): boolean {
  if (!line.startsWith('{')) return false;
  const parsed = parseJson(line);
  return parsed.ok || !['JSON_NOT_VALID', 'JSON_CUT_OFF'].includes(parsed.problem.code);
}

/** Whether the beginning of a file shows its form: its first two lines that are not blank are there. */
export function showsForm(head: Buffer): boolean {
  const lines = linesOf(head);
  return lines.slice(0, -1).filter((line) => line !== '').length > 1;
}

/** The form of a file, by its beginning. One line may be broken, or be the first of a message over several lines. */
export function formOf(head: Buffer): Form {
  const [first = '', second = ''] = linesOf(head).filter((line) => line !== '');
  if (isWhole(first)) return 'lines';
  const goesOn = /[,:{[]$/.test(first) || first.startsWith('[');
  return !goesOn && isWhole(second) ? 'lines' : 'document';
}
