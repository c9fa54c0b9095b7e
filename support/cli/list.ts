import type { Command } from 'commander';
import { choose, prepare, type Chosen } from '../session';
import type { Done } from './lazily';
import { print, say } from './output';
import { optionsOf, withSelection, type SelectionFlags } from './selection';
import { printed as pc } from './terminal';

/** `qualify list`: what a run with the same options would do, and with --why what it would leave out. */
export function listCommand(command: Command, done: Done): void {
  withSelection(command)
    .option('--why', 'show also what does not apply, and why')
    .option('--json', 'print JSON')
    .action(async (flags: SelectionFlags & { why?: boolean; json?: boolean }) => {
      const prepared = await prepare(optionsOf(flags), process.cwd());
      const { selected, excluded } = await choose(prepared);
      if (flags.json) {
        const named = selected.map(({ id, name, process: bp, uri, line, roles }) => ({
          id,
          name,
          process: bp,
          uri,
          line,
          roles,
        }));
        print(
          JSON.stringify({ schema: 1, selected: named, excluded: excluded.map(({ exclusion }) => exclusion) }, null, 2),
        );
        return done(0);
      }
      for (const { id, name, roles } of selected) print(`${id.padEnd(28)} ${name} ${pc.dim(roles.join(' '))}`);
      if (flags.why) sayWhy(excluded);
      say(`${selected.length} apply to ${prepared.roles.join(', ')}, ${excluded.length} do not`);
      done(0);
    });
}

/** What is left out, under the reason that it has in common; the most frequent reason first. */
function sayWhy(excluded: Chosen['excluded']): void {
  const reasons = new Map<string, Chosen['excluded']>();
  for (const one of excluded) {
    const reason = `${one.exclusion.verdict}: ${one.exclusion.reason}`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), one]);
  }
  for (const [reason, ones] of [...reasons].sort(([, a], [, b]) => b.length - a.length)) {
    print(`\n${pc.bold(reason)} ${pc.dim(`(${ones.length})`)}`);
    for (const { scenario } of ones) print(`  ${scenario.id.padEnd(26)} ${scenario.name}`);
  }
}
