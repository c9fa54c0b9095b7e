import { X509Certificate } from 'node:crypto';
import { fingerprintOf, oneLine } from './pem';
import { NotAdmitted } from './tls-refusal';
import { chainToRoot, readTrust, validAt } from './trust';

/** OID of the extended key usage of TLS clients. */
const clientUse = '1.3.6.1.5.5.7.3.2';

/** Decides which client certificates are let in: those of trusted authorities, and those known by fingerprint. */
export interface ClientAdmission {
  /** `behind` are the certificates that came with it. Undefined where it is let in. */
  refusal(leaf: X509Certificate, behind: readonly X509Certificate[], now: Date): NotAdmitted | undefined;
  /** Replaces the trusted authorities. QualifyError WIRE_TRUST_EMPTY. */
  setTrust(pems: readonly string[]): void;
}

/** SHA-256 fingerprints, lower-case hex, of certificates that no trusted authority need have issued. */
export type Fingerprints = () => Pick<ReadonlySet<string>, 'has'>;

export function createAdmission(trust: readonly string[], fingerprints?: Fingerprints): ClientAdmission {
  let anchors: X509Certificate[] = [];
  const admission: ClientAdmission = {
    refusal(leaf, behind, now) {
      const known = fingerprints?.().has(fingerprintOf(leaf));
      const chain = known ? [leaf] : chainToRoot(leaf, behind, anchors);
      const subject = `${oneLine(leaf.subject)}, issued by ${oneLine(leaf.issuer)}`;
      const untrusted = (why: string): NotAdmitted => ({
        reason: 'certificate-untrusted',
        detail: `${why}: ${subject}`,
      });
      if (!chain) return untrusted('no trusted authority issued it');
      const uses = leaf.keyUsage as string[] | undefined;
      if (!known && uses && !uses.includes(clientUse)) return untrusted('it is not for clients');
      const valid = validAt(chain, now);
      return valid.ok ? undefined : { reason: valid.fault, detail: `${valid.detail}: ${subject}` };
    },
    setTrust(pems) {
      anchors = pems.length === 0 && fingerprints ? [] : readTrust(pems);
    },
  };
  admission.setTrust(trust);
  return admission;
}
