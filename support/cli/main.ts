import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { cliErrors, errorsOf, QualifyError } from '../errors';
import { home } from '../session';
import { doctorCommand } from './doctor';
import { initCommand } from './init';
import { listCommand } from './list';
import { sayError } from './output';
import { planCommand } from './plan';
import { participantCommand } from './participant';
import { proveCommand } from './prove';
import { reportCommand } from './report';
import { runCommand } from './run';

const raise = errorsOf(cliErrors);

/** The command `qualify`. Resolves with the exit code; a user's mistake is told in one screen, without a stack trace. */
export async function main(argv: string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  let exitCode = 0;
  const done = (code: number): void => void (exitCode = code);
  const program = new Command('qualify')
    .description('Tests whether a system plays its part in the MHHS business processes over the DIP.')
    .version(version)
    // A mistake is told by us, with its code and the next step.
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  runCommand(program, done);
  listCommand(program, done);
  planCommand(program, done);
  doctorCommand(program, done);
  initCommand(program, done);
  reportCommand(program, done);
  participantCommand(program, done);
  proveCommand(program, done);
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) {
      return error.exitCode === 0 ? 0 : 2;
    }
    const told = error instanceof CommanderError ? wrongUsage(error, argv) : error;
    if (!(told instanceof QualifyError)) throw told;
    sayError(told);
    return told.kind === 'configuration' ? 2 : 3;
  }
}

function wrongUsage(error: CommanderError, argv: readonly string[]): QualifyError {
  const [first = '', ...hints] = error.message.replace(/^error: /, '').split('\n');
  const problem = [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...hints].join(' ');
  const command = argv[2] && !argv[2].startsWith('-') ? ` ${argv[2]}` : '';
  const known = error.code === 'commander.unknownCommand' ? '' : command;
  return raise('USAGE_WRONG', { problem, command: known }, `qualify ${argv.slice(2).join(' ')}`);
}
