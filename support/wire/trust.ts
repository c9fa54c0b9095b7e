import { X509Certificate } from 'node:crypto';
import { errorsOf, wireErrors } from '../errors';
import { certificatesIn, messageOf, oneLine } from './pem';

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

/**
 * The certificates from the leaf up to a self-signed one among `trust`, as TLS demands it; those of `trust` may stand
 * between. A trusted leaf that is self-signed is a chain of its own.
 */
export function chainToRoot(
  leaf: X509Certificate,
  intermediates: readonly X509Certificate[],
  trust: readonly X509Certificate[],
): X509Certificate[] | undefined {
  const roots = trust.filter((certificate) => certificate.checkIssued(certificate));
  if (roots.some((root) => root.fingerprint256 === leaf.fingerprint256)) return [leaf];
  return chainTo(leaf, [...intermediates, ...trust], roots);
}

/** Whether every certificate of a chain is in force at a moment. */
export type Validity = (now: Date) => ChainVerdict;

/** Reads the dates of a chain once, so that asking is cheap. */
export function validityOf(chain: readonly X509Certificate[]): Validity {
  const parts = chain.map(({ subject, validFrom, validTo }) => {
    return { name: oneLine(subject), from: Date.parse(validFrom), to: Date.parse(validTo) };
  });
  return (now) => {
    const at = now.getTime();
    for (const { name, from, to } of parts) {
      if (at > to) return { ok: false, fault: 'certificate-expired', detail: `${name} expired on ${iso(to)}` };
      if (at < from) {
        return { ok: false, fault: 'certificate-not-yet-valid', detail: `${name} is not valid before ${iso(from)}` };
      }
    }
    return { ok: true };
  };
}

/** Whether every certificate of a chain is valid at a moment. */
export function validAt(chain: readonly X509Certificate[], now: Date): ChainVerdict {
  return validityOf(chain)(now);
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
