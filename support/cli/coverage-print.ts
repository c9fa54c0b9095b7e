import type { Section } from './coverage-section';
import { fitted, printed as pc } from './terminal';

const widest = 120;

/** A section as columns; the last one goes on below itself where it is long. */
export function sectionLines(section: Section): string[] {
  const { title, rows, total } = section;
  const lines = section.stacked ? stackedLines(section) : columnLines(section);
  return ['', pc.bold(title), ...(rows.length > 0 ? lines : []), total];
}

function columnLines({ head, rows }: Section): string[] {
  const cells = [head, ...rows].map((row) => row.map((cell) => fitted(cell)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const indent = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 2);
  return cells.flatMap((row, index) => {
    const first = row.slice(0, -1).map((cell, column) => cell.padEnd(widths[column]! + 2));
    const [last = '', ...more] = wrapped(row.at(-1)!, Math.max(40, widest - indent));
    const lines = [`  ${first.join('')}${last}`.trimEnd(), ...more.map((text) => `${' '.repeat(indent)}${text}`)];
    return index === 0 ? lines.map((line) => pc.dim(line)) : lines;
  });
}

/** `SUP sends, 20: no scenario in the set names it`, and below it which. */
function stackedLines({ rows }: Section): string[] {
  return rows.flatMap((row) => {
    const [who = '', why = '', number = '', which = ''] = row.map((cell) => fitted(cell));
    return [`  ${who}, ${number}: ${why}`, ...wrapped(which, widest - 4).map((text) => `    ${pc.dim(text)}`)];
  });
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  // A label, IF-031 [MSApp], is not parted.
  for (const word of text.split(/ (?!\[)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const inCell = (text: string) => fitted(text).replace(/[\\|<>[\]*_`]/g, '\\$&');
const row = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;

/** A section as a Markdown table. */
export function sectionMarkdown({ title, head, rows, total }: Section): string[] {
  const table = [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row), ''];
  return ['', `## ${title}`, '', ...(rows.length > 0 ? table : []), `${total}.`];
}
