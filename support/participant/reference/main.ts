import { QualifyError } from '../../errors';
import { firstLine, optimiseLate } from '../../process';
import { createRedactor } from '../../wire';
import { readReferenceConfig } from './config';
import { openReference } from './participant';

/**
 * The process of a reference participant. It is told its configuration by the first line of its standard input, in JSON,
 * and prints one line of JSON when it is ready; logs to stderr, and ends with its parent (end of stdin), on SIGTERM or
 * when the parent disconnects.
 */
async function main(): Promise<void> {
  optimiseLate();
  const told = await firstLine();
  if (told === undefined) process.exit(0);
  const config = readReferenceConfig(told);
  const redactor = createRedactor([config.triggerToken, ...Object.values(config.apiKeys)]);
  const log = (line: string): void => {
    process.stderr.write(`${new Date().toISOString()} ${redactor.text(line)}\n`);
  };

  const ended = new Promise<void>((resolve) => {
    process.stdin
      .resume()
      .once('end', resolve)
      .once('close', resolve)
      .on('error', () => resolve());
    process.once('SIGTERM', () => resolve());
    process.once('disconnect', () => resolve());
  });
  // Ctrl-C reaches every process of the terminal; the parent decides when this one ends.
  process.on('SIGINT', () => undefined);

  const opening = openReference(config, log);
  const reference = await Promise.race([opening, ended]);
  if (!reference) process.exit(0);
  process.stdout.write(
    `${JSON.stringify({ ready: true, triggers: reference.triggers, webhook: reference.webhook })}\n`,
  );
  await ended;
  log('told to end');
  await reference.close();
  process.exit(0);
}

main().catch((error: unknown) => {
  const text = error instanceof QualifyError ? `${error.code} ${error.message}. ${error.fix}` : (error as Error).stack;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
