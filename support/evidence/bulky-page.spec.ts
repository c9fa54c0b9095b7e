import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { readBulkyPage, wholePage } from './bulky-page';
import { remoteNames } from './remote-names';
import { withoutRemote } from './remote-strip';
import { writeWhole } from './write-whole';

let folder = '';
before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'bulky-'))));
after(() => rm(folder, { recursive: true, force: true }));

async function pageOf(text: string) {
  const file = path.join(folder, 'page.html');
  await writeFile(file, text);
  return { file, page: await readBulkyPage(file) };
}

const base64 = (length: number) => Buffer.alloc(length, 'mhhs').toString('base64');
const loads = '<script src="https://example.org/a.js"></script>';
const carrying = (...literals: string[]) =>
  `<html><head></head><body>€${loads}<script>${literals.map((one) => `d('x',"${one}")`).join()}</script></body></html>`;

test('a page without its bulk is cleaned as the whole page is', async () => {
  // Shorter than what is shown, longer by little, longer than what is read at once.
  const text = carrying(base64(300), base64(771), base64(200_000), base64(65_536), '');
  const { file, page } = await pageOf(text);
  assert.equal(page.bulk.length, 3);
  assert.ok(page.text.length < 6000);
  await writeWhole(file, wholePage(file, { ...page, text: withoutRemote(page.text) }));
  const cleaned = await readFile(file, 'utf8');
  assert.equal(cleaned, withoutRemote(text));
  assert.notEqual(cleaned, text);
});

test('bulk of an element that is taken out goes with it', async () => {
  const text = `<head></head><img src="//example.org/a.png" alt="${base64(9000)}"><p title='${base64(6000)}'></p>`;
  const { file, page } = await pageOf(text);
  await writeWhole(file, wholePage(file, { ...page, text: withoutRemote(page.text) }));
  assert.equal(await readFile(file, 'utf8'), withoutRemote(text));
});

test('what would load is seen, whatever its length', async () => {
  const script = Buffer.from(`fetch("https://example.org/x");${' '.repeat(9000)}`).toString('base64');
  for (const [text, name] of [
    [`<script src="data:text/javascript;base64,${script}"></script>`, 'https://example.org/x'],
    [`<img src="//${'a'.repeat(5000)}">`, '//aaa'],
    [`<p title="${base64(9000)}"></p>${loads}`, 'https://example.org/a.js'],
  ] as const) {
    const { page } = await pageOf(text);
    const found = remoteNames(page.text);
    assert.equal(found.length, 1);
    assert.ok(found[0]!.startsWith(name), name);
  }
});

test('a literal that has no end is kept, a page with a NUL is refused', async () => {
  const text = `<p title="${base64(9000)}`;
  const { file, page } = await pageOf(text);
  await writeWhole(file, wholePage(file, page));
  assert.equal(await readFile(file, 'utf8'), text);
  await assert.rejects(pageOf('<p>\0</p>'), /NUL/);
});
