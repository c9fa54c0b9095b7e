import { outside, type Manifest } from '../pack/manifest';
import type { SignOff } from '../pack/sign-off';
import { proves } from '../pack/verify-page';
import type { Redaction } from '../redaction';
import { sha256 } from '../text';
import { tally, type Tally } from '../totals';
import { assumptionsOf, checkRedactions, checkSignOff, gradesOf, type AssumptionFact } from './accounts';
import { checkContents } from './contents';
import { inspect } from './inspect';
import { memberProblems, sumsProblems } from './member-problems';
import { openPack } from './open-pack';
import { checkSignature, type SignatureReport } from './signature';

/** What is known of a pack once it was verified. */
export interface Verification {
  /** Nothing is altered, missing, added or reordered, nothing contradicts itself, and a signature, if any, is good. */
  valid: boolean;
  problems: string[];
  /** Bytes and SHA-256 of the file, and SHA-256 of its manifest. */
  pack: { file: string; size: number; sha256: string; members: number; manifestSha256: string | null };
  /** Undefined where the manifest cannot be read: then nothing can be said of the contents. */
  manifest?: Omit<Manifest, 'members'>;
  signature?: Omit<SignatureReport, 'problems'>;
  signOff?: SignOff;
  totals?: Tally;
  /** How many results have each grade of proof; `none`: no proof was taken. */
  grades?: Record<string, number>;
  assumptions?: AssumptionFact[];
  /** What was struck from each run before it was packed, and by which rule. */
  redactions?: Redaction[];
  /** What is shown, and what is not. */
  shows: readonly string[];
  showsNot: readonly string[];
}

/**
 * Verifies a pack, offline: rebuilds the archive from its members byte for byte, checks sums, signature, ledgers and
 * totals. Nothing of the pack is executed or written anywhere.
 * @throws QualifyError PACK_UNREADABLE, PACK_UNSAFE
 */
export async function verifyPack(file: string, onProgress?: (text: string) => void): Promise<Verification> {
  const tell = (text: string) => onProgress?.(text);
  tell('reading the archive');
  const opened = openPack(file);
  const { container } = opened;
  const inspected = inspect(opened, tell);
  const pack = {
    file,
    size: container.bytes.length,
    sha256: sha256(container.bytes),
    members: container.entries.length,
    manifestSha256: inspected.sumOf(outside.manifest) ?? null,
  };
  const { manifest } = opened;
  const read = (name: string) => inspected.contentOf(name);
  if (!manifest) {
    const problem = opened.names.includes(outside.manifest)
      ? `altered: ${outside.manifest} cannot be read`
      : `missing: ${outside.manifest}`;
    return { valid: false, problems: [...inspected.problems, problem], pack, shows: [], showsNot: proves.not };
  }
  const manifestSum = pack.manifestSha256!;
  const signature = checkSignature(manifest, manifestSum, read);
  const contents = await checkContents(manifest, read, tell);
  const signedOff = checkSignOff(manifest, read);
  const redacted = checkRedactions(manifest, read);
  const problems = [
    ...inspected.problems,
    ...memberProblems(manifest, inspected.found, inspected.unreadable),
    ...sumsProblems(manifest, read(outside.manifest)!, manifestSum, read(outside.sums)),
    ...signature.problems,
    ...contents.problems,
    ...signedOff.problems,
    ...redacted.problems,
  ];
  const { problems: _, ...signatureFacts } = signature;
  const { members: __, ...manifestFacts } = manifest;
  return {
    valid: problems.length === 0,
    problems,
    pack,
    manifest: manifestFacts,
    signature: signatureFacts,
    ...(signedOff.signOff ? { signOff: signedOff.signOff } : {}),
    totals: tally(manifest.results),
    grades: gradesOf(manifest),
    assumptions: assumptionsOf(contents),
    redactions: redacted.redactions,
    shows: signature.state === 'valid' && problems.length === 0 ? proves.signed : [],
    showsNot: signature.state === 'none' ? [`Who made it: it is not signed.`, ...proves.not.slice(3)] : proves.not,
  };
}
