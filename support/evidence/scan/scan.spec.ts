import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { scratchDir } from '../../testing';
import { issueAuthority } from '../../wire';
import { knownSecrets } from './known';
import { scanForSecrets } from './scan';

const token = 'tok/"7ygeebR7P5+uVvG6g7R&Qd5aXtr<FHyUtP7yfiVzEml4';
const pem = (type: 'rsa' | 'ec' | 'ed25519') =>
  type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('ed25519');
const keys = { rsa: pem('rsa'), ec: pem('ec'), ed25519: pem('ed25519') };
const pemOf = (name: keyof typeof keys) => keys[name].privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const derOf = (name: keyof typeof keys) => keys[name].privateKey.export({ format: 'der', type: 'pkcs8' });

const file = (content: string | Uint8Array, name = 'summary.html') => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
});
const whatIn = (content: string | Uint8Array, secrets: readonly string[]) => [
  ...new Set(scanForSecrets([file(content)], secrets).map(({ what }) => what)),
];
const inUse = 'a key or token that is in use';
const keyInUse = 'a private key that is in use';

describe('a token', () => {
  const around = (text: string) => `{"before":"ordinary text","value":"${text}","after":1}`;
  const forms: Record<string, string | Buffer> = {
    'as it is': around(token),
    'in JSON': around(JSON.stringify(token).slice(1, -1)),
    'in JSON in JSON': JSON.stringify(around(JSON.stringify(token).slice(1, -1))),
    'in a URL': around(encodeURIComponent(token)),
    'in HTML': around(token.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')),
    'in hex': around(Buffer.from(token).toString('hex')),
    'in UTF-16': Buffer.from(around(token), 'utf16le'),
    'in base64': around(Buffer.from(token).toString('base64')),
    'in base64 of a user and password': around(Buffer.from(`me:${token}`).toString('base64')),
    'in base64 for URLs': around(Buffer.from(`m:${token}`).toString('base64url')),
    'in base64 in base64': around(Buffer.from(Buffer.from(token).toString('base64')).toString('base64')),
    'in gzip': gzipSync(around(token)),
    'in gzip in gzip in base64': around(gzipSync(gzipSync(token)).toString('base64')),
    'in a report of the DIP': around(
      deflateSync(JSON.stringify({ note: token, more: 'x'.repeat(99) })).toString('base64'),
    ),
    'in a zip': Buffer.from(zipSync({ 'a/b.txt': Buffer.from(token) })),
    'in a stored member of a zip': Buffer.from(zipSync({ 'a.txt': [Buffer.from(token), { level: 0 }] })),
  };
  for (const [where, content] of Object.entries(forms)) {
    it(`is found ${where}`, () => {
      assert.deepEqual(whatIn(content, [token]), [inUse]);
      assert.deepEqual(whatIn(content, ['quite-another-token-of-that-length']), []);
    });
  }

  it('is found wherever it begins in what is encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (before, after) => {
        const bytes = Buffer.concat([before, Buffer.from(token), after]);
        assert.ok(whatIn(`a ${bytes.toString('base64')} b`, [token]).includes(inUse));
        assert.ok(whatIn(`a ${bytes.toString('base64url')} b`, [token]).includes(inUse));
      }),
    );
  });

  it('is told with file and member, and never itself', () => {
    const zip = zipSync({ 'data/a.json': Buffer.from(token) });
    const findings = scanForSecrets([file('nothing'), file(zip, 'book.xlsx')], [token]);
    assert.deepEqual(findings, [{ file: 'book.xlsx', member: 'data/a.json', what: inUse }]);
    assert.ok(!JSON.stringify(findings).includes(token.slice(0, 8)));
  });

  it('is found in the name of a file', () => {
    assert.equal(scanForSecrets([file('x', 'log-of-secret-token-0123.txt')], ['secret-token-0123']).length, 1);
  });

  it('is not looked for where it is too short to be one', () => {
    assert.deepEqual(whatIn('short text', ['short']), []);
  });
});

describe('a private key', () => {
  for (const name of ['rsa', 'ec', 'ed25519'] as const) {
    it(`is found in every form that it may have: ${name}`, () => {
      const forms = {
        pem: pemOf(name),
        json: JSON.stringify({ key: pemOf(name) }),
        lines: pemOf(name).split('\n').slice(1, -2).join('\n'),
        oneLine: pemOf(name).split('\n').slice(1, -2).join(''),
        base64Pem: Buffer.from(pemOf(name)).toString('base64'),
        der: derOf(name),
        hex: derOf(name).toString('hex'),
        jwk: JSON.stringify(keys[name].privateKey.export({ format: 'jwk' })),
        pkcs1: name === 'rsa' ? (keys.rsa.privateKey.export({ format: 'pem', type: 'pkcs1' }) as string) : pemOf(name),
        wide: Buffer.from(pemOf(name), 'utf16le'),
      };
      for (const [form, content] of Object.entries(forms)) {
        assert.ok(whatIn(content, [pemOf(name)]).includes(keyInUse), form);
      }
    });
  }

  it('that nobody knows is found by its form', () => {
    const contents = [
      pemOf('ec'),
      JSON.stringify(pemOf('rsa')),
      Buffer.from(pemOf('rsa')).toString('base64'),
      derOf('rsa'),
    ];
    for (const content of contents) assert.deepEqual(whatIn(content, []), ['a private key']);
    assert.deepEqual(whatIn(`key: ${derOf('rsa').toString('base64')}`, []), ['a private key']);
  });

  it('is not taken for its certificate or its public key', () => {
    const publicKey = keys.rsa.publicKey.export({ format: 'pem', type: 'spki' }) as string;
    const { d: _, ...jwk } = keys.rsa.privateKey.export({ format: 'jwk' });
    for (const content of [
      publicKey,
      Buffer.from(publicKey).toString('base64'),
      jwk.n!,
      'BEGIN PRIVATE KEY is a heading',
    ]) {
      assert.deepEqual(whatIn(content, [pemOf('rsa')]), []);
    }
  });

  it('is not taken for the certificate of a real authority', async () => {
    const { certificate, key } = await issueAuthority(new Date());
    assert.ok(new X509Certificate(certificate).subject);
    assert.deepEqual(whatIn(Buffer.from(certificate).toString('base64'), [key]), []);
    assert.ok(whatIn(key, [key]).includes(keyInUse));
  });
});

describe('what cannot be looked into', () => {
  it('is told: a zip that is damaged, protected or too often packed', () => {
    const zip = Buffer.from(zipSync({ 'a.txt': Buffer.from('ordinary text '.repeat(50)) }));
    const broken = Buffer.from(zip);
    broken.fill(0xff, 40, 50);
    assert.deepEqual(whatIn(broken, []), ['a damaged zip']);
    const protectedZip = Buffer.from(zip);
    protectedZip.writeUInt16LE(1, protectedZip.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8);
    assert.deepEqual(whatIn(protectedZip, []), ['a zip that is protected by a password']);
    assert.deepEqual(whatIn(zip.subarray(0, zip.length - 30), []), ['a damaged zip']);
    let deep: Buffer = Buffer.from('x');
    for (let depth = 0; depth < 9; depth += 1) deep = gzipSync(deep);
    assert.deepEqual(whatIn(deep, []), ['something too often packed to look into']);
  });

  it('is told of what unpacks to more than the bound, before it fills the memory', () => {
    const bomb = gzipSync(Buffer.alloc(129 * 1024 * 1024));
    assert.deepEqual(whatIn(bomb, []), ['a gzip that is too large to look into']);
  });

  it('is no reason to stumble: any bytes are scanned', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'PK\x03\x04', '\x1f\x8b\x08', '\x78\x9c', '0\x82'),
        (bytes, magic) => {
          scanForSecrets([file(Buffer.concat([Buffer.from(magic, 'latin1'), bytes]))], [token]);
        },
      ),
    );
  });
});

describe('the secrets of a state folder', () => {
  it('are its keys, tokens and API keys, wherever they stand, and no paths or hashes', async () => {
    const state = scratchDir();
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(state, name)), { recursive: true });
      writeFileSync(path.join(state, name), text);
    };
    write('secrets/api-key-1000000001', 'the-api-key-of-a-party\n');
    write('authority.1/reference-SUP.1/signing-key.pem', pemOf('rsa'));
    write('authority.1/reference-SUP.1/signing-certificate.pem', '-----BEGIN CERTIFICATE-----');
    write(
      'hub.json',
      JSON.stringify({
        tenants: [{ token: 'token-of-the-tenant', secrets: ['another-secret'] }],
        tokenFile: '/a/path',
      }),
    );
    write('environment.json', JSON.stringify({ apiKeySha256: 'ab'.repeat(32), stage: 'PIT' }));
    write('journal/journal.log', 'token-in-the-journal');
    write('originals/run/ledger.ndjson', 'x');
    write('broken.json', '{');
    const known = await knownSecrets(state);
    assert.deepEqual(
      known.sort(),
      [pemOf('rsa'), 'another-secret', 'the-api-key-of-a-party', 'token-of-the-tenant'].sort(),
    );
    assert.deepEqual(await knownSecrets(path.join(state, 'absent')), []);
  });

  it('are found in a large file of other bytes', () => {
    const noise = randomBytes(3_000_000).toString('base64');
    assert.deepEqual(whatIn(noise, [token, pemOf('ec')]), []);
    assert.deepEqual(whatIn(`${noise} ${token}`, [token, pemOf('ec')]), [inUse]);
  });
});
