import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { campaignErrors, cliErrors, errorsOf } from '../errors';
import { planPrune, prune, writeRunsIndex, type PruneRule } from '../evidence';
import { stateFolder } from '../session';
import type { Done } from './lazily';
import { numberOf } from './number-option';
import { counted, print, say } from './output';

const raise = errorsOf({ ...campaignErrors, ...cliErrors });

const examples = `
Lists what it would delete; --yes deletes it. Runs of a campaign and the newest run stay. What was deleted is noted in
pruned.ndjson, and the index shows it.

Examples:
  qualify report prune --older-than 30d
  qualify report prune --keep 50 --yes`;

interface Flags {
  olderThan?: string;
  keep?: string;
  yes?: boolean;
  reports: string;
}

/** `qualify report prune`: keeps the disk in bounds. */
export function reportPruneCommand(command: Command, done: Done): void {
  command
    .option('--older-than <days>', 'runs that started before so many days, such as 30d')
    .option('--keep <n>', 'all but the newest')
    .option('--yes', 'delete them')
    .option('--reports <dir>', 'folder of the runs', 'reports')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      const reports = resolve(flags.reports);
      const now = new Date();
      const plan = planPrune(reports, ruleOf(flags, now));
      for (const { name, why } of plan.stay) say(`stays: ${name}, ${why}`);
      for (const { name, bytes, why } of plan.delete) print(`${name}  ${megabytes(bytes)}  ${why}`);
      const sum = `${counted(plan.delete.length, 'run')}, ${megabytes(plan.delete.reduce((all, { bytes }) => all + bytes, 0))}`;
      if (!flags.yes) say(`Nothing was deleted: ${sum} would be. Give --yes to delete.`);
      else {
        prune(reports, join(stateFolder(process.cwd()), 'originals'), plan, now);
        await writeRunsIndex(reports);
        say(`Deleted: ${sum}.`);
      }
      done(0);
    });
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

function ruleOf({ olderThan, keep }: Flags, now: Date): PruneRule {
  if ((olderThan === undefined) === (keep === undefined)) throw raise('PRUNE_RULE_WRONG', {}, '--older-than, --keep');
  if (olderThan === undefined) return { keep: numberOf('report prune', '--keep', keep, 1_000_000)! };
  const days = /^(\d{1,5})d$/.exec(olderThan)?.[1];
  if (days !== undefined) return { before: new Date(now.getTime() - Number(days) * 86_400_000) };
  const values = { option: '--older-than', value: olderThan, problem: 'it is a number of days such as 30d' };
  throw raise('OPTION_WRONG', { ...values, command: 'report prune' }, '--older-than');
}
