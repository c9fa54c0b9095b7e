import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { scratchDir } from '../../testing';
import { openJournal } from '.';
import { batch, found, owes } from './journal.fixture';

const program = join(__dirname, 'killed.fixture.ts');

/** Accepts until that many were accepted since its start, then is killed; returns their numbers. */
async function killedAfter(dir: string, count: number): Promise<number[]> {
  const child = spawn(process.execPath, ['-r', 'ts-node/register', program, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const accepted: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    accepted.push(Number(line));
    if (accepted.length === count) child.kill('SIGKILL');
  }
  await exited;
  return accepted;
}

test('a process that is killed in mid-write loses nothing that it accepted', async () => {
  const dir = join(scratchDir(), 'journal');
  const accepted = new Set<number>();
  for (const count of [1, 700, 1500, 2300]) {
    for (const record of await killedAfter(dir, count)) {
      assert.ok(!accepted.has(record), `${record} was given out twice`);
      accepted.add(record);
    }
    const journal = await openJournal({ dir });
    for (const record of accepted) {
      const one = await journal.read(record);
      assert.deepEqual(one && { ...one, at: '' }, { ...batch(record), at: '' });
      assert.ok(journal.has(`R-${record}`));
    }
    const owed = journal.owed();
    assert.deepEqual(
      owed,
      [...owed].sort((a, b) => a.record - b.record),
    );
    const open = new Set(owed.map(({ record }) => record));
    for (const record of accepted) if (record % 2 === 1) assert.ok(open.has(record), `${record} is owed`);
    for (const one of owed) assert.deepEqual(one, owes(one.record));
    const references = await found(journal);
    assert.equal(new Set(references).size, references.length, 'none twice');
    // What was written without an answer is there, too: at most what was on its way.
    assert.ok(references.length - accepted.size <= 16 * 4);
    await journal.close();
  }
});
