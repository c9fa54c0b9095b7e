import { relative } from 'node:path';
import type { Command } from 'commander';
import { makePack, type Made } from '../evidence';
import type { Done } from './lazily';
import { counted, print, say } from './output';
import { packInput, type PackFlags } from './pack-input';
import { packLines } from './pack-print';
import { tellProgress } from './pack-progress';
import { writePack } from './pack-write';

const examples = `
Examples:
  qualify pack                                                 the last run, as an unsigned draft
  qualify pack RUN --key key.pem --certificate chain.pem       signed with your own key
  qualify pack my-campaign --submission --key key.pem --certificate chain.pem
                                                               refused, with every reason, while something is missing

The passphrase of a key stands in the environment variable QUALIFY_KEY_PASSPHRASE. sign-off.yaml is taken from the folder
of the run or campaign. docs/hand-over-evidence.md says what goes in, and what a signature proves.`;

interface Flags extends PackFlags {
  out?: string;
  submission?: boolean;
  json?: boolean;
}

/** `qualify pack`: the signed evidence pack. Exit code 1 when a submission is refused. */
export function packCommand(command: Command, done: Done): void {
  command
    .argument('[run|campaign]', 'folder or name of a run, or name of a campaign; without: the last run')
    .option('--out <file>', 'file to write; without: beside the folder of the run or campaign')
    .option('--submission', 'make it a submission; refused while something required is missing')
    .option('--key <file>', 'your private key, Ed25519 or RSA, PEM')
    .option('--certificate <file>', 'its certificate, then those of the issuers, PEM')
    .option('--sign-off <file>', 'who signed off; without: sign-off.yaml of the folder')
    .option('--requirements <file>', 'your own list of requirements, CSV or .xlsx')
    .option('--participant <file>', 'profile that maps your own list; without: that of the run')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (target: string | undefined, flags: Flags) => {
      const { source, options } = await packInput(target, flags, tellProgress);
      const submission = flags.submission ?? false;
      const made = makePack(source, { ...options, submission, onProgress: tellProgress });
      if (!made.pack) {
        refused(made, source.subject.name, flags.json ?? false);
        return done(1);
      }
      const written = await writePack(made.pack, source, flags.out);
      tellProgress('');
      if (flags.json) print(JSON.stringify(asJson(made, written), null, 2));
      else {
        for (const line of packLines(made.pack, made.missing, written)) say(line);
        print(relative('.', written.file));
      }
      done(0);
    });
}

function refused({ missing }: Made, name: string, json: boolean): void {
  tellProgress('');
  say(`No submission was made of ${name}: ${counted(missing.length, 'reason')}`);
  for (const { code, reason } of missing) say(`  ${code}  ${reason}`);
  say('Without --submission a draft is made.');
  if (json) print(JSON.stringify({ schema: 1, refused: missing }, null, 2));
}

function asJson({ pack, missing }: Made, { file, sha256 }: { file: string; sha256: string }): object {
  const { manifest, manifestSha256, size } = pack!;
  const { kind, signer, subject, notes, leftOut, members } = manifest;
  const files = members.length;
  return { schema: 1, file, sha256, size, manifestSha256, kind, signer, subject, notes, files, leftOut, missing };
}
