import { Option, type Command } from 'commander';
import { readMessages, type Release } from '../../catalogue';
import { catalogueErrors, errorsOf, QualifyError } from '../../errors';
import type { Done } from '../lazily';
import { counted, print, say, sayError, seconds } from '../output';
import { isUnread, judge, type DirectionFlag, type Judged } from './judge';
import { jsonList } from './json-list';
import { releaseOf, withRelease, type ReleaseFlag } from './release';
import { createTally, type Tally } from './tally';

const raise = errorsOf(catalogueErrors);

interface ValidateFlags extends ReleaseFlag {
  direction: DirectionFlag;
  json?: boolean;
}

const examples = `
A file holds one message, a list of messages, or one message on each line; each is a payload, {"payload": …} or
{"interface": …, "event": …, "payload": …}. Lines are read one by one: such a file may be of any length.

Exit codes: 0 all valid, 1 something is not valid, 2 something cannot be read.

Examples:
  qualify catalogue validate message.json
  qualify catalogue validate --json sent.ndjson received.ndjson
  qualify catalogue sample IF-031 MSApp | qualify catalogue validate -`;

/** `qualify catalogue validate`: messages against the schemas of the release and the rules beyond them. */
export function catalogueValidateCommand(command: Command, done: Done): void {
  withRelease(command)
    .argument('<file...>', 'files with messages; - for standard input')
    .addOption(
      new Option('--direction <direction>', 'as a party submits them, or as the DIP publishes them; auto: by block D0')
        .choices(['auto', 'ingress', 'egress'])
        .default('auto'),
    )
    .option('--json', 'print JSON: a list with an entry for each message')
    .addHelpText('after', examples)
    .action(async (files: string[], flags: ValidateFlags) => done(await validate(files, flags)));
}

async function validate(files: readonly string[], flags: ValidateFlags): Promise<number> {
  const release = releaseOf(flags);
  const began = performance.now();
  const list = flags.json ? jsonList() : undefined;
  const tallies: Tally[] = [];
  let unreadable = false;
  for (const file of files) {
    const tally = createTally(file);
    tallies.push(tally);
    try {
      await readFile(file, { flags, release }, async (judged, unread) => {
        tally.count(judged, unread);
        await list?.add(files.length > 1 ? { file, ...judged } : judged);
      });
    } catch (error) {
      if (!(error instanceof QualifyError)) throw error;
      sayError(error);
      unreadable = true;
    }
  }
  await list?.end();
  if (!list) for (const line of tallies.flatMap((tally) => tally.lines({ named: files.length > 1 }))) print(line);
  const sum = (what: keyof Tally['totals']) => tallies.reduce((all, { totals }) => all + totals[what], 0);
  const parts = [`${sum('valid')} valid`, `${sum('invalid')} not valid`];
  if (sum('unread') > 0) parts.push(`${sum('unread')} not readable`);
  if (sum('warnings') > 0) parts.push(counted(sum('warnings'), 'warning'));
  const took = seconds(performance.now() - began);
  if (!list && sum('messages') > 0)
    say(`${counted(sum('messages'), 'message')}: ${parts.join(', ')} (release ${release.id}, ${took})`);
  if (unreadable || sum('unread') > 0) return 2;
  return sum('invalid') > 0 ? 1 : 0;
}

async function readFile(
  file: string,
  { flags, release }: { flags: ValidateFlags; release: Release },
  each: (judged: Judged, unread: boolean) => Promise<void> | void,
): Promise<void> {
  let found = false;
  const source = file === '-' ? (process.stdin as AsyncIterable<Buffer>) : file;
  for await (const read of readMessages(source)) {
    found = true;
    await each(judge(read, flags.direction, release), isUnread(read));
  }
  if (!found) throw raise('MESSAGES_ABSENT', {}, file);
}
