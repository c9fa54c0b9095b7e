import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root, runNode } from './lib/process';

const dirs: string[] = [];
after(() => dirs.forEach((dir) => rmSync(dir, { recursive: true })));

const old = new Date('2027-01-01T00:00:00Z');
const recent = new Date('2027-01-02T00:00:00Z');

/** A package folder whose `qualify` says from where it ran; sources are older than dist. */
function packageWith(parts: { sources?: boolean; dist?: boolean }): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'bin-'));
  dirs.push(dir);
  for (const folder of ['bin', 'support/cli', 'steps', 'dist/support/cli']) {
    mkdirSync(path.join(dir, folder), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'), 'junction');
  for (const file of ['qualify.js', 'load.js']) copyFileSync(path.join(root, 'bin', file), path.join(dir, 'bin', file));
  copyFileSync(path.join(root, 'tsconfig.json'), path.join(dir, 'tsconfig.json'));
  writeFileSync(path.join(dir, 'package.json'), '{}');
  const says = (what: string) => `exports.main = async (argv) => (console.log('${what}', argv.slice(2).join()), 7);`;
  if (parts.dist) {
    writeFileSync(path.join(dir, 'dist/support/cli/main.js'), says('dist'));
    writeFileSync(path.join(dir, 'dist/.built'), '');
    utimesSync(path.join(dir, 'dist/.built'), recent, recent);
  }
  if (!parts.sources) {
    rmSync(path.join(dir, 'support'), { recursive: true });
    rmSync(path.join(dir, 'steps'), { recursive: true });
  } else {
    const text =
      "export const main = async (argv: string[]): Promise<number> => (console.log('sources', argv.slice(2).join()), 7);";
    writeFileSync(path.join(dir, 'support/cli/main.ts'), text);
    for (const file of ['support/cli/main.ts', 'support/cli', 'support', 'steps'])
      utimesSync(path.join(dir, file), old, old);
  }
  utimesSync(path.join(dir, 'package.json'), old, old);
  return dir;
}

async function qualify(dir: string): Promise<string> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
  dirs.push(cwd);
  const { code, stdout, stderr } = await runNode([path.join(dir, 'bin/qualify.js'), 'list', '--why'], {
    cwd,
    quiet: true,
  });
  assert.equal(code, 7, stderr);
  return stdout.trim();
}

test('without dist, the sources run, from any folder, with arguments and exit code', async () => {
  assert.equal(await qualify(packageWith({ sources: true })), 'sources list,--why');
});

test('without sources, as in an installed package, dist runs', async () => {
  assert.equal(await qualify(packageWith({ dist: true })), 'dist list,--why');
});

test('dist that is newer than the sources runs', async () => {
  assert.equal(await qualify(packageWith({ sources: true, dist: true })), 'dist list,--why');
});

test('dist is passed over once a source was changed, added or removed, or the build did not end', async () => {
  const later = new Date('2027-01-03T00:00:00Z');
  for (const changed of ['support/cli/main.ts', 'steps', 'package.json']) {
    const dir = packageWith({ sources: true, dist: true });
    utimesSync(path.join(dir, changed), later, later);
    assert.equal(await qualify(dir), 'sources list,--why', changed);
  }
  const broken = packageWith({ sources: true, dist: true });
  rmSync(path.join(broken, 'dist/.built'));
  assert.equal(await qualify(broken), 'sources list,--why');
});

test('a compiled file finds its siblings through the copy in dist/bin', async () => {
  const dir = packageWith({ dist: true });
  mkdirSync(path.join(dir, 'dist/bin'));
  copyFileSync(path.join(root, 'bin/load.js'), path.join(dir, 'dist/bin/load.js'));
  const script = "require('./dist/bin/load.js').load('support/cli/main').main(['', '', 'plugin'])";
  const { stdout, stderr } = await runNode(['--eval', script], { cwd: dir, quiet: true });
  assert.equal(stdout.trim(), 'dist plugin', stderr);
});
