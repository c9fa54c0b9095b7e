import { resolve } from 'node:path';
import type { Command } from 'commander';
import { verifyPack } from '../evidence';
import type { Done } from './lazily';
import { print } from './output';
import { tellProgress } from './pack-progress';
import { verificationLines } from './verify-print';

const examples = `
Examples:
  qualify verify run-draft.zip           what is altered, missing, added or reordered; who signed; what that proves
  qualify verify run-draft.zip --json    every fact

Exit code 0: valid. 1: not valid. 2: it cannot be read. Works offline, and executes nothing of the pack.`;

/** `qualify verify`: an evidence pack, byte for byte. */
export function verifyCommand(command: Command, done: Done): void {
  command
    .argument('<pack>', 'the pack')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (file: string, flags: { json?: boolean }) => {
      const verification = await verifyPack(resolve(file), tellProgress);
      tellProgress('');
      if (flags.json) print(JSON.stringify({ schema: 1, ...verification }, null, 2));
      else for (const line of verificationLines(verification)) print(line);
      done(verification.valid ? 0 : 1);
    });
}
