import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchDir } from '../testing';
import { readRegisters } from '.';

const root = path.resolve(__dirname, '../..');

export const bundled = path.join(root, 'fixtures/requirements');

/** A copy of the bundled registers in which one text of one file is another; the text must be there. */
export function changedCopy(file: string, from: string | RegExp, to: string): string {
  const dir = scratchDir();
  cpSync(bundled, dir, { recursive: true });
  const name = path.join(dir, file);
  const text = readFileSync(name, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
  writeFileSync(name, changed);
  return dir;
}

/** The registers of such a copy. */
export function changed(file: string, from: string | RegExp, to: string) {
  return readRegisters(changedCopy(file, from, to));
}

/** A text of an outline with what its examples put in, cell by cell. */
function filled(text: string): string {
  let head: string[] = [];
  const fillings = text.split('\n').flatMap((line) => {
    if (/^ *Examples:/.test(line)) head = ['Examples'];
    if (head.length === 0 || !/^ *\|/.test(line)) return [];
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (head[0] === 'Examples') head = cells;
    else return [cells.reduce((so, cell, i) => so.replaceAll(`<${head[i]}>`, cell), text)];
    return [];
  });
  return [text, ...fillings].join('\n');
}

/** Scenarios of the features as text, by id, each with its tables and examples; the background belongs to none. */
export function scenarioTexts(): Map<string, string> {
  const folder = path.join(root, 'features');
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith('.feature')) continue;
    const [, ...scenarios] = readFileSync(path.join(folder, name), 'utf8').split(/(?=^ *@MQ-)/m);
    for (const text of scenarios) texts.set(/@(MQ-[A-Z0-9]+-\d{3})/.exec(text)![1]!, filled(text));
  }
  return texts;
}
