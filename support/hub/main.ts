import { readFileSync } from 'node:fs';
import { hubConfig } from './config';
import { startHub } from './hub';

/**
 * The hub as a process of its own: `main.js CONFIG`. Prints one line of JSON when it is ready; ends on SIGTERM, or when
 * its standard input closes because its parent has ended.
 */
async function main(file: string): Promise<void> {
  const hub = await startHub(hubConfig.parse(JSON.parse(readFileSync(file, 'utf8'))));
  const end = (): void => void hub.close().finally(() => process.exit(0));
  process.once('SIGTERM', end);
  process.stdin.resume();
  process.stdin.once('end', end);
  process.stdin.once('close', end);
  process.stdout.write(`${JSON.stringify({ ready: true, control: hub.control, dip: hub.dip })}\n`);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
