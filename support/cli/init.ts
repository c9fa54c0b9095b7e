import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { initParticipant } from '../participant';
import { stateFolder } from '../session';
import type { Done } from './lazily';
import { print, say } from './output';

// Not by import: only who registers with a hub pays for it.
const load = createRequire(__filename);

interface InitFlags {
  role: string[];
  dir: string;
  hub?: boolean;
  oneCertificate?: boolean;
  name?: string;
}

/** `qualify init`: a commented profile with test certificates, registered with a running hub where that is asked for. */
export function initCommand(command: Command, done: Done): void {
  command
    .requiredOption('--role <role...>', 'roles that your system plays, such as SUP')
    .option('--dir <dir>', 'folder for the profile', 'participant')
    .option('--one-certificate', 'one client and one signing certificate that speak for all identities')
    .option('--hub', 'register with the hub that runs on this state folder')
    .option('--name <name>', 'name at the hub; replaces the participant that has it; default: that of the folder')
    .action(async ({ role, dir, hub, name, oneCertificate }: InitFlags) => {
      const shared = oneCertificate ? { oneCertificate } : {};
      const asked = { roles: role, dir: resolve(dir), stateDir: stateFolder(process.cwd()), ...shared };
      if (name !== undefined && !hub) return command.error("error: option '--name <name>' needs '--hub'");
      const { files, text } = hub
        ? await (load('./init-at-hub') as typeof import('./init-at-hub')).initAtHub({ ...asked, name })
        : await initParticipant(asked);
      for (const file of files) print(file);
      say(text);
      done(0);
    });
}
