import type { Command } from 'commander';
import pc from 'picocolors';
import { bundled, home, prepare, readScenarios, select } from '../session';
import { print, say } from './output';
import { optionsOf, withSelection, type SelectionFlags } from './selection';

/** `qualify list`: what a run with the same options would do, and with --why what it would leave out. */
export function listCommand(program: Command, done: (code: number) => void): void {
  withSelection(program.command('list'))
    .description('show the scenarios that apply')
    .option('--why', 'show also what does not apply, and why')
    .option('--json', 'print JSON')
    .action(async (flags: SelectionFlags & { why?: boolean; json?: boolean }) => {
      const prepared = await prepare(optionsOf(flags), process.cwd());
      const scenarios = await readScenarios(bundled.features, home);
      const { selected, excluded } = select(prepared, scenarios);
      if (flags.json) {
        const named = selected.map(({ id, name, process: bp, uri, line, roles }) => ({
          id,
          name,
          process: bp,
          uri,
          line,
          roles,
        }));
        print(JSON.stringify({ schema: 1, selected: named, excluded }, null, 2));
        return done(0);
      }
      for (const { id, name, roles } of selected) print(`${id.padEnd(28)} ${name} ${pc.dim(roles.join(' '))}`);
      if (flags.why)
        for (const { id, verdict, reason } of excluded) print(`${id.padEnd(28)} ${pc.dim(`${verdict}: ${reason}`)}`);
      say(`${selected.length} apply to ${prepared.roles.join(', ')}, ${excluded.length} do not`);
      done(0);
    });
}
