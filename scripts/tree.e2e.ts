import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mustFind, needs } from '../support/testing';
import { root } from './lib/process';

interface Offence {
  what: string;
  pattern: RegExp;
}

const offences: Offence[] = [
  { what: 'the body of a private key', pattern: /-BEGIN [A-Z ]*PRIVATE KEY-+\s+[A-Za-z0-9+/=]{40}/ },
  { what: 'a path of one machine', pattern: /(?<![\w.\-*])\/(?:home|root|Users)\/[\w.-]+|\b[A-Z]:\\+Users\\/ },
];
// npm writes the registry it was installed from into the lock file, unless it is told not to.
const inLockFile: Offence = { what: 'the address of a package registry', pattern: /"resolved":\s*"https?:/ };

function found(name: string, text: string): string[] {
  const wanted = name === 'package-lock.json' ? [...offences, inLockFile] : offences;
  return wanted.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `${name}: ${what}`);
}

test('no file of the project holds a private key, a path of one machine or a registry address', needs('git'), (t) => {
  if (!existsSync(path.join(root, '.git'))) return t.skip('left out: the project folder is no git working tree');
  const listed = execFileSync(mustFind('git'), ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  const files = listed.toString('utf8').split('\0').filter(Boolean);
  const present = files.filter((file) => existsSync(path.join(root, file)) && statSync(path.join(root, file)).isFile());
  assert.ok(present.includes('package.json'));
  assert.deepEqual(
    present.flatMap((file) => found(file, readFileSync(path.join(root, file), 'utf8'))),
    [],
  );
});

test('each kind of offence is found, and what only looks like one is not', () => {
  const body = 'M'.repeat(64);
  const begin = (kind: string) => `-----${'BEGIN'} ${kind}-----`;
  const bad = [
    `${begin('PRIVATE KEY')}\n${body}`,
    `${begin('RSA PRIVATE KEY')}\n${body}`,
    ['', 'home', 'me'].join('/'),
  ];
  for (const text of [...bad, ['C:', 'Users', 'me'].join('\\')])
    assert.equal(found('a.ts', `x ${text}`).length, 1, text);
  assert.equal(found('package-lock.json', '"resolved": "https://registry.example/a.tgz"').length, 1);
  const good = [
    `${begin('CERTIFICATE')}\n${body}`,
    `/${begin('PRIVATE KEY')}/`,
    'docs/home/page.md',
    'https://a.example/root/x',
  ];
  for (const text of good) assert.deepEqual(found('a.ts', text), [], text);
});
