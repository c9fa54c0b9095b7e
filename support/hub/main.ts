import { readFileSync, writeSync } from 'node:fs';
import { QualifyError } from '../errors';
import { firstLine, optimiseLate } from '../process';
import { hubConfig } from './config';
import { startHub } from './hub';
import { createLog } from './log';

/**
 * The hub as a process of its own. It is told the file of its configuration by the first line of its standard input, and
 * prints one line of JSON when it is ready; ends on SIGTERM, or when its standard input closes because its parent has
 * ended. An error ends it at once and is the last line of its log.
 */
async function main(): Promise<void> {
  optimiseLate();
  const file = await firstLine();
  if (file === undefined) process.exit(0);
  const config = hubConfig.parse(JSON.parse(readFileSync(file, 'utf8')));
  const write = (line: string): void => void process.stderr.write(`${line}\n`);
  const log = createLog({ write, readable: false, level: 'error' });
  const hub = await startHub(config, { onFault: die, log });
  const end = (): void => void hub.close().finally(() => process.exit(0));
  process.once('SIGTERM', end);
  process.stdin.resume();
  process.stdin.once('end', end);
  process.stdin.once('close', end);
  process.stdout.write(`${JSON.stringify({ ready: true, control: hub.control, dip: hub.dip })}\n`);
}

function die(error: unknown): never {
  const { stack = '', name, message } = error instanceof Error ? error : new Error(String(error));
  const last = error instanceof QualifyError ? `${error.code} ${message}` : `${stack}\n${name}: ${message}`;
  try {
    writeSync(process.stderr.fd, `${last}\n`);
  } catch {
    // The disk of the log may be what is full.
  }
  process.exit(1);
}

process.on('uncaughtException', die);
main().catch(die);
