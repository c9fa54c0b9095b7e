import { sha256 } from '../text';
import type { Member } from './container';
import { outside, sumsBytes, type Manifest } from './manifest';
import { stored } from './pack-member';
import type { Signer } from './signer';
import { envelopeBytes, preAuthentication, statementBytes } from './statement';

/** The members that name or sign the manifest. */
export function closing(manifest: Manifest, bytes: Buffer, signer: Signer | undefined): Member[] {
  const sum = sha256(bytes);
  const payload = statementBytes(manifest, sum);
  const files = [
    { name: outside.manifest, bytes },
    { name: outside.sums, bytes: sumsBytes(manifest.members, sum) },
  ];
  if (!signer) return [...files, { name: outside.envelope, bytes: envelopeBytes(payload) }].map(stored);
  const signed = preAuthentication(payload);
  const sig = signer.sign(signed);
  return [
    ...files,
    { name: outside.envelope, bytes: envelopeBytes(payload, { keyid: signer.certificate, sig }) },
    { name: outside.signed, bytes: signed },
    { name: outside.signature, bytes: sig },
  ].map(stored);
}
