import { writeSync } from 'node:fs';
import { loadPool } from './pool';

// What the test of several processes starts: `POOL STATE`. Says that it is ready, waits for a line, and spends all it gets.
const [file = '', stateDir = ''] = process.argv.slice(2);

void loadPool(file, { stateDir, spends: true }).then((pool) => {
  process.stdin.once('data', () => {
    const mpans: string[] = [];
    for (let one = pool.take({}); one; one = pool.take({})) mpans.push(one.mpan);
    writeSync(1, `${JSON.stringify(mpans)}\n`);
    process.exit();
  });
  writeSync(1, 'ready\n');
});
