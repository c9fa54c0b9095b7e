import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bytesOf, greenRun, keysOf, laidDown, packOf, signerOf } from '../pack/pack.fixture';
import { openViewer, type Viewer } from './open-viewer';
import { viewerPages } from './pages';
import { readSubject } from '../read-subject';
import { deadLinks, mpan } from './viewer.fixture';
import { indexSubject } from './viewer-index';

const asked: (string | undefined)[] = [];
function requirementsOf(_: unknown, own: string | undefined) {
  asked.push(own);
  return Promise.resolve([]);
}

const open = (place: string): Promise<Viewer> => openViewer(place, { requirementsOf });

const every = ({ pages }: Viewer, pattern: RegExp) => [...pages.values()].every((text) => pattern.test(text));

test('of a folder the pages bear no word of a pack, and searches lead to them', async () => {
  const folder = await greenRun();
  const viewer = await open(folder);
  assert.equal(asked.at(-1), folder);
  assert.equal(viewer.verification, undefined);
  assert.ok(![...viewer.pages.values()].some((text) => /The pack/.test(text)));
  assert.deepEqual(viewer.search(mpan), { href: `pages/mpan/${mpan}.html` });
  const listed = viewer.search('MQ-BP');
  assert.match('text' in listed ? listed.text : '', /href="\/pages\/scenarios\/MQ-BP001-010\.html"/);
});

test('of a signed pack every page says that it verifies and who signed; its folder is followed nowhere', async () => {
  const viewer = await open(
    laidDown(bytesOf(await packOf(await greenRun(), { signer: signerOf(await keysOf('ed25519')) }))),
  );
  assert.equal(asked.at(-1), undefined);
  assert.ok(every(viewer, /The pack verifies: nothing of it was altered, added or taken out since it was signed/));
  assert.ok(every(viewer, /Signed by CN=Example Supplier release manager/));
  assert.ok(every(viewer, /Draft: made for reading/));
  const diagram = viewer.pages.get('pages/scenarios/MQ-BP001-010.html')!;
  assert.match(diagram, /<svg/);
});

test('a pack that is not valid is shown with that on every page', async () => {
  const bytes = bytesOf(await packOf(await greenRun()));
  bytes[bytes.indexOf('SHA256SUMS') + 12]! ^= 1;
  const viewer = await open(laidDown(bytes));
  assert.equal(viewer.verification!.valid, false);
  assert.ok(every(viewer, /The pack is NOT VALID\. Nothing below can be relied on/));
  assert.ok(!every(viewer, /The pack verifies/));
});

test('pages that somebody put into a pack are not shown', async () => {
  const pages = () => [{ name: 'pages/index.html', text: '<p>Certified by nobody</p>' }];
  const viewer = await open(laidDown(bytesOf(await packOf(await greenRun(), { pages }))));
  assert.ok(![...viewer.pages.values()].some((text) => /Certified/.test(text)));
  assert.ok(every(viewer, /The pack verifies: its bytes, sums, ledgers and totals agree with one another/));
});

test('the pages of a pack are the same each time, are listed in its manifest, and bear its weight', async () => {
  const folder = await greenRun();
  const subject = await readSubject(folder);
  const pages = (notes: readonly string[]) =>
    viewerPages(indexSubject(subject), { banners: notes.map((text) => ({ tone: 'unsure', text })) });
  const [one, two] = [await packOf(folder, { pages }), await packOf(folder, { pages })];
  assert.ok(bytesOf(one).equals(bytesOf(two)));
  const names = one.manifest.members.map(({ name }) => name).filter((name) => name.startsWith('pages/'));
  const made = [...pages(['Draft'])];
  assert.deepEqual(names.sort(), made.map(({ name }) => name).sort());
  assert.deepEqual(deadLinks(made), []);
});

test('a file of the folder that bears the name of a page keeps the pack from being made', async () => {
  const folder = await greenRun();
  writeFileSync(path.join(folder, 'pages.txt'), readFileSync(path.join(folder, 'verdicts.json')));
  const pages = () => [{ name: 'Pages.txt', text: '' }];
  await assert.rejects(packOf(folder, { pages }), /PACK_FILE_UNPACKABLE|another file has that name/);
});
