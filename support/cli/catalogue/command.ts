import { createRequire } from 'node:module';
import type { Command } from 'commander';
import { addLazily, type Done, type LazyCommand } from '../lazily';

// Not by import: a command pays only for its own modules.
const load = createRequire(__filename);

const commands: Record<string, LazyCommand> = {
  list: {
    what: 'show the messages: who sends them, who gets them, in which processes',
    load: () => (load('./list') as typeof import('./list')).catalogueListCommand,
  },
  show: {
    what: 'show one message, interface, block, data item, response code or role',
    usage: '[options] <what...>',
    load: () => (load('./show') as typeof import('./show')).catalogueShowCommand,
  },
  sample: {
    what: 'print a valid message, or one of each',
    usage: '[options] [message...]',
    load: () => (load('./sample') as typeof import('./sample')).catalogueSampleCommand,
  },
  validate: {
    what: 'check messages of files or of standard input',
    usage: '[options] <file...>',
    load: () => (load('./validate') as typeof import('./validate')).catalogueValidateCommand,
  },
  import: {
    what: 'take in another release of the published specification',
    usage: '[options] <specification>',
    load: () => (load('./import') as typeof import('./import')).catalogueImportCommand,
  },
  diff: {
    what: 'show what changes from one release to another, and which scenarios it touches',
    usage: '[options] <from> <to>',
    load: () => (load('./diff') as typeof import('./diff')).catalogueDiffCommand,
  },
};

/** `qualify catalogue`: the message catalogue. */
export function catalogueCommand(command: Command, done: Done): void {
  addLazily(command, commands, done);
}
