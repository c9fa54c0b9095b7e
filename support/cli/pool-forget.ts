import type { Command } from 'commander';
import { errorsOf, poolErrors } from '../errors';
import { prepare } from '../session';
import type { Done } from './lazily';
import { counted, print, say } from './output';
import { poolOf, sourceText } from './pool-chosen';
import { optionsOf, withSelection, type SelectionFlags } from './selection';

const raise = errorsOf(poolErrors);

const examples = `
Do this when your system has been loaded anew: what is forgotten is handed out again.

Examples:
  qualify pool forget --participant my-system/participant.yaml --mpan 9900000000003
  qualify pool forget --participant my-system/participant.yaml --all --yes`;

interface ForgetFlags extends SelectionFlags {
  mpan?: string[];
  all?: boolean;
  yes?: boolean;
  json?: boolean;
}

/** `qualify pool forget`: spent MPANs of the pool that the options name are as new. */
export function poolForgetCommand(command: Command, done: Done): void {
  withSelection(command)
    .option('--mpan <mpan...>', 'MPANs to forget')
    .option('--all', 'forget all that is spent; needs --yes')
    .option('--yes', 'yes, forget all')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (flags: ForgetFlags) => {
      const { mpan = [], all = false, yes = false, json } = flags;
      if (all === mpan.length > 0 || (all && !yes)) throw raise('POOL_FORGET_WHAT', {}, all ? '--all' : '--mpan');
      const { pool, source } = await poolOf(await prepare(optionsOf(flags), process.cwd()));
      const forgotten = pool.memory?.forget(all ? 'all' : [...new Set(mpan)]) ?? 0;
      if (json) print(JSON.stringify({ schema: 1, pool: source.file, forgotten }, null, 2));
      const rest = all || forgotten === mpan.length ? '' : `; ${mpan.length - forgotten} were not spent`;
      say(`${counted(forgotten, 'MPAN')} forgotten${rest}: ${sourceText(source, pool)}`);
      done(0);
    });
}
