import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** What `startProcess` told this process by its standard input; undefined when that ended before. */
export async function firstLine(): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin });
  const line = once(lines, 'line').then(([text]) => text as string);
  const said = await Promise.race([line, once(lines, 'close').then(() => undefined)]);
  lines.close();
  return said;
}
