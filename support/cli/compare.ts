import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { cliErrors, errorsOf } from '../errors';
import {
  compare,
  comparisonPage,
  comparisonSections,
  comparisonText,
  hasRegression,
  readSide,
  type Comparison,
} from '../evidence';
import { sectionLines, sectionMarkdown } from './coverage-print';
import type { Done } from './lazily';
import { print, say } from './output';
import { subjectOrPack } from './subject-argument';
import { fitted, printed as pc } from './terminal';

const raise = errorsOf(cliErrors);

const examples = `
A is what was before, B what is after. Exit code 1 when something broke: a scenario that is worse than before, or a
finding that fails the run and was not there.

Examples:
  qualify compare 20270210-100000-PIT-a1b2 latest
  qualify compare pit-cycle-1 pit-cycle-2 --out compared.html`;

interface Flags {
  json?: boolean;
  out?: string;
  reports: string;
}

/** `qualify compare`: what broke between two runs or campaigns, and what else differs. */
export function compareCommand(command: Command, done: Done): void {
  command
    .argument('<a>', 'before: a run, a campaign or a pack')
    .argument('<b>', 'after: a run, a campaign or a pack')
    .option('--json', 'print JSON')
    .option('--out <file>', 'write a page, .html or .md, instead of printing')
    .option('--reports <dir>', 'folder of the runs', 'reports')
    .addHelpText('after', examples)
    .action(async (a: string, b: string, flags: Flags) => {
      const render = flags.out === undefined ? undefined : rendererOf(flags.out);
      const reports = resolve(flags.reports);
      const [before, after] = [a, b].map((text) => subjectOrPack(text, { reports })) as [string, string];
      const comparison = compare(await readSide(before), await readSide(after));
      if (flags.out !== undefined && render) write(flags.out, render(comparison));
      if (flags.json) print(JSON.stringify({ schema: 1, ...comparison }, null, 2));
      else if (flags.out === undefined) print(asText(comparison).join('\n'));
      say(comparisonText(comparison));
      done(hasRegression(comparison) ? 1 : 0);
    });
}

function rendererOf(file: string): (comparison: Comparison) => string {
  if (file.endsWith('.html')) return comparisonPage;
  if (file.endsWith('.md')) return (comparison) => `${asMarkdown(comparison).join('\n')}\n`;
  const values = {
    option: '--out',
    value: file,
    problem: 'it is a file that ends in .html or .md',
    command: 'compare',
  };
  throw raise('OPTION_WRONG', values, '--out');
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const values = { option: '--out', value: file, problem: (error as Error).message, command: 'compare' };
    throw raise('OPTION_WRONG', values, resolve(file));
  }
  print(resolve(file));
}

function notesOf({ a, b }: Comparison): string[] {
  return [a, b].flatMap(({ name, notes }) => notes.map((note) => fitted(`${name}: ${note}`)));
}

function asText(comparison: Comparison): string[] {
  const { a, b } = comparison;
  const sections = comparisonSections(comparison);
  return [
    `${pc.bold('Compared')} ${fitted(a.name)} (before) and ${fitted(b.name)} (after)`,
    ...notesOf(comparison).map((note) => pc.yellow(`! ${note}`)),
    ...(sections.length === 0 ? ['No difference.'] : sections.flatMap(sectionLines)),
  ];
}

function asMarkdown(comparison: Comparison): string[] {
  const { a, b } = comparison;
  const sections = comparisonSections(comparison);
  return [
    `# ${fitted(a.name)} and ${fitted(b.name)} compared`,
    '',
    `${comparisonText(comparison)}.`,
    ...notesOf(comparison).flatMap((note) => ['', `> ${note}`]),
    ...(sections.length === 0 ? ['', 'No difference.'] : sections.flatMap(sectionMarkdown)),
  ];
}
