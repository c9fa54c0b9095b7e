import { createPublicKey, X509Certificate } from 'node:crypto';
import {
  fieldName,
  inspectIdentity,
  type FieldPath,
  type Profile,
  type ProfileIdentity,
  type ResolvedIdentity,
} from '../participant';
import { checkChain, createSigner, createVerifier, signatureHeaders } from '../wire';
import { finding, findingsOf, type DoctorCode, type Finding } from './finding';
import { groups } from './parties';

const day = 24 * 60 * 60 * 1000;
const soonDays = 14;
const broken: DoctorCode = 'DOCTOR_CHAIN_BROKEN';
const usages = { client: '1.3.6.1.5.5.7.3.2', server: '1.3.6.1.5.5.7.3.1', any: '2.5.29.37.0' } as const;

/** Reads the certificates, keys and API keys of identities; `resolved` holds those that can be used. */
export async function identityFindings(
  profile: Profile,
  identities: readonly ProfileIdentity[],
  o: { stateDir: string; now: Date; authority: string },
): Promise<{ findings: Finding[]; resolved: ResolvedIdentity[] }> {
  const read = await Promise.all(identities.map((identity) => inspectIdentity(profile, identity, o)));
  const findings = read.flatMap(({ problems, resolved }, index) => {
    const identity = identities[index]!;
    if (!resolved) return problems.flatMap((problem) => findingsOf(problem, profile.file));
    // What the harness has issued is as it should be.
    const { certificates } = identity;
    // What is shared is judged where it stands.
    return certificates === 'issued' || 'of' in certificates ? [] : certificateFindings(profile, identity, resolved, o);
  });
  const resolved = read.flatMap((one) => one.resolved ?? []);
  const keys = read.flatMap((one, index) =>
    one.resolved ? [{ ...one.resolved, dipId: identities[index]!.dipId }] : [],
  );
  const twice = groups(keys, ({ apiKey }) => apiKey).map(([, same]) => {
    const dipIds = same.map(({ dipId }) => dipId);
    const at = profile.identities.findIndex(({ dipId }) => dipId === dipIds[1]);
    return finding(
      'DOCTOR_API_KEY_TWICE',
      { dipIds: dipIds.join(', ') },
      profile.placeOf(['identities', at, 'apiKey']),
    );
  });
  return { findings: [...findings, ...twice], resolved };
}

function certificateFindings(
  profile: Profile,
  identity: ProfileIdentity,
  resolved: ResolvedIdentity,
  { now, authority }: { now: Date; authority: string },
): Finding[] {
  const at = (part: string): FieldPath => [
    ...['identities', profile.identities.indexOf(identity), 'certificates', part, 'certificate'],
  ];
  const trust = [authority, ...resolved.trust];
  const told =
    (part: string): Told =>
    (code, values = {}) =>
      finding(code, { field: fieldName(at(part)), ...values }, profile.placeOf(at(part)));
  const { transport, signing } = resolved.certificates;
  return [
    ...chainFindings(transport, trust, now, told('transport')),
    ...purposeFindings(new X509Certificate(transport), told('transport')),
    // A signature made with the key shows more than its chain.
    ...chainFindings(signing, trust, now, told('signing')).filter(({ code }) => !resolved.identity || code !== broken),
    ...signingFindings(new X509Certificate(signing), told('signing')),
    ...roundTripFindings(resolved, trust, now, told('signing')),
  ];
}

type Told = (code: DoctorCode, values?: Record<string, string | number>) => Finding;

function chainFindings(pem: string, trust: string[], now: Date, told: Told): Finding[] {
  const chain = checkChain(pem, trust, now);
  if (!chain.ok) return [told('DOCTOR_CHAIN_BROKEN', { detail: chain.detail })];
  const days = Math.floor((chain.until - now.getTime()) / day);
  const date = new Date(chain.until).toISOString().slice(0, 10);
  return days < soonDays ? [told('DOCTOR_CERTIFICATE_ENDS_SOON', { days, date })] : [];
}

function purposeFindings(certificate: X509Certificate, told: Told): Finding[] {
  // Without the extension a certificate may be used for anything.
  const usage = certificate.keyUsage as string[] | undefined;
  if (!usage || usage.includes(usages.any)) return [];
  const lacks = (oid: string) => !usage.includes(oid);
  return [
    ...(lacks(usages.client) ? [told('DOCTOR_PURPOSE_CLIENT', { usage: usage.join(', ') })] : []),
    ...(lacks(usages.server) ? [told('DOCTOR_PURPOSE_SERVER', { usage: usage.join(', ') })] : []),
  ];
}

function signingFindings({ publicKey }: X509Certificate, told: Told): Finding[] {
  const kind = publicKey.asymmetricKeyType ?? 'unknown';
  if (kind !== 'rsa') return [told('DOCTOR_SIGNING_NOT_RSA', { kind })];
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < 2048 ? [told('DOCTOR_SIGNING_KEY_SHORT', { bits })] : [];
}

/** Signs a request with the key of the profile and checks it as the DIP would; where the key is not known, nothing. */
function roundTripFindings({ identity }: ResolvedIdentity, trust: string[], now: Date, told: Told): Finding[] {
  if (!identity || createPublicKey(identity.signing.certificate).asymmetricKeyType !== 'rsa') return [];
  const request = { method: 'POST', url: 'https://dip.example/dip-channel/IF-031', body: Buffer.from('[]') };
  const headers = signatureHeaders(createSigner(identity.signing), { ...request, date: now });
  const verdict = createVerifier({ trust })({ ...request, headers, now });
  return verdict.ok ? [] : [told('DOCTOR_SIGNATURE_FAILS', { fault: verdict.fault, detail: verdict.detail })];
}
