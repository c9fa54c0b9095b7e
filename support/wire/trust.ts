import { X509Certificate } from 'node:crypto';
import { errorsOf, wireErrors } from '../errors';
import { certificatesIn, messageOf } from './pem';

const raise = errorsOf(wireErrors);
const longestChain = 6;

export type ChainFault = 'certificate-untrusted' | 'certificate-expired' | 'certificate-not-yet-valid';
export type ChainVerdict = { ok: true } | { ok: false; fault: ChainFault; detail: string };

/** Parses trusted certificates; each text may hold several. */
export function readTrust(pems: readonly string[]): X509Certificate[] {
  let found: X509Certificate[];
  try {
    found = pems.flatMap(certificatesIn);
  } catch (cause) {
    throw raise('WIRE_TRUST_EMPTY', { detail: messageOf(cause) });
  }
  if (found.length === 0) throw raise('WIRE_TRUST_EMPTY', { detail: 'none found' });
  return found;
}

/** The certificates from the leaf up to one that is trusted, or undefined where none leads there. */
export function chainTo(
  leaf: X509Certificate,
  intermediates: readonly X509Certificate[],
  trust: readonly X509Certificate[],
): X509Certificate[] | undefined {
  const chain = [leaf];
  while (chain.length < longestChain) {
    const last = chain[chain.length - 1]!;
    const anchor = trust.find((candidate) => issued(candidate, last));
    if (anchor) return [...chain, anchor];
    const next = intermediates.find((candidate) => !chain.includes(candidate) && issued(candidate, last));
    if (!next) return undefined;
    chain.push(next);
  }
  return undefined;
}

/** Whether every certificate of a chain is valid at a moment. */
export function validAt(chain: readonly X509Certificate[], now: Date): ChainVerdict {
  for (const certificate of chain) {
    const name = certificate.subject.replaceAll('\n', ', ');
    if (now > new Date(certificate.validTo)) {
      return { ok: false, fault: 'certificate-expired', detail: `${name} expired on ${iso(certificate.validTo)}` };
    }
    if (now < new Date(certificate.validFrom)) {
      const detail = `${name} is not valid before ${iso(certificate.validFrom)}`;
      return { ok: false, fault: 'certificate-not-yet-valid', detail };
    }
  }
  return { ok: true };
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function iso(date: string): string {
  return new Date(date).toISOString();
}
