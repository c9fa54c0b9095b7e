import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { stringify } from 'yaml';
import { kindText, mpansNeeded } from '../doctor';
import { cliErrors, errorsOf, poolErrors, sessionErrors } from '../errors';
import { stateFolder } from '../session';
import { spentAnywhere } from '../stage';
import { writeCsv } from '../tables';
import type { Done } from './lazily';
import { counted, print, say } from './output';
import { poolForSelection, toLoad, type MpanToLoad } from './pool-chosen';
import { withSelection, type SelectionFlags } from './selection';

const raise = errorsOf({ ...poolErrors, ...cliErrors, ...sessionErrors });

const examples = `
Each row is an MPAN that a scenario needs, as it must be before the scenario begins: its kind, its supplier, services and
network by DIP ID, and since when. What a run has spent, of whichever pool, is left out. The file is itself a pool: named
as "pool:" in the profile, it gives each scenario the very MPAN that was loaded for it.

Examples:
  qualify pool export --participant my-system/participant.yaml --file to-load.csv
  qualify pool export --role REGS --process BP001 --format yaml`;

interface ExportFlags extends SelectionFlags {
  file?: string;
  format?: 'csv' | 'yaml';
}

/** `qualify pool export`: what the user's system must hold. Overwrites nothing. */
export function poolExportCommand(command: Command, done: Done): void {
  withSelection(command)
    .option('--file <file>', 'file to write; default: standard output')
    .addOption(new Option('--format <format>', 'default: by the ending of the file, else csv').choices(['csv', 'yaml']))
    .addHelpText('after', examples)
    .action(async (flags: ExportFlags) => {
      const format = formatOf(flags);
      const without = spentAnywhere(stateFolder(process.cwd()));
      const { pool, source, assigned } = await poolForSelection(flags, { without });
      const today = new Date();
      const rows = assigned.flatMap((one) => toLoad(one, today) ?? []);
      if (rows.length < assigned.length) {
        const short = mpansNeeded(assigned, pool).filter(({ missing }) => missing > 0);
        const list = short.map(({ kind, needed, missing }) => `  ${kind}: ${needed} needed, ${missing} missing`);
        throw raise('POOL_EXPORT_SHORT', { list: list.join('\n') }, source.file);
      }
      const text = format === 'csv' ? csvOf(rows) : yamlOf(rows);
      if (flags.file === undefined) print(text.trimEnd());
      else await save(resolve(flags.file), text);
      const kinds = new Set(assigned.map(({ kind }) => kindText(kind))).size;
      const scenarios = new Set(assigned.map(({ scenario }) => scenario)).size;
      say(`${counted(rows.length, 'MPAN')} of ${counted(kinds, 'kind')} for ${counted(scenarios, 'scenario')}`);
      if (flags.file !== undefined) say('Load them into your system, and name the file as "pool:" in the profile.');
      done(0);
    });
}

function formatOf({ file, format }: ExportFlags): 'csv' | 'yaml' {
  if (file === undefined) return format ?? 'csv';
  const byEnding = /\.ya?ml$/i.test(file) ? 'yaml' : /\.csv$/i.test(file) ? 'csv' : undefined;
  if (byEnding && (format ?? byEnding) === byEnding) return byEnding;
  const problem = byEnding
    ? `a file that ends like this is read as ${byEnding}`
    : 'it ends neither in .csv nor in .yaml';
  throw raise('OPTION_WRONG', { option: '--file', value: file, problem, command: 'pool export' }, '--file');
}

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw raise('POOL_EXPORT_EXISTS', {}, file);
    throw raise('FOLDER_NOT_WRITABLE', { problem: message }, file);
  }
}

/** What few MPANs have: columns only where one does. */
const special = ['retriever', 'registration', 'linkedTo', 'relatedTo'] as const;

function csvOf(rows: readonly MpanToLoad[]): string {
  const columns = [
    ...(['scenario', 'label', 'mpan', 'segment', 'meterKind', 'energyDirection', 'energisation', 'gspGroup'] as const),
    ...(['supplier', 'meteringService', 'dataService', 'distributor', 'since', 'meterId'] as const),
    ...special.filter((column) => rows.some((row) => row[column] !== undefined)),
  ];
  return writeCsv([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}

function yamlOf(rows: readonly MpanToLoad[]): string {
  const mpans = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)));
  return `# MPANs that the system under test must hold, and which scenario gets which.\n${stringify({ schema: 1, remember: true, mpans })}`;
}
