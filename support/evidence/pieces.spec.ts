import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { allureCases } from './allure-results';
import { readCoveredRun } from './coverage';
import { everyVerdict, runFolder, scenario, summaryPage, verdictsOf } from './fixture';
import { readRunFiles } from './run-files';
import { summaryPieces } from './summary';
import { writeEvidence } from './write';
import { writeWhole } from './write-whole';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function folderOf(scenarios: Parameters<typeof verdictsOf>[0]): Promise<string> {
  const folder = await runFolder(verdictsOf(scenarios));
  folders.push(folder);
  return folder;
}

const copies = (count: number) => Array.from({ length: count }, (_, n) => scenario({ id: `MQ-BP001-${100 + n}` }));

/** The ids of the scenarios whose entries or diagrams are read, in order. */
async function readsOf(folder: string) {
  const run = await readRunFiles(folder);
  const ids: string[] = [];
  const entriesOf = (id: string) => {
    ids.push(id);
    return run.entriesOf(id);
  };
  return { run: { ...run, entriesOf }, ids };
}

test('the pieces of the summary are one scenario each, made when they are taken', async () => {
  const { run, ids } = await readsOf(await folderOf(copies(20)));
  const rows = /<tbody id="(s-[^"]+)"/g;
  let seen = 0;
  for (const piece of summaryPieces(run)) {
    const own = piece.match(rows)?.length ?? 0;
    assert.ok(own <= 1, 'a piece of more than one scenario');
    seen += own;
    assert.equal(ids.length, seen, 'entries are read before their scenario is wanted');
  }
  assert.equal(seen, 20);
});

test('the results of Allure are made one at a time', async () => {
  const { run, ids } = await readsOf(await folderOf(copies(5)));
  const [first, second] = [allureCases(run).next(), allureCases(run).next()];
  assert.equal(first.value.result.uuid, second.value.result.uuid);
  assert.deepEqual(ids, ['MQ-BP001-100', 'MQ-BP001-100']);
});

test('the page that is written is its pieces, one behind the other, and no draft stays', async () => {
  const folder = await folderOf(everyVerdict());
  const { summary } = await writeEvidence(folder, { report: false });
  assert.equal(await readFile(summary, 'utf8'), summaryPage(await readRunFiles(folder)));
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.endsWith('.part')),
    [],
  );
});

test('a page that cannot be made leaves the former one, and no draft', async () => {
  const folder = await folderOf(copies(1));
  const file = path.join(folder, 'page.html');
  await writeFile(file, 'former');
  function* failing() {
    yield 'begun';
    throw new Error('no more');
  }
  await assert.rejects(writeWhole(file, failing()), /no more/);
  assert.equal(await readFile(file, 'utf8'), 'former');
  assert.ok(!(await readdir(folder)).includes('page.html.part'));
  await writeWhole(file, ['new', 'er']);
  assert.equal(await readFile(file, 'utf8'), 'newer');
});

test('entries read by scenario are those of the whole ledger, in their order', async () => {
  const scenarios = everyVerdict();
  const folder = await folderOf(scenarios);
  const run = await readRunFiles(folder);
  const { entries } = await readCoveredRun(folder);
  assert.ok(entries.length > 0);
  for (const { id } of scenarios) {
    const own = entries.filter((entry) => entry.scenario === id);
    // As text: what attachments are made of, keys in their order.
    assert.equal(JSON.stringify(run.entriesOf(id)), JSON.stringify(own));
  }
  assert.deepEqual(run.entriesOf('MQ-BP099-999'), []);
});
