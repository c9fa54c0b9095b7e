import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { cliErrors, errorsOf, nearest } from '../errors';
import { faults } from '../participant';
import { stateFolder } from '../session';
import type { CucumberRun } from './cucumber';
import { holdSignals, type Interruption } from './interruption';
import type { Done } from './lazily';
import { print, say, seconds } from './output';
import { proofs } from './prove-judge';
import { proveRow, type Proved } from './prove-run';
import { readProofTable, type ProofRow } from './prove-table';
import { pc } from './terminal';

const raise = errorsOf(cliErrors);
const mostLanes = 4;

interface ProveFlags {
  fault?: string[];
  role?: string[];
  json?: boolean;
}

/** `qualify prove`: faulty participants, to see that each fault is found and nobody else is blamed. */
export function proveCommand(command: Command, done: Done): void {
  command
    .option('--fault <name...>', 'only these faults')
    .option('--role <role...>', 'only in these roles')
    .option('--json', 'print the results as JSON')
    .action(async (flags: ProveFlags) => {
      const interruption = holdSignals();
      try {
        done(await prove(chosen(readProofTable(), flags), interruption, flags.json));
      } finally {
        interruption.release();
      }
    });
}

async function prove(rows: readonly ProofRow[], interruption: Interruption, json?: boolean): Promise<number> {
  const began = performance.now();
  const base = join(stateFolder(process.cwd()), 'prove');
  const waiting = [...rows];
  const results: Proved[] = [];
  const running = new Set<CucumberRun>();
  interruption.attach({
    abort: (reason) => running.forEach((run) => run.abort(reason)),
    kill: async () => void (await Promise.all([...running].map((run) => run.kill()))),
  });
  // A lane has a state folder of its own, so that its runs share certificates and disturb nobody.
  async function lane(number: number): Promise<void> {
    for (let row = waiting.shift(); row && !interruption.happened; row = waiting.shift()) {
      let own: CucumberRun | undefined;
      const proved = await proveRow(row, {
        stateDir: join(base, `lane-${number}`),
        out: join(base, 'runs'),
        onStart: (run) => running.add((own = run)),
      }).finally(() => own && running.delete(own));
      if (interruption.happened) return;
      results.push(proved);
      sayProved(proved, results.length, rows.length);
    }
  }
  say(`${rows.length} faults to find`);
  const lanes = Math.min(availableParallelism(), mostLanes, rows.length);
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index + 1)));

  const totals = Object.fromEntries(proofs.map((kind) => [kind, results.filter((one) => one.result === kind).length]));
  const counted = Object.entries(totals).map(([kind, count]) => `${count} ${kind}`);
  say(`${counted.join(', ')} ${pc.dim(`(${seconds(performance.now() - began)})`)}`);
  if (json) {
    const faultsTold = results.map(({ row, result, differs, folder, ms }) => ({
      ...{ fault: row.fault, role: row.role, result, differs, folder, ms: Math.round(ms) },
    }));
    print(JSON.stringify({ schema: 1, totals, faults: faultsTold }, null, 2));
  }
  if (interruption.happened) return 130;
  return results.every(({ result }) => result === 'killed') ? 0 : 1;
}

function sayProved({ row, result, differs, folder, ms }: Proved, count: number, of: number): void {
  const paint = result === 'killed' ? pc.green : pc.red;
  const decided = [...new Set(Object.values(row.red))].join(', ');
  const place = pc.dim(`${String(count).padStart(String(of).length)}/${of}`);
  say(
    `${place} ${paint(result.padEnd(14))} ${row.fault.padEnd(28)} ${row.role.padEnd(4)} ${decided} ${pc.dim(seconds(ms))}`,
  );
  for (const line of differs) say(`      ${line}`);
  if (folder) say(pc.dim(`      ${folder}`));
}

/** The rows that were asked for. USAGE_WRONG when a name is not one of the table. */
function chosen(rows: readonly ProofRow[], flags: ProveFlags): ProofRow[] {
  const roles = [...new Set(rows.map(({ role }) => role))];
  for (const [option, names, known] of [
    ['fault', flags.fault, Object.keys(faults)],
    ['role', flags.role, roles],
  ] as const) {
    const unknown = names?.find((name) => !known.includes(name));
    if (unknown === undefined) continue;
    const near = nearest(unknown, known);
    const problem = `there is no such ${option} here${near ? `; did you mean ${near}?` : ''}`;
    throw raise('OPTION_WRONG', { option: `--${option}`, value: unknown, problem, command: 'prove' }, `--${option}`);
  }
  const wanted = rows.filter(
    ({ fault, role }) => (flags.fault?.includes(fault) ?? true) && (flags.role?.includes(role) ?? true),
  );
  if (wanted.length > 0) return wanted;
  const values = {
    option: '--role',
    value: flags.role?.join(', '),
    problem: 'the fault is not shown there',
    command: 'prove',
  };
  throw raise('OPTION_WRONG', values, '--role');
}
