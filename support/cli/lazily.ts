import type { Command } from 'commander';

/** Gets the exit code of a command. */
export type Done = (code: number) => void;

/** A command by name and description. Its options, and all that it needs, are loaded when it is called. */
export interface LazyCommand {
  what: string;
  /** What follows its name; `[options]` unless said otherwise. */
  usage?: string;
  /** Loads the module of the command; what it returns adds options and action. */
  load(): (command: Command, done: Done) => void;
}

/** Adds commands that are loaded when they are called, also for their own help. */
export function addLazily(program: Command, commands: Record<string, LazyCommand>, done: Done): void {
  for (const [name, { what, usage = '[options]' }] of Object.entries(commands)) {
    program.command(name).description(what).usage(usage);
  }
  program
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}` })
    .hook('preSubcommand', (_, command) => commands[command.name()]?.load()(command, done));
}

/** `help run` as `run --help`: by that way, too, a command is loaded first. `groups`: commands that have commands. */
export function helpAsOption(args: readonly string[], groups: readonly string[]): string[] {
  const at = groups.includes(args[0] ?? '') ? 1 : 0;
  return args[at] === 'help' ? [...args.slice(0, at), ...args.slice(at + 1), '--help'] : [...args];
}
