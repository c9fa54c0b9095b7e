import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { cliErrors, errorsOf, QualifyError } from '../errors';
import { commands } from './commands';
import { addLazily, helpAsOption } from './lazily';
import { sayError } from './output';

const raise = errorsOf(cliErrors);

/** The command `qualify`. Resolves with the exit code; a user's mistake is told in one screen, without a stack trace. */
export async function main(argv: string[]): Promise<number> {
  let exitCode = 0;
  const done = (code: number): void => void (exitCode = code);
  const program = new Command('qualify')
    .description('Tests whether a system plays its part in the MHHS business processes over the DIP.')
    .version(ownVersion())
    // A mistake is told by us, with its code and the next step.
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  addLazily(program, commands, done);
  try {
    await program.parseAsync([...argv.slice(0, 2), ...helpAsOption(argv.slice(2), ['catalogue', 'pool', 'campaign'])]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) {
      return error.exitCode === 0 ? 0 : 2;
    }
    const told = error instanceof CommanderError ? wrongUsage(error, program, argv) : error;
    if (!(told instanceof QualifyError)) throw told;
    sayError(told);
    return told.kind === 'configuration' ? 2 : 3;
  }
}

/** The version of this package, whose root is two folders up from support/cli and three from dist/support/cli. */
function ownVersion(): string {
  const files = ['../../package.json', '../../../package.json'].map((up) => resolve(__dirname, up));
  return (
    JSON.parse(
      readFileSync(
        files.find((file) => existsSync(file))!,
        'utf8',
      ),
    ) as { version: string }
  ).version;
}

function wrongUsage(error: CommanderError, program: Command, argv: readonly string[]): QualifyError {
  const [first = '', ...hints] = error.message.replace(/^error: /, '').split('\n');
  const problem = [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...hints].join(' ');
  const named = (inside: Command | undefined, name = '') => inside?.commands.find((one) => one.name() === name);
  const command = named(program, argv[2]);
  const known = [command, named(command, argv[3])].flatMap((one) => (one ? [` ${one.name()}`] : [])).join('');
  return raise('USAGE_WRONG', { problem, command: known }, `qualify ${argv.slice(2).join(' ')}`);
}
