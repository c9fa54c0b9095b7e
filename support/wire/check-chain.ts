import { certificatesIn, messageOf } from './pem';
import { chainToRoot, readTrust, validAt, type ChainFault } from './trust';

/** `until` is when the first certificate of the chain expires, milliseconds since 1970. */
export type ChainCheck = { ok: true; until: number } | { ok: false; fault: ChainFault; detail: string };

/**
 * Whether the first certificate of a PEM text leads, by those behind it and those of `trust`, to a self-signed authority
 * among `trust`, as TLS demands it, and whether all of them are in force. Never throws on a bad certificate.
 */
export function checkChain(pem: string, trust: readonly string[], now: Date): ChainCheck {
  let given;
  try {
    given = certificatesIn(pem);
  } catch (cause) {
    return { ok: false, fault: 'certificate-untrusted', detail: messageOf(cause) };
  }
  const [leaf, ...behind] = given;
  if (!leaf) return { ok: false, fault: 'certificate-untrusted', detail: 'there is no certificate' };
  const chain = chainToRoot(leaf, behind, readTrust(trust));
  if (!chain) {
    const last = behind.at(-1) ?? leaf;
    const detail = `issued by ${last.issuer.replaceAll('\n', ', ')}, whose certificate is not there`;
    return { ok: false, fault: 'certificate-untrusted', detail };
  }
  const valid = validAt(chain, now);
  if (!valid.ok) return valid;
  return { ok: true, until: Math.min(...chain.map(({ validTo }) => Date.parse(validTo))) };
}
