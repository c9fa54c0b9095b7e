import { randomBytes, webcrypto } from 'node:crypto';
import { KeyPair } from './identity';

const day = 24 * 60 * 60 * 1000;
const clockTolerance = 5 * 60 * 1000;
const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Lifetimes in days. The authority must outlive what it signs: it is renewed before it cannot. */
export const lifetimes = { authority: 730, identity: 90, renewBelow: 7 } as const;

/** Makes a certificate authority for throw-away test certificates (EC P-256). */
export async function issueAuthority(now: Date): Promise<KeyPair> {
  const x509 = await loadX509();
  const keys = await webcrypto.subtle.generateKey(ec, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [`Qualify test authority ${randomBytes(4).toString('hex')}`] }],
      serialNumber: serial(),
      ...validity(now, lifetimes.authority),
      signingAlgorithm: ec,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { key: await exportKey(keys.privateKey), certificate: certificate.toString('pem') + '\n' };
}

/** Makes a TLS certificate for client and server use on this machine (EC P-256). */
export async function issueTransport(authority: KeyPair, name: string, now: Date): Promise<KeyPair> {
  const x509 = await loadX509();
  return issue(authority, name, now, await webcrypto.subtle.generateKey(ec, true, ['sign', 'verify']), [
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth, x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension([
      { type: 'ip', value: '127.0.0.1' },
      { type: 'dns', value: 'localhost' },
    ]),
  ]);
}

/** Makes a certificate for DIP signatures (RSA 2048). */
export async function issueSigning(authority: KeyPair, name: string, now: Date): Promise<KeyPair> {
  const x509 = await loadX509();
  return issue(authority, name, now, await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']), [
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
  ]);
}

async function issue(
  authority: KeyPair,
  name: string,
  now: Date,
  keys: webcrypto.CryptoKeyPair,
  extensions: import('@peculiar/x509').Extension[],
): Promise<KeyPair> {
  const x509 = await loadX509();
  const issuer = new x509.X509Certificate(authority.certificate);
  const signingKey = await webcrypto.subtle.importKey(
    'pkcs8',
    x509.PemConverter.decodeFirst(authority.key),
    ec,
    false,
    ['sign'],
  );
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject: [{ CN: [name] }],
      issuer: issuer.subjectName.toJSON(),
      serialNumber: serial(),
      ...validity(now, lifetimes.identity),
      signingAlgorithm: ec,
      publicKey: keys.publicKey,
      signingKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        ...extensions,
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
        await x509.AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { key: await exportKey(keys.privateKey), certificate: certificate.toString('pem') + '\n' };
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const x509 = await loadX509();
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY') + '\n';
}

function validity(now: Date, days: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(now.getTime() - clockTolerance), notAfter: new Date(now.getTime() + days * day) };
}

// Positive and of full length: the first bits are 01.
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes.toString('hex');
}

// Loaded on first use: it costs 0.2 s, and most starts find their certificates on disk. It needs the polyfill first.
async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}
