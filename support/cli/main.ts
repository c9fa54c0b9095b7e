import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { QualifyError } from '../errors';
import { home } from '../session';
import { initCommand } from './init';
import { listCommand } from './list';
import { sayError } from './output';
import { reportCommand } from './report';
import { runCommand } from './run';

/** The command `qualify`. Resolves with the exit code; a user's mistake is told in one screen, without a stack trace. */
export async function main(argv: string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  let exitCode = 0;
  const done = (code: number): void => void (exitCode = code);
  const program = new Command('qualify')
    .description('Tests whether a system plays its part in the MHHS business processes over the DIP.')
    .version(version)
    .showHelpAfterError('(see --help)')
    .exitOverride();
  runCommand(program, done);
  listCommand(program, done);
  initCommand(program, done);
  reportCommand(program, done);
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof QualifyError)) throw error;
    sayError(error);
    return error.kind === 'configuration' ? 2 : 3;
  }
}
