import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { barriers, launchBrowser, looks, needs, openPage, pixelsOffTheSide, scratchDir, which } from '../../testing';
import { openPack } from '../verify';
import { bytesOf, greenRun, keysOf, laidDown, packOf, signerOf, type KeyKind } from './pack.fixture';

const isThere = which('sha256sum') !== undefined && which('sh') !== undefined;
const byHand = isThere ? needs('openssl') : { skip: 'left out: no sha256sum and sh on the PATH' };

/** A pack of this kind of key, unpacked as a reader would. */
async function unpacked(kind?: KeyKind): Promise<string> {
  const folder = scratchDir();
  const signer = kind && signerOf(await keysOf(kind));
  const pack = openPack(laidDown(bytesOf(await packOf(await greenRun(), signer ? { signer } : {}))));
  for (const name of pack.names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), pack.read(name)!);
  }
  return folder;
}

/** The commands of VERIFY.html, as a reader would copy them. */
function commandsOf(folder: string): string[] {
  const page = readFileSync(path.join(folder, 'VERIFY.html'), 'utf8');
  const texts = [...page.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)].map(([, text]) => text!);
  return texts
    .map((text) => text.replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    .filter((text) => !text.startsWith('qualify '));
}

function given(folder: string, command: string) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
}

for (const kind of ['ed25519', 'rsa'] as const) {
  test(`the page's own commands verify a pack signed by a key of kind ${kind}`, byHand, async () => {
    const folder = await unpacked(kind);
    const outcomes = commandsOf(folder).map((command) => ({ command, ...given(folder, command) }));
    assert.deepEqual(
      outcomes.filter(({ status }) => status !== 0),
      [],
    );
    const [sums, certificate, signature, manifest] = outcomes;
    assert.equal(outcomes.length, 4);
    assert.equal(sums!.text, '');
    const page = readFileSync(path.join(folder, 'VERIFY.html'), 'utf8');
    assert.ok(page.includes(/Fingerprint=([0-9A-F:]+)/i.exec(certificate!.text)![1]!));
    assert.match(signature!.text, /Verified (OK|Successfully)/);
    assert.ok(readFileSync(path.join(folder, 'statement.pae'), 'utf8').includes(manifest!.text.split(' ')[0]!));
  });

  test(`they find what was altered in a pack signed by a key of kind ${kind}`, byHand, async () => {
    const folder = await unpacked(kind);
    const [sums, , signature] = commandsOf(folder);
    writeFileSync(path.join(folder, 'verdicts.json'), '{}');
    const told = given(folder, sums!);
    assert.notEqual(told.status, 0);
    assert.match(told.text, /verdicts\.json: FAILED/);
    const statement = path.join(folder, 'statement.pae');
    writeFileSync(statement, readFileSync(statement, 'utf8').replace('PASSED', 'FAILED'));
    assert.notEqual(given(folder, signature!).status, 0);
  });
}

test('of an unsigned draft only the sums are verified', byHand, async () => {
  const folder = await unpacked();
  const commands = commandsOf(folder);
  assert.deepEqual(commands, ['sha256sum --check --strict --quiet SHA256SUMS']);
  assert.equal(given(folder, commands[0]!).status, 0);
});

test(
  'unzip takes the archive as it is',
  { skip: which('unzip') ? false : 'left out: no unzip on the PATH' },
  async () => {
    const file = laidDown(bytesOf(await packOf(await greenRun(), { signer: signerOf(await keysOf('ed25519')) })));
    const { status, stdout } = spawnSync('unzip', ['-t', file], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /No errors detected/);
  },
);

test(
  'VERIFY.html opens without a script, asks nobody, fits a phone and has no barrier',
  needs('chromium'),
  async () => {
    const browser = await launchBrowser();
    try {
      const url = pathToFileURL(path.join(await unpacked('ed25519'), 'VERIFY.html')).href;
      for (const look of looks) {
        const { page, asked, errors, close } = await openPage(browser, url, look);
        assert.equal(await page.locator('script').count(), 0);
        assert.ok((await pixelsOffTheSide(page)) <= 0);
        assert.deepEqual([await barriers(page, 'verify'), asked, errors], [[], [], []]);
        await close();
      }
    } finally {
      await browser.close();
    }
  },
);
