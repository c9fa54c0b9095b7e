import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const specification = path.resolve(__dirname, '../../../shared/dip-spec/v2.1.0');
const published = /https:\/\/raw\.githubusercontent\.com\/[^'"#\s]*\/(?=[\w-]+\.yaml)/g;
const startMs = 120_000;

export interface Mock {
  url: string;
  stop(): Promise<void>;
}

/**
 * The OpenAPI mock server Prism on the published specification, over plain HTTP. `PRISM_CLI` names its `prism` command;
 * what is missing is told instead.
 */
export async function startPrism(dir: string): Promise<Mock | { missing: string }> {
  const cli = process.env.PRISM_CLI;
  if (!cli) return { missing: 'PRISM_CLI names no Prism' };
  if (!existsSync(specification)) return { missing: 'the published specification is absent' };
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(process.execPath, [cli, 'mock', '-p', String(port), localCopy(path.join(dir, 'specification'))], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
  };
  const listening = new Promise<boolean>((resolve) => {
    const late = setTimeout(() => resolve(false), startMs);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.includes('Prism is listening')) return;
      clearTimeout(late);
      resolve(true);
    });
    void ended.then(() => resolve(false));
  });
  if (await listening) return { url: `http://127.0.0.1:${port}`, stop };
  await stop();
  return { missing: 'Prism did not start' };
}

// Its files refer to each other by their public addresses: a measurement does not go out to the Internet.
function localCopy(to: string): string {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(specification)) {
    const from = path.join(specification, name);
    if (!name.endsWith('.yaml')) continue;
    const text = readFileSync(from, 'utf8').replaceAll(published, './').replace('servers: null', 'servers: []');
    writeFileSync(path.join(to, name), text);
  }
  return path.join(to, 'SubmitEvents-unresolved.yaml');
}
