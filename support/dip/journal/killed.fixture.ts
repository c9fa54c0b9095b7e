import { openJournal } from '.';
import { batch, owes } from './journal.fixture';

/** A process that accepts without end, says which batches were accepted, and settles every other one. */
async function main(dir: string): Promise<void> {
  const journal = await openJournal({ dir, segmentBytes: 100_000 });
  const accept = async (): Promise<void> => {
    for (;;) {
      const record = journal.reserve();
      await journal.accept(batch(record, { at: new Date().toISOString() }));
      process.stdout.write(`${record}\n`);
      if (record % 2 === 0) journal.settle(owes(record), 'delivered');
    }
  };
  await Promise.all(Array.from({ length: 16 }, accept));
}

void main(process.argv[2]!);
