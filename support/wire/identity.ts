import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { errorsOf, wireErrors } from '../errors';
import { fingerprintOf, readCertificate, readKey, requireRsa, requireValidNow } from './pem';
import { readTrust } from './trust';

const raise = errorsOf(wireErrors);

/** PEM texts. */
export interface KeyPair {
  key: string;
  certificate: string;
}

/** A party on the wire: its TLS and signing certificates and the authority that it trusts. */
export interface Identity {
  /** Common name of the certificates. */
  name: string;
  transport: KeyPair & { fingerprint: string };
  signing: KeyPair & { fingerprint: string };
  /** PEM of the certificate authorities to trust. */
  ca: string;
}

/** Paths of PEM files. */
export interface IdentityFiles {
  transport: { certificate: string; key: string };
  signing: { certificate: string; key: string };
}

/**
 * Reads an identity from PEM files; `ca` is PEM text. QualifyErrors, with the file as their place: WIRE_FILE_MISSING,
 * WIRE_CERTIFICATE_UNREADABLE, WIRE_CERTIFICATE_EXPIRED, WIRE_CERTIFICATE_NOT_YET_VALID, WIRE_KEY_UNREADABLE,
 * WIRE_KEY_MISMATCH, WIRE_SIGNING_KEY_NOT_RSA; WIRE_TRUST_EMPTY for `ca`.
 */
export function loadIdentity(files: IdentityFiles, ca: string, now = new Date()): Identity {
  readTrust([ca]);
  const transport = loadPair(files.transport, 'transport', now);
  const signing = loadPair(files.signing, 'signing', now);
  requireRsa(signing.privateKey, 'signing key', files.signing.key);
  return { name: commonName(transport.leaf), transport: transport.pair, signing: signing.pair, ca };
}

function loadPair(files: { certificate: string; key: string }, use: string, now: Date) {
  const certificate = readPem(files.certificate, `${use} certificate`);
  const leaf = readCertificate(certificate, `${use} certificate`, files.certificate);
  requireValidNow(leaf, now, `${use} certificate`, files.certificate);
  const key = readPem(files.key, `${use} key`);
  const privateKey = readKey(key, leaf, `${use} key`, files.key);
  return { leaf, privateKey, pair: { key, certificate, fingerprint: fingerprintOf(leaf) } };
}

function readPem(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw raise('WIRE_FILE_MISSING', { what, file }, file, cause);
  }
}

function commonName(certificate: X509Certificate): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject.replaceAll('\n', ', ');
}
