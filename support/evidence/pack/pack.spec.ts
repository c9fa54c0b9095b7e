import assert from 'node:assert/strict';
import { generateKeyPairSync, createPrivateKey } from 'node:crypto';
import { cpSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { scratchDir } from '../../testing';
import { openPack } from '../verify';
import { crc32 } from './container';
import { bytesOf, greenRun, keysOf, laidDown, noOptions, packOf, signerOf, sourceOf, type Keys } from './pack.fixture';
import { preAuthentication } from './statement';
import { makePack } from '.';

let keys: Keys;
before(async () => (keys = await keysOf('ed25519')));

const opened = (bytes: Buffer) => openPack(laidDown(bytes));
const codeIs = (code: string) => (error: Error & { code?: string }) => {
  assert.equal(error.code, code, error.message);
  return true;
};

test('the same files give the same bytes, wherever they lie and whenever they were written', async () => {
  for (const signer of [signerOf(keys), signerOf(await keysOf('rsa'))]) {
    const folder = await greenRun();
    const copy = path.join(scratchDir(), path.basename(folder));
    cpSync(folder, copy, { recursive: true });
    utimesSync(path.join(copy, 'verdicts.json'), new Date(0), new Date(0));
    const [one, other] = await Promise.all([folder, copy].map(async (run) => bytesOf(await packOf(run, { signer }))));
    assert.ok(one!.equals(other!));
  }
});

test('the size that is told is that of the file', async () => {
  const pack = await packOf(await greenRun(), { signer: signerOf(keys) });
  assert.equal(bytesOf(pack).length, pack.size);
});

test('a pack holds the evidence of the run, and says what it left out', async () => {
  const folder = await greenRun();
  for (const name of ['rttm.csv', 'hub.log', 'shot.png', 'old.zip', '.hidden', 'core', 'half.json.part'])
    writeFileSync(path.join(folder, name), name);
  for (const name of ['allure-report', 'allure-results']) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'index.html'), name);
  }
  symlinkSync('/etc/hostname', path.join(folder, 'link.json'));
  const pack = opened(bytesOf(await packOf(folder)));
  assert.deepEqual(
    pack.names.filter((name) => !name.startsWith('diagrams/')),
    [
      'SHA256SUMS',
      'VERIFY.html',
      'allure-report/index.html',
      'environment.effective.yaml',
      'ledger.ndjson',
      'manifest.json',
      'profile.effective.yaml',
      'rttm.csv',
      'selection.json',
      'statement.dsse.json',
      'summary.html',
      'verdicts.json',
    ],
  );
  assert.deepEqual(pack.manifest?.leftOut.map(({ name }) => name).sort(), [
    'allure-results',
    'core',
    'hub.log',
    'link.json',
    'old.zip',
    'shot.png',
  ]);
});

test('a file that bears a name of the pack, or one that differs in capital letters alone, is refused', async () => {
  for (const names of [['manifest.json'], ['VERIFY.HTML'], ['a.csv', 'A.csv']]) {
    const folder = await greenRun();
    for (const name of names) writeFileSync(path.join(folder, name), '');
    await assert.rejects(packOf(folder), codeIs('PACK_FILE_UNPACKABLE'));
  }
});

test('nothing is packed when a secret is found; it is told where, and every file was looked at', async () => {
  const folder = await greenRun();
  const seen: string[] = [];
  const scan = (files: Iterable<{ name: string; bytes: Buffer }>) => {
    for (const { name } of files) seen.push(name);
    return [{ file: 'summary.html', member: 'base64', what: 'a private key' }];
  };
  await assert.rejects(packOf(folder, { scan }), (error: Error) => {
    assert.match(error.message, /summary\.html, base64: a private key/);
    return codeIs('PACK_SECRET_FOUND')(error);
  });
  for (const name of ['VERIFY.html', 'ledger.ndjson', 'summary.html', 'verdicts.json'])
    assert.ok(seen.includes(name), name);
});

test('a run that changes while it is packed is refused', async () => {
  const source = await sourceOf(await greenRun());
  writeFileSync(path.join(source.folder, 'verdicts.json'), '{}');
  assert.throws(() => makePack(source, noOptions), codeIs('PACK_FILE_UNPACKABLE'));
});

test('what is signed is a test-result statement in a DSSE envelope, of which the manifest is the subject', async () => {
  assert.equal(
    preAuthentication(Buffer.from('hello world'), 'http://example.com/HelloWorld').toString(),
    'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
  );
  const pack = await packOf(await greenRun(), { signer: signerOf(keys) });
  const { read } = opened(bytesOf(pack));
  const envelope = JSON.parse(read('statement.dsse.json')!.toString()) as Record<string, string>;
  assert.equal(envelope.payloadType, 'application/vnd.in-toto+json');
  const statement = JSON.parse(Buffer.from(envelope.payload!, 'base64').toString()) as Record<string, unknown>;
  assert.equal(statement._type, 'https://in-toto.io/Statement/v1');
  assert.equal(statement.predicateType, 'https://in-toto.io/attestation/test-result/v0.1');
  assert.deepEqual(statement.subject, [{ name: 'manifest.json', digest: { sha256: pack.manifestSha256 } }]);
  const { result, passedTests, failedTests, warnedTests } = statement.predicate as Record<string, unknown>;
  assert.deepEqual([result, passedTests, warnedTests, failedTests], ['PASSED', ['MQ-BP001-010'], [], []]);
});

test('an unsigned draft says so on its page and has no signature', async () => {
  const { read, names, manifest } = opened(bytesOf(await packOf(await greenRun())));
  const page = read('VERIFY.html')!.toString();
  assert.match(page, /Draft, not signed/);
  assert.match(page, /anybody could have made or changed/);
  assert.equal(manifest?.signer, null);
  assert.ok(!names.some((name) => /\.(pae|sig|pem)$/.test(name)));
  const signed = opened(bytesOf(await packOf(await greenRun(), { signer: signerOf(keys) })));
  assert.match(signed.read('VERIFY.html')!.toString(), /Draft, signed/);
});

test('a bundled participant is named in manifest, statement and page', async () => {
  const folder = await greenRun({ participant: { name: 'Reference', roles: ['SUP'], bundled: true } });
  const { read, manifest } = opened(bytesOf(await packOf(folder, { signer: signerOf(keys) })));
  for (const text of [manifest!.notes.join(), read('statement.pae')!.toString(), read('VERIFY.html')!.toString()])
    assert.match(text, /Bundled reference participant/);
});

test('keys and certificates that cannot sign are refused, each with its code', async () => {
  const [rsa, short, ec, old, early] = await Promise.all([
    keysOf('rsa'),
    keysOf('short rsa'),
    keysOf('ec'),
    keysOf('ed25519', [-9, -1]),
    keysOf('ed25519', [1, 9]),
  ]);
  const cases: [string, Keys][] = [
    ['PACK_KEY_SHORT', short],
    ['PACK_KEY_KIND', ec],
    ['PACK_KEY_MISMATCH', { ...rsa, certificate: keys.certificate }],
    ['PACK_CERTIFICATE_NOT_VALID_NOW', old],
    ['PACK_CERTIFICATE_NOT_VALID_NOW', early],
    ['PACK_CERTIFICATE_UNREADABLE', { ...keys, certificate: keys.key }],
    ['PACK_CERTIFICATE_UNREADABLE', { ...keys, certificate: keys.certificate.replace(/\n.{20}/, '\n') }],
    ['PACK_KEY_UNREADABLE', { ...keys, key: keys.certificate }],
    [
      'PACK_CHAIN_BROKEN',
      { ...keys, certificate: keys.certificate.split(/(?<=END CERTIFICATE-----\n)/)[0]! + rsa.certificate },
    ],
  ];
  for (const [code, pair] of cases) assert.throws(() => signerOf(pair), codeIs(code), code);
});

test('a key with a passphrase needs it, and the error does not show it', async () => {
  const key = createPrivateKey(keys.key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'correct horse',
  });
  const locked = { ...keys, key: String(key) };
  assert.equal(signerOf(locked, 'correct horse').scheme, 'ed25519');
  for (const passphrase of [undefined, 'wrong horse']) {
    assert.throws(
      () => signerOf(locked, passphrase),
      (error: Error) => {
        assert.doesNotMatch(`${error.message} ${String(error.cause)}`, /horse/);
        return codeIs('PACK_KEY_UNREADABLE')(error);
      },
    );
  }
});

test('a key of RSA-PSS is refused: openssl would need other options', () => {
  const { privateKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  assert.throws(() => signerOf({ ...keys, key: String(key) }), codeIs('PACK_KEY_KIND'));
});

test('CRC-32 is the same with and without the help of Node', () => {
  const bytes = Buffer.from('123456789');
  assert.equal(crc32(bytes), 0xcbf43926);
  assert.equal(crc32(bytes, null), 0xcbf43926);
});
