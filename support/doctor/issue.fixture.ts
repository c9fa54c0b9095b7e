import { randomBytes, webcrypto } from 'node:crypto';
import type * as X509 from '@peculiar/x509';
import type { KeyPair } from '../wire';

const day = 24 * 60 * 60 * 1000;
const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const usageIds = { client: '1.3.6.1.5.5.7.3.2', server: '1.3.6.1.5.5.7.3.1' };

export interface Authority {
  pem: string;
  certificate: X509.X509Certificate;
  key: webcrypto.CryptoKey;
}

async function library(): Promise<typeof X509> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

async function issue(
  o: { name: string; by?: Authority | undefined; keys: webcrypto.CryptoKeyPair; days?: number | undefined },
  extensions: X509.Extension[],
): Promise<X509.X509Certificate> {
  const x509 = await library();
  return x509.X509CertificateGenerator.create(
    {
      subject: `CN=${o.name}`,
      issuer: o.by ? o.by.certificate.subject : `CN=${o.name}`,
      serialNumber: `01${randomBytes(8).toString('hex')}`,
      notBefore: new Date(Date.now() - day),
      notAfter: new Date(Date.now() + (o.days ?? 90) * day),
      signingAlgorithm: ec,
      publicKey: o.keys.publicKey,
      signingKey: o.by?.key ?? o.keys.privateKey,
      extensions,
    },
    webcrypto,
  );
}

/** A certificate authority, self-signed or below another. */
export async function authority(name: string, o: { by?: Authority; days?: number } = {}): Promise<Authority> {
  const x509 = await library();
  const keys = (await webcrypto.subtle.generateKey(ec, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const certificate = await issue({ name, keys, ...o }, [new x509.BasicConstraintsExtension(true, undefined, true)]);
  return { certificate, key: keys.privateKey, pem: `${certificate.toString('pem')}\n` };
}

/** A certificate of that authority, EC unless `rsaBits` says otherwise, for loopback. */
export async function issued(
  by: Authority,
  o: { rsaBits?: number; usages?: (keyof typeof usageIds)[]; days?: number } = {},
): Promise<KeyPair> {
  const x509 = await library();
  const algorithm = o.rsaBits
    ? {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: o.rsaBits,
        publicExponent: new Uint8Array([1, 0, 1]),
      }
    : ec;
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const certificate = await issue({ name: 'own', by, keys, days: o.days }, [
    new x509.SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }]),
    ...(o.usages ? [new x509.ExtendedKeyUsageExtension(o.usages.map((usage) => usageIds[usage]))] : []),
  ]);
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: `${certificate.toString('pem')}\n`, key: x509.PemConverter.encode(key, 'PRIVATE KEY') };
}
