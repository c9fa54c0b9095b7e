import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { findFiles, runTests } from './test-run';

const dir = mkdtempSync(path.join(tmpdir(), 'test-run-'));
after(() => rmSync(dir, { recursive: true }));

function file(name: string, text: string): string {
  const full = path.join(dir, name);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

const good = file('unit/good.spec.js', "require('node:test').test('good', () => {});");

test('finds test files below folders, by ending and by part of the path', () => {
  file('unit/deep/other.spec.js', '');
  file('unit/helper.js', '');
  assert.deepEqual(findFiles(['unit', 'absent'], '.spec.js', [], dir), [
    'unit/deep/other.spec.js',
    'unit/good.spec.js',
  ]);
  assert.deepEqual(findFiles(['unit'], '.spec.js', ['deep/'], dir), ['unit/deep/other.spec.js']);
  assert.deepEqual(findFiles(['unit'], '.spec.ts', [], dir), []);
});

test('a run of good tests is ok and counted', async () => {
  const { ok, counts } = await runTests([good], { quiet: true });
  assert.ok(ok);
  assert.equal(counts.pass, 1);
});

test('a failing test, a file that cannot be loaded, one without tests and one that ends the process are not ok', async () => {
  const bad = {
    failing: "require('node:test').test('bad', () => { throw new Error('bad'); });",
    broken: "require('./nothing-there');",
    vacuous: 'module.exports = {};',
    exits: "require('node:test').test('x', () => process.exit(0));",
  };
  for (const [name, text] of Object.entries(bad)) {
    const { ok } = await runTests([file(`bad/${name}.spec.js`, text)], { quiet: true });
    assert.ok(!ok, name);
  }
});

test('a file that cannot be loaded does not hide the results of the others', async () => {
  const { ok, counts } = await runTests([file('bad/gone.spec.js', "require('./gone');"), good], { quiet: true });
  assert.ok(!ok);
  assert.deepEqual([counts.pass, counts.fail], [1, 1]);
});

test('what hangs is ended', async () => {
  const hanging = file(
    'bad/hangs.spec.js',
    "require('node:http').createServer().listen(0);" + `require(${JSON.stringify(good)})`,
  );
  assert.ok(!(await runTests([hanging], { quiet: true, limitMinutes: 0.05 })).ok);
});

test('tests run in the time zone that is asked for', async () => {
  const zone = file(
    'unit/zone.spec.js',
    "require('node:test').test('zone', () => { if (new Date(2027, 6, 1).getUTCHours() !== 4) throw new Error(); });",
  );
  assert.ok((await runTests([zone], { quiet: true, env: { TZ: 'America/New_York' } })).ok);
  assert.ok(!(await runTests([zone], { quiet: true, env: { TZ: 'UTC' } })).ok);
});
