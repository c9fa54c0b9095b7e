import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The profile that a run says it was made with; undefined for the bundled one, and where nothing says it. */
export function profileOfRun(folder: string): string | undefined {
  const file = join(folder, 'run.json');
  if (!existsSync(file)) return undefined;
  try {
    const { options } = JSON.parse(readFileSync(file, 'utf8')) as { options?: { participant?: unknown } };
    return typeof options?.participant === 'string' ? resolve(folder, options.participant) : undefined;
  } catch {
    return undefined;
  }
}
