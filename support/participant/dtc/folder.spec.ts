import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDtcFolder, type DtcFile } from './folder';

const made: string[] = [];
after(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));
async function scratch(): Promise<string> {
  made.push(await mkdtemp(join(tmpdir(), 'qualify-dtc-')));
  return made.at(-1)!;
}

const flow = (mpan: string) =>
  `ZHV|1|D0168001|X|SUPA|R|NMNT|20270601120000||||TR01|\n12A|${mpan}|\nZPT|1|1||1|20270601120000|\n`;
const about = (files: readonly DtcFile[]) =>
  files.map((file) => [file.name, 'mpans' in file ? [...file.mpans].join() : file.problem]);

test('plain files are read, by name; links, hidden files and folders are not', async () => {
  const [folder, outside] = [await scratch(), await scratch()];
  await writeFile(join(outside, 'elsewhere.usr'), flow('9900000000010'));
  await symlink(join(outside, 'elsewhere.usr'), join(folder, 'link.usr'));
  await mkdir(join(folder, 'below'));
  await writeFile(join(folder, 'below', 'deep.usr'), flow('9900000000010'));
  await writeFile(join(folder, '.part'), flow('9900000000010'));
  await writeFile(join(folder, 'b.usr'), 'nonsense');
  await writeFile(join(folder, 'a.usr'), flow('9900000000003'));
  const { files, problem } = await openDtcFolder(folder).look();
  assert.equal(problem, undefined);
  assert.deepEqual(about(files), [
    ['a.usr', '9900000000003'],
    ['b.usr', 'expected a header ZHV|…'],
  ]);
});

test('a file that was half written is read again, and one that is gone no longer counts', async () => {
  const folder = await scratch();
  const dtc = openDtcFolder(folder);
  const file = join(folder, 'a.usr');
  await writeFile(file, flow('9900000000003').slice(0, 60));
  assert.ok('problem' in (await dtc.look()).files[0]!);
  await writeFile(file, flow('9900000000003'));
  assert.deepEqual(about((await dtc.look()).files), [['a.usr', '9900000000003']]);
  await rm(file);
  assert.deepEqual((await dtc.look()).files, []);
});

test('a file that comes is told of', async () => {
  const folder = await scratch();
  const dtc = openDtcFolder(folder);
  let stop = (): void => undefined;
  const told = new Promise<void>((resolve) => (stop = dtc.changed(resolve)));
  await writeFile(join(folder, 'a.usr'), flow('9900000000003'));
  // The watcher keeps no process alive, and so the deadline of a wait must.
  const deadline = setTimeout(() => assert.fail('nothing was told'), 10_000);
  await told;
  clearTimeout(deadline);
  stop();
});

test('a folder that is not there says so, and is not watched', async () => {
  const dtc = openDtcFolder(join(await scratch(), 'none'));
  assert.deepEqual(await dtc.look(), { files: [], problem: 'ENOENT' });
  dtc.changed(() => assert.fail('nothing can change'))();
});
