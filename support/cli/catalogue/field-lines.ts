import type { Field } from '../../catalogue';
import { printed as pc } from '../terminal';

const mostValues = 60;

/** A key with its number, its type in words and its values, and the keys inside. */
export function fieldLines(field: Field, indent = '  '): string[] {
  const { name, numbers, required, open } = field;
  const marks = [numbers.join(' or '), typeOf(field), required ? '' : 'optional', open ? 'further keys pass' : ''];
  const said = marks.filter(Boolean).join(', ');
  const head = `${indent}${required ? pc.bold(name) : name}${said && `  ${pc.dim(said)}`}`;
  const inner = `${indent}  `;
  return [head, ...valueLines(field, inner), ...(field.fields ?? []).flatMap((one) => fieldLines(one, inner))];
}

function typeOf({ words, nullable, list, fields }: Field): string {
  const one = fields ? '' : `${words}${nullable ? ', or null' : ''}`;
  if (!list) return one;
  const limits = [
    list.min === undefined ? '' : `at least ${list.min}`,
    list.max === undefined ? '' : `at most ${list.max}`,
  ].filter(Boolean);
  const size = limits.length > 0 ? ` of ${limits.join(' and ')}` : '';
  return `a list${size}${list.nullable ? ', or null' : ''}${one && `; each: ${one}`}`;
}

/** Values with their meanings, one to a line; values alone on one. */
function valueLines({ values }: Field, indent: string): string[] {
  const all = Object.entries(values ?? {});
  if (all.length === 0) return [];
  if (all.every(([, meaning]) => meaning === '')) return [`${indent}${pc.dim(all.map(([value]) => value).join(', '))}`];
  const width = Math.max(...all.map(([value]) => value.length));
  const lines = all
    .slice(0, mostValues)
    .map(([value, meaning]) => `${indent}${value.padEnd(width)}  ${pc.dim(meaning)}`);
  return all.length > mostValues ? [...lines, `${indent}${pc.dim(`and ${all.length - mostValues} more`)}`] : lines;
}
