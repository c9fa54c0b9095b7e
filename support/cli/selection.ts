import { Option, type Command } from 'commander';
import { resolve } from 'node:path';
import { cliErrors, errorsOf } from '../errors';
import { runOptions, type RunOptions } from '../session';

const raise = errorsOf(cliErrors);

/** Adds the options by which scenarios are chosen. Options are joined by AND, values of one option by OR. */
export function withSelection(command: Command): Command {
  return command
    .option('--participant <file>', 'profile of the participant; without: the bundled reference participant')
    .addOption(
      new Option('--stage <stage>', 'PIT, SIT or UIT; without: PIT, or that of --environment').choices([
        'PIT',
        'SIT',
        'UIT',
      ]),
    )
    .option('--environment <file>', 'environment file, or the name of a bundled one')
    .option('--assumptions <file>', 'what you have confirmed of the assumptions, against official documents')
    .option('--role <role...>', 'roles to prove, such as SUP, REGS or MSS')
    .option('--dip-id <id...>', 'identities of the profile to prove, where it holds several in one role')
    .option('--process <process...>', 'business processes, such as BP001, or DIP for what holds in all of them')
    .option('--scenario <id...>', 'scenarios by id, such as MQ-BP001-010')
    .option('--impacted <release...>', 'two releases: scenarios in which a message goes that differs between them')
    .option('--type <type...>', 'functional, migration, non-functional, operational or regression');
}

export interface SelectionFlags {
  participant?: string;
  stage?: 'PIT' | 'SIT' | 'UIT';
  environment?: string;
  assumptions?: string;
  role?: string[];
  dipId?: string[];
  process?: string[];
  scenario?: string[];
  type?: string[];
  impacted?: string[];
}

function twoReleases(given: string[] | undefined): [string, string] | null {
  if (!given) return null;
  const [from, to, ...more] = given;
  if (from !== undefined && to !== undefined && more.length === 0) return [from, to];
  const values = { option: '--impacted', value: given.join(' '), problem: 'it is two releases', command: 'run' };
  throw raise('OPTION_WRONG', values, '--impacted');
}

const isName = (text: string) => /^[a-z0-9-]+$/.test(text);

/** The flags as options of a run; paths become absolute. */
export function optionsOf(
  flags: SelectionFlags,
  more: { out?: string; strict?: boolean; dipPort?: number; fault?: string[] } = {},
): RunOptions {
  const { participant, environment } = flags;
  return runOptions.parse({
    participant: participant ? resolve(participant) : null,
    stage: flags.stage ?? null,
    environment: environment && !isName(environment) ? resolve(environment) : (environment ?? null),
    assumptions: flags.assumptions ? resolve(flags.assumptions) : null,
    roles: flags.role ?? [],
    dipIds: flags.dipId ?? [],
    processes: flags.process ?? [],
    scenarios: flags.scenario ?? [],
    types: flags.type ?? [],
    impacted: twoReleases(flags.impacted),
    out: resolve(more.out ?? 'reports'),
    strict: more.strict ?? false,
    faults: more.fault ?? [],
    dipPort: more.dipPort ?? 0,
  });
}
