import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { allureCases } from './allure-results';
import { runFolder, scenario, summaryPage, verdictsOf } from './fixture';
import { messagesShown } from './messages-shown';
import { readRunFiles } from './run-files';

const [early, late, red] = ['MQ-BP001-010', 'MQ-BP001-020', 'MQ-BP001-030'] as const;
const verdicts = verdictsOf([scenario({ id: early }), scenario({ id: late }), scenario({ id: red, verdict: 'fail' })]);
const countOf = (lines: Record<string, number>) => (id: string) => lines[id]!;
const shownOf = (lines: Record<string, number>) =>
  [early, late, red].filter(messagesShown({ verdicts, countOf: countOf(lines) }));

test('a page shows the messages of every scenario, as long as a browser can bear it', () => {
  assert.deepEqual(shownOf({ [early]: 3, [late]: 4000, [red]: 5997 }), [early, late, red]);
  assert.deepEqual(shownOf({ [early]: 4, [late]: 4000, [red]: 5997 }), [early, red]);
});

test('what did not pass comes first, and one that is too large makes room for the others', () => {
  assert.deepEqual(shownOf({ [early]: 10_000, [late]: 3, [red]: 1 }), [late, red]);
  assert.deepEqual(shownOf({ [early]: 3, [late]: 3, [red]: 10_001 }), [early, late]);
});

test('what is left out is told with its place, in the summary and in Allure, and is not read', async () => {
  const folder = await runFolder(verdicts);
  try {
    const files = await readRunFiles(folder);
    assert.equal(files.countOf!(early), files.entriesOf(early).length);
    assert.equal(files.countOf!('MQ-BP099-999'), 0);
    const read: string[] = [];
    const entriesOf = (id: string) => (read.push(id), files.entriesOf(id));
    const run = { ...files, entriesOf, countOf: countOf({ [early]: 3, [late]: 12_000, [red]: 3 }) };
    const told = `12000 ledger lines of ${late} are not in this page`;
    const page = summaryPage(run);
    assert.ok(page.includes(told) && page.includes(`qualify open ${verdicts.run} show them`));
    assert.match(page, /steps?, 12000 ledger lines/);
    assert.ok(page.includes(`Messages of ${early}`) && !page.includes(`Messages of ${late}`));
    const messages = [...allureCases(run)].map(({ files: all }) => all.find(({ name }) => name === 'Messages')!);
    assert.deepEqual(
      messages.map(({ type }) => type),
      ['text/html', 'text/plain', 'text/html'],
    );
    assert.ok(messages[1]!.text.includes(told));
    assert.ok(!read.includes(late));
    assert.ok(!summaryPage(files).includes('not in this page'));
  } finally {
    await rm(folder, { recursive: true });
  }
});
