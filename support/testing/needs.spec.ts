import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { chromiumPath, javaPath, mustFind, needs, npmScript, which } from '.';

const dir = mkdtempSync(path.join(tmpdir(), 'needs-'));
const ending = process.platform === 'win32' ? '.EXE' : '';
after(() => rmSync(dir, { recursive: true }));

function program(folder: string, name: string): { folder: string; file: string } {
  const bin = path.join(dir, folder);
  mkdirSync(bin, { recursive: true });
  const file = path.join(bin, name + ending);
  writeFileSync(file, '');
  return { folder: bin, file };
}

test('what is absent leaves a test out by name, and makes it run and fail where CI=true', () => {
  for (const thing of ['chromium', 'java', 'openssl', 'git'] as const) {
    assert.match(String(needs(thing, { PATH: dir }).skip), /^left out: no /);
    assert.deepEqual(needs(thing, { PATH: dir, CI: 'true' }), { skip: false });
    assert.throws(() => mustFind(thing, { PATH: dir, CI: 'true' }), /needs something that is absent: no /);
  }
});

test('what is there lets the test run', () => {
  const { folder, file } = program('there', 'openssl');
  assert.deepEqual(needs('openssl', { PATH: folder }), { skip: false });
  assert.equal(mustFind('openssl', { PATH: folder }), file);
});

test('CHROMIUM_PATH wins over the PATH, and a wrong one is not passed over in silence', () => {
  const onPath = program('browser', 'google-chrome');
  const named = program('named', 'my-browser');
  assert.equal(chromiumPath({ PATH: onPath.folder }), onPath.file);
  assert.equal(chromiumPath({ PATH: onPath.folder, CHROMIUM_PATH: named.file }), named.file);
  assert.equal(chromiumPath({ PATH: onPath.folder, CHROMIUM_PATH: path.join(dir, 'gone') }), undefined);
});

test('Java comes from JAVA_HOME before the PATH', () => {
  const home = program('jre/bin', 'java');
  const onPath = program('other', 'java');
  assert.equal(javaPath({ PATH: onPath.folder, JAVA_HOME: path.join(dir, 'jre') }), home.file);
  assert.equal(javaPath({ PATH: onPath.folder }), onPath.file);
});

test('a folder that bears the name of a program is no program', () => {
  mkdirSync(path.join(dir, 'folders', `openssl${ending}`), { recursive: true });
  assert.equal(which('openssl', { PATH: path.join(dir, 'folders') }), undefined);
});

test('Windows finds a program by the endings of PATHEXT', () => {
  const bin = path.join(dir, 'windows');
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'java.EXE'), '');
  assert.equal(which('java', { Path: bin, PATHEXT: '.COM;.EXE' }, 'win32'), path.join(bin, 'java.EXE'));
});

test('npm is found as a script that node can run, and another package manager is not taken for it', () => {
  const pnpm = program('pnpm', 'pnpm.cjs').file;
  assert.notEqual(npmScript({ npm_execpath: pnpm }), pnpm);
});
