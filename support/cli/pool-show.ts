import type { Command } from 'commander';
import { kindText, mpansNeeded, type MpanNeed } from '../doctor';
import { kindOf, type LoadedPool } from '../stage';
import type { Done } from './lazily';
import { counted, print, say } from './output';
import { poolForSelection, sourceText } from './pool-chosen';
import { withSelection, type SelectionFlags } from './selection';
import { printed as pc } from './terminal';

const examples = `
Spends nothing. "needed" is what a run with the same options would take.

Examples:
  qualify pool show
  qualify pool show --participant my-system/participant.yaml --process BP001 --json`;

type Row = Omit<MpanNeed, 'scenarios'>;

/** `qualify pool show`: by kind, what is there, spent, left, and needed by the selected scenarios. */
export function poolShowCommand(command: Command, done: Done): void {
  withSelection(command)
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (flags: SelectionFlags & { json?: boolean }) => {
      const { pool, source, assigned } = await poolForSelection(flags);
      const kinds = rowsOf(pool, mpansNeeded(assigned, pool));
      const { remember } = pool;
      if (flags.json) print(JSON.stringify({ schema: 1, pool: { ...source, remember }, kinds }, null, 2));
      else kinds.forEach(show);
      const { there, spent } = pool.count();
      say(`${counted(there, 'MPAN')}, ${spent} spent: ${sourceText(source, pool)}`);
      done(0);
    });
}

/** Every kind that the pool holds, and every kind that is needed. */
function rowsOf(pool: LoadedPool, needs: readonly MpanNeed[]): Row[] {
  const held = [...pool.ranges, ...pool.rows].map(kindOf);
  const known = new Map(held.map((kind) => [kindText(kind), kind]));
  const needed = new Map(needs.map(({ scenarios: _, ...need }) => [need.kind, need]));
  const unasked = [...known].filter(([text]) => !needed.has(text));
  return [
    ...needed.values(),
    ...unasked.map(([kind, of]) => {
      const { there, spent } = pool.count(of);
      return { kind, needed: 0, there, spent, left: there - spent, missing: 0 };
    }),
  ];
}

function show({ kind, there, spent, left, needed, missing }: Row): void {
  const numbers = [`${there} there`, `${spent} spent`, `${left} left`, `${needed} needed`];
  print(`${kind}: ${numbers.join(', ')}${missing > 0 ? pc.red(`, ${missing} missing`) : ''}`);
}
