import { createRequire } from 'node:module';
import type { Command } from 'commander';
import { addLazily, type Done, type LazyCommand } from './lazily';

// Not by import: a command pays only for its own modules.
const load = createRequire(__filename);

const commands: Record<string, LazyCommand> = {
  add: {
    what: 'add runs to a campaign, which is made with its first one; say why earlier results count',
    usage: '[options] <name> [run...]',
    load: () => (load('./campaign-add') as typeof import('./campaign-add')).campaignAddCommand,
  },
  show: {
    what: 'show what counts for each scenario on the build under test, all attempts, and what is missing',
    usage: '[options] <name>',
    load: () => (load('./campaign-show') as typeof import('./campaign-show')).campaignShowCommand,
  },
};

/** `qualify campaign`: the runs of one test phase. */
export function campaignCommand(command: Command, done: Done): void {
  addLazily(command, commands, done);
}
