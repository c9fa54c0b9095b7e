import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import type { Profile } from '../participant';
import { scratchDir, scratchFile } from '../testing';
import { assertOnly } from './doctor.fixture';
import { dtcFindings, folderFindings, lockFindings, portFindings, programFindings } from './machine';

test('a folder that is there, or can be made, is well, and is not made', async () => {
  const dir = scratchDir();
  assert.deepEqual(await folderFindings([dir, path.join(dir, 'not', 'yet')]), []);
  assert.deepEqual(readdirSync(dir), []);
});

test('a file in the place of a folder is found, and so is one above it', async () => {
  const file = scratchFile('reports', '');
  assertOnly(await folderFindings([file]), 'FOLDER_NOT_WRITABLE', /is a file/);
  assertOnly(await folderFindings([path.join(file, 'runs')]), 'FOLDER_NOT_WRITABLE');
});

test('too little room is found', async () => {
  const dir = scratchDir();
  assertOnly(await folderFindings([dir], 1e12), 'DOCTOR_DISK_LOW', /\d+ MB are free/);
  assert.deepEqual(await folderFindings([dir], 1), []);
});

test('a port in use is found; a free one, and any, is well', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  assertOnly(await portFindings(port), 'DOCTOR_PORT_TAKEN', new RegExp(`${port}.*EADDRINUSE`));
  server.close();
  await once(server, 'close');
  assert.deepEqual(await portFindings(port), []);
  assert.deepEqual(await portFindings(0), []);
});

test('a folder of DTC files that cannot be read is told at its line of the profile, and stops nothing', async () => {
  const folder = scratchDir();
  const profile = (name?: string) =>
    ({
      folder,
      offDip: name === undefined ? undefined : { folder: name },
      placeOf: () => 'own.yaml:7',
    }) as unknown as Profile;
  for (const well of [undefined, '.', folder]) assert.deepEqual(await dtcFindings(profile(well)), []);
  const found = await dtcFindings(profile('not-there'));
  assertOnly(found, 'DOCTOR_DTC_FOLDER', /ENOENT/);
  assert.deepEqual([found[0]!.level, found[0]!.place], ['warning', 'own.yaml:7']);
  assertOnly(await dtcFindings(profile(scratchFile('a.txt', ''))), 'DOCTOR_DTC_FOLDER', /ENOTDIR/);
});

test('a state folder that another run holds is found', () => {
  assert.deepEqual(lockFindings(undefined, 'state'), []);
  assertOnly(lockFindings({ pid: 7, since: '2027-01-01' }, 'state'), 'RUN_ALREADY_GOING', /process 7/);
});

test('Java and Chromium are only missed', () => {
  const found = programFindings({ PATH: scratchDir() });
  assert.deepEqual(
    found.map(({ code, level }) => [code, level]),
    [
      ['DOCTOR_NO_JAVA', 'info'],
      ['DOCTOR_NO_BROWSER', 'info'],
    ],
  );
  const program = (name: string) => scratchFile(process.platform === 'win32' ? `${name}.EXE` : name, '');
  const PATH = path.dirname(program('java'));
  assert.deepEqual(programFindings({ PATH, CHROMIUM_PATH: program('chromium') }), []);
});
