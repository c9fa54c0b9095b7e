import { relative } from 'node:path';
import type { Command } from 'commander';
import type { Finding, Level } from '../doctor';
import { examineAll } from './examined';
import type { Done } from './lazily';
import { numberOf } from './number-option';
import { counted, print, say, seconds } from './output';
import { optionsOf, withSelection, type SelectionFlags } from './selection';
import { printed as pc } from './terminal';

interface DoctorFlags extends SelectionFlags {
  out?: string;
  dipPort?: string;
  json?: boolean;
}

/** `qualify doctor`: everything that can be wrong before a run. Exit code 2 when something would stop it. */
export function doctorCommand(command: Command, done: Done): void {
  withSelection(command)
    .option('--out <dir>', 'folder for the run folders; default: reports')
    .option('--dip-port <n>', 'port that the simulated DIP is to use')
    .option('--json', 'print JSON')
    .action(async (flags: DoctorFlags) => {
      const dipPort = numberOf('doctor', '--dip-port', flags.dipPort, 65_535) ?? 0;
      const began = performance.now();
      const findings = await examineAll(optionsOf(flags, { ...flags, dipPort }));
      const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
      const exitCode = count('error') > 0 ? 2 : 0;
      if (flags.json) print(JSON.stringify({ schema: 1, findings, exitCode }, null, 2));
      else findings.forEach(show);
      const took = pc.dim(`(${seconds(performance.now() - began)})`);
      const words = [
        counted(count('error'), 'error'),
        counted(count('warning'), 'warning'),
        counted(count('info'), 'note'),
      ];
      say(`${words.join(', ')} ${took}`);
      done(exitCode);
    });
}

const paints: Record<Level, (text: string) => string> = { error: pc.red, warning: pc.yellow, info: pc.dim };

function show({ code, level, place, text, fix }: Finding): void {
  print(`${paints[level](level.padEnd(7))} ${pc.bold(code)}`);
  for (const line of text.split('\n')) print(`        ${line}`);
  print(`        ${pc.dim('at  ')} ${shortened(place)}`);
  print(`        ${pc.dim('next')} ${fix}`);
}

/** A place below the current folder is told relative to it. */
function shortened(place: string): string {
  const here = `${process.cwd()}/`;
  return place.startsWith(here) ? relative('.', place) : place;
}
