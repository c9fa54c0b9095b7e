import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { home } from '../session';
import { scratchDir, which } from '../testing';
import type { Participant } from './hub.fixture';

const script = path.join(home, 'docs/clients/sign-and-send.sh');
const missing = ['bash', 'curl', 'openssl'].find((name) => which(name) === undefined);

/** Options of a test that calls the script: it is left out by name where what the script needs is absent. */
export const needsShell = {
  skip: missing === undefined || process.env.CI === 'true' ? false : `left out: no ${missing} on the PATH`,
};

export interface Sent {
  code: number;
  stdout: string;
  stderr: string;
  /** All arguments that curl and openssl were called with. */
  called: string;
}

/** Calls the script as a user does; `curl` and `openssl` note what they are called with, and then do it. */
export async function signAndSend(
  { folder, dipId }: Pick<Participant, 'folder' | 'dipId'>,
  args: string[],
  beforeCurl = ':',
): Promise<Sent> {
  const bin = scratchDir();
  const log = path.join(bin, 'arguments');
  for (const name of ['curl', 'openssl']) {
    const lines = ['#!/usr/bin/env bash', `printf '%s\\n' "$@" >> '${log}'`, name === 'curl' ? beforeCurl : ':'];
    writeFileSync(path.join(bin, name), [...lines, `exec '${which(name)}' "$@"`, ''].join('\n'));
    chmodSync(path.join(bin, name), 0o755);
  }
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, DIR: folder, DIP_ID: dipId };
  const child = spawn('bash', [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray());
  const [code] = (await once(child, 'close')) as [number];
  const text = async (parts: Promise<unknown[]> | undefined) => (await parts)!.join('');
  return {
    code,
    stdout: await text(stdout),
    stderr: await text(stderr),
    called: existsSync(log) ? readFileSync(log, 'utf8') : '',
  };
}
