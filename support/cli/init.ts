import { resolve } from 'node:path';
import type { Command } from 'commander';
import { initParticipant } from '../participant';
import { stateFolder } from '../session';
import type { Done } from './lazily';
import { print, say } from './output';

/** `qualify init`: a commented profile with test certificates. */
export function initCommand(command: Command, done: Done): void {
  command
    .requiredOption('--role <role...>', 'roles that your system plays, such as SUP')
    .option('--dir <dir>', 'folder for the profile', 'participant')
    .action(async ({ role, dir }: { role: string[]; dir: string }) => {
      const { files, text } = await initParticipant({
        roles: role,
        dir: resolve(dir),
        stateDir: stateFolder(process.cwd()),
      });
      for (const file of files) print(file);
      say(text);
      done(0);
    });
}
