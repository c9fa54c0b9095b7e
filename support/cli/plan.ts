import type { Command } from 'commander';
import { kindText, planOf, type Plan, type PlannedAct } from '../doctor';
import { choose, prepare, workersHelp, workersOf } from '../session';
import { durationText } from '../stage';
import type { Done } from './lazily';
import { numberOf } from './number-option';
import { counted, print, say } from './output';
import { poolOf, sourceText, toLoad, type ChosenPool } from './pool-chosen';
import { optionsOf, withSelection, type SelectionFlags } from './selection';
import { printed as pc } from './terminal';

const examples = `
Examples:
  qualify plan --participant my-system/participant.yaml
  qualify plan --scenario MQ-BP001-010 --mpans`;

interface PlanFlags extends SelectionFlags {
  workers?: string;
  mpans?: boolean;
  json?: boolean;
}

/** `qualify plan`: what a run with the same options would need. Runs nothing. */
export function planCommand(command: Command, done: Done): void {
  withSelection(command)
    .option('--workers <n>', workersHelp)
    .option('--mpans', 'list the test MPANs by scenario, too')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (flags: PlanFlags) => {
      const asked = numberOf('plan', '--workers', flags.workers, 99);
      const prepared = await prepare(optionsOf(flags), process.cwd());
      const [chosen, { pool, source }] = await Promise.all([choose(prepared), poolOf(prepared)]);
      const scenarios = chosen.selected.length;
      const workers = workersOf({ asked, scenarios, bundled: prepared.profile.bundled });
      const { assigned, ...plan } = planOf({
        ...{ ...prepared, ...chosen, pool, workers },
        bindingOf: prepared.ability.binding,
      });
      const today = new Date();
      const list = flags.mpans ? assigned.map((one) => ({ ...one, mpan: toLoad(one, today) })) : [];
      if (flags.json) {
        const byScenario = list.map(({ scenario, label, mpan }) => mpan ?? { scenario, label });
        const named = { pool: { ...source, remember: pool.remember }, ...(flags.mpans ? { byScenario } : {}) };
        print(JSON.stringify({ schema: 1, ...plan, ...named }, null, 2));
      } else
        show(
          plan,
          { pool, source },
          list.map(({ scenario, label, kind, mpan }) => {
            const what = mpan ? `${mpan.mpan} ${kindText(kind)}` : pc.red(`none left: ${kindText(kind)}`);
            return `  ${scenario.padEnd(28)} ${label} ${what}`;
          }),
        );
      const notRun = chosen.excluded.filter(({ exclusion }) => exclusion.verdict === 'not-run').length;
      const { length: none } = chosen.excluded.filter(({ exclusion }) => exclusion.verdict === 'not-applicable');
      say(
        `${counted(plan.scenarios, 'scenario')} would run; not run for want of a trigger: ${notRun}; not applicable: ${none}`,
      );
      done(0);
    });
}

type Shown = Omit<Plan, 'assigned'>;

function show(
  { mpans, acts, records, waiting, offDip }: Shown,
  from: Pick<ChosenPool, 'pool' | 'source'>,
  list: string[],
): void {
  heading('Test MPANs');
  print(`  from ${sourceText(from.source, from.pool)}`);
  for (const { kind, needed, there, spent, left, missing } of mpans) {
    const gone = spent > 0 ? `, ${spent} spent, ${left} left` : '';
    print(
      `  ${kind}: ${needed} needed, ${there} in the pool${gone}${missing > 0 ? pc.red(`, ${missing} missing`) : ''}`,
    );
  }
  if (list.length > 0) heading('Test MPANs by scenario');
  list.forEach(print);
  heading('Your system must be made to');
  if (acts.length === 0) print('  do nothing: it only answers');
  for (const act of acts) showAct(act);
  heading('Records read back');
  const reading = counted(records.scenarios.length, 'scenario');
  if (records.probe || records.scenarios.length === 0) print(`  in ${reading}, by the probe of the profile`);
  else print(`  ${pc.yellow('no probe')}: ${reading} can show messages only: ${records.scenarios.join(', ')}`);
  if (offDip.length > 0) heading('Legs off the DIP that nothing will show');
  for (const { message, from, to, scenarios } of offDip)
    print(`  ${pc.yellow(message)} from ${from} to ${to.join(', ')}: ${scenarios.join(', ')}`);
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
