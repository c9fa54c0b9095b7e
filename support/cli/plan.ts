import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { planOf, type Plan, type PlannedAct } from '../doctor';
import { prepare } from '../session';
import { durationText, loadPool } from '../stage';
import { choose } from './examined';
import type { Done } from './lazily';
import { numberOf } from './number-option';
import { counted, print, say } from './output';
import { optionsOf, withSelection, type SelectionFlags } from './selection';
import { printed as pc } from './terminal';

interface PlanFlags extends SelectionFlags {
  workers?: string;
  json?: boolean;
}

/** `qualify plan`: what a run with the same options would need. Runs nothing. */
export function planCommand(command: Command, done: Done): void {
  withSelection(command)
    .option('--workers <n>', 'scenarios at the same time; default: twice the cores, at most 8')
    .option('--json', 'print JSON')
    .action(async (flags: PlanFlags) => {
      const workers = numberOf('plan', '--workers', flags.workers, 99) ?? Math.min(8, 2 * availableParallelism());
      const prepared = await prepare(optionsOf(flags), process.cwd());
      const [chosen, pool] = await Promise.all([choose(prepared), loadPool(prepared.environment.pool)]);
      const plan = planOf({ ...prepared, ...chosen, pool, bindingOf: prepared.ability.binding, workers });
      if (flags.json) print(JSON.stringify({ schema: 1, ...plan }, null, 2));
      else show(plan);
      const notRun = chosen.excluded.filter(({ exclusion }) => exclusion.verdict === 'not-run').length;
      const { length: none } = chosen.excluded.filter(({ exclusion }) => exclusion.verdict === 'not-applicable');
      say(
        `${counted(plan.scenarios, 'scenario')} would run; not run for want of a trigger: ${notRun}; not applicable: ${none}`,
      );
      done(0);
    });
}

function show({ mpans, acts, records, waiting }: Plan): void {
  heading('Test MPANs');
  for (const { kind, needed, there, missing } of mpans) {
    print(`  ${kind}: ${needed} needed, ${there} in the pool${missing > 0 ? pc.red(`, ${missing} missing`) : ''}`);
  }
  heading('Your system must be made to');
  if (acts.length === 0) print('  do nothing: it only answers');
  for (const act of acts) showAct(act);
  heading('Records read back');
  const reading = counted(records.scenarios.length, 'scenario');
  if (records.probe || records.scenarios.length === 0) print(`  in ${reading}, by the probe of the profile`);
  else print(`  ${pc.yellow('no probe')}: ${reading} can show messages only: ${records.scenarios.join(', ')}`);
  heading('Waiting, estimated');
  print(`  about ${durationText(waiting.ms)}: ${waiting.basis}`);
}

function showAct({ act, what, how, instruction, scenarios, notRun }: PlannedAct): void {
  const all = [...notRun, ...scenarios];
  const ways = {
    api: 'by its API',
    automatic: 'by itself',
    manual: `by a person, and these end as waiting until it is done: ${all.join(', ')}`,
    absent: `${pc.red('no trigger')}, and these cannot be played: ${all.join(', ')}`,
  };
  print(`  ${act} ${pc.dim(`(${counted(all.length, 'scenario')}) ${what}`)}`);
  print(`    ${ways[how]}`);
  if (instruction && instruction !== what) print(`    to do: ${instruction}`);
}

function heading(text: string): void {
  print(pc.bold(text));
}
