import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { scratchDir } from '../../testing';

test('100 MB of lines are read in bounded memory', async () => {
  const file = path.join(scratchDir(), 'large.ndjson');
  const line = JSON.stringify({
    payload: { filler: Array.from({ length: 48 }, (_, i) => ({ period: i, quantity: '1.000' })) },
  });
  const block = `${line}\n`.repeat(500);
  const lines = 500 * Math.ceil(100_000_000 / block.length);
  const out = createWriteStream(file);
  for (let written = 0; written < lines; written += 500) if (!out.write(block)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  const program = `
    const { readMessages } = require(process.argv[1]);
    (async () => {
      let [count, most] = [0, 0];
      const before = process.memoryUsage().rss;
      for await (const { payload } of readMessages(process.argv[2])) {
        if (payload.filler.length === 48) count += 1;
        if (count % 1000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
      }
      console.log(JSON.stringify({ count, most }));
    })();`;
  // A heap that the file would not fit into.
  const args = [
    '--max-old-space-size=48',
    '-r',
    'ts-node/register',
    '-e',
    program,
    path.join(__dirname, 'messages.ts'),
    file,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { count, most } = JSON.parse(stdout) as { count: number; most: number };
  assert.equal(count, lines);
  assert.ok(most < 150_000_000, `${most} bytes more than at the start`);
});
