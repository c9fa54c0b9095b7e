import { createRequire } from 'node:module';
import type { Command } from 'commander';
import { addLazily, type Done, type LazyCommand } from './lazily';

// Not by import: a command pays only for its own modules.
const load = createRequire(__filename);

const commands: Record<string, LazyCommand> = {
  show: {
    what: 'show by kind which test MPANs there are, which are spent, and which the selected scenarios need',
    load: () => (load('./pool-show') as typeof import('./pool-show')).poolShowCommand,
  },
  export: {
    what: 'write which MPANs, held by whom, your system must hold for the selected scenarios',
    load: () => (load('./pool-export') as typeof import('./pool-export')).poolExportCommand,
  },
  forget: {
    what: 'let spent MPANs be handed out again',
    load: () => (load('./pool-forget') as typeof import('./pool-forget')).poolForgetCommand,
  },
};

/** `qualify pool`: the test MPANs. */
export function poolCommand(command: Command, done: Done): void {
  addLazily(command, commands, done);
}
