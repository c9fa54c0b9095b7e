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

/** `help run` as `run --help`: by that way, too, a command is loaded first. */
export function helpAsOption(args: readonly string[]): string[] {
  const at = args.indexOf('help');
  const before = args.slice(0, Math.max(0, at));
  if (at < 0 || at > 1 || before.some((arg) => arg.startsWith('-'))) return [...args];
  return [...before, ...args.slice(at + 1), '--help'];
}
