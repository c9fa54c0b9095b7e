import { join } from 'node:path';
import type { Command } from 'commander';
import { errorsOf, wireErrors } from '../errors';
import { openViewer, rttmOf, viewedRequirements, type Subject, type ViewedRequirement } from '../evidence';
import { readRegisters } from '../requirements';
import { home } from '../session';
import type { Done } from './lazily';
import { serveViewer, type OpenServer } from './open-server';
import { numberOf } from './number-option';
import { print, say } from './output';
import { tellProgress } from './pack-progress';
import { rttmInput } from './rttm-input';
import { subjectOrPack } from './subject-argument';

const raise = errorsOf(wireErrors);

const examples = `
Examples:
  qualify open                      the last run
  qualify open my-campaign          the runs of a campaign
  qualify open evidence.zip         a pack: it is verified first, and every page says what came of it

Serves pages on this machine only, until Ctrl-C. Nothing is written, and nothing of a pack is executed.`;

interface Flags {
  port?: string;
  json?: boolean;
}

/** `qualify open`: a local viewer of evidence, read only. */
export function openCommand(command: Command, done: Done): void {
  command
    .argument(
      '[pack|run|campaign]',
      'file of a pack, folder or name of a run, or name of a campaign; without: the last run',
    )
    .option('--port <n>', 'port to listen on; default: one that is free')
    .option('--json', 'print the address as JSON')
    .addHelpText('after', examples)
    .action(async (target: string | undefined, flags: Flags) => {
      const port = numberOf('open', '--port', flags.port, 65_535) ?? 0;
      const viewer = await openViewer(subjectOrPack(target), { requirementsOf, onProgress: tellProgress });
      tellProgress('');
      const told = untilTold();
      const server = await serve(viewer, port);
      if (viewer.verification?.valid === false) say('The pack is NOT VALID: its pages say so, too.');
      say(`${viewer.subject.name}: ${server.url}`);
      say('Ctrl-C ends it.');
      if (flags.json) print(JSON.stringify({ url: server.url }));
      await told;
      await server.close();
      done(0);
    });
}

/** `own`: the folder of a run or campaign, whose profile may map a list of the user's. */
async function requirementsOf(subject: Subject, own: string | undefined): Promise<ViewedRequirement[]> {
  if (own !== undefined) return viewedRequirements(rttmOf(await rttmInput(subject, own, {})));
  const registers = await readRegisters(join(home, 'fixtures/requirements'));
  return viewedRequirements(rttmOf({ subject, registers, known: [] }));
}

async function serve(viewer: Parameters<typeof serveViewer>[0], port: number): Promise<OpenServer> {
  try {
    return await serveViewer(viewer, port);
  } catch (cause) {
    const detail = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw raise('WIRE_PORT_UNUSABLE', { port, host: '127.0.0.1', detail }, `127.0.0.1:${port}`, cause);
  }
}

/** Resolves when somebody asks for an end. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
