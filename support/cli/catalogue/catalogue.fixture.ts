import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { home } from '../../session';
import { newPlace, start, type Ended } from '../qualify.fixture';

export const place = newPlace();

/** `qualify catalogue …` in the place of the test. */
export const catalogue = (...args: string[]): Promise<Ended> => start(place, ['catalogue', ...args]).ended;

/** The same with text on standard input. */
export function piped(input: string, ...args: string[]): Ended {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(home, 'bin/qualify.js'), 'catalogue', ...args],
    {
      ...{ input, cwd: place.dir, encoding: 'utf8' as const, maxBuffer: 1e8, timeout: 60_000 },
      env: { ...env, QUALIFY_STATE: place.state, NO_COLOR: '1' },
    },
  );
  return { code: status, signal: null, stdout, stderr };
}

/** An entry of `validate --json`. */
export interface Entry {
  index: number;
  interface: string | null;
  event: string | null;
  valid: boolean;
  errors: { path: string; code: string; message: string }[];
  warnings: unknown[];
}

export const entries = ({ stdout }: Ended) => JSON.parse(stdout) as Entry[];

/** What `sample` prints. */
export async function sample(...args: string[]): Promise<unknown> {
  return JSON.parse((await catalogue('sample', ...args)).stdout) as unknown;
}
