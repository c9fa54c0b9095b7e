import { z } from 'zod';
import { grades, verdictKinds, verdictsSchema } from '../../verdict';
import { byName } from './container';
import type { ManifestMember } from './pack-member';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().nonnegative();
const verdicts = verdictsSchema.shape;

const packedRunSchema = z.strictObject({
  run: z.string(),
  /** Its folder inside the pack: empty, or ends in a slash. */
  folder: z.string(),
  stage: verdicts.stage,
  dip: z.enum(['simulated', 'external']),
  release: z.string(),
  started: z.string(),
  ended: z.string(),
  partial: z.boolean(),
  participant: verdicts.participant,
  systemUnderTest: verdicts.systemUnderTest,
  harness: verdicts.harness,
  totals: verdicts.totals,
  /** SHA-256 of its verdicts.json: what a sign-off names. */
  verdicts: sha256,
});

const packedResultSchema = z.strictObject({
  id: z.string(),
  verdict: z.enum(verdictKinds),
  grade: z.enum(grades).nullable(),
  observations: size,
  /** The run whose verdict counts. */
  run: z.string(),
});

/** manifest.json of a pack: what it is of, what it shows, and every member with its SHA-256. */
export const manifestSchema = z.strictObject({
  schema: z.literal(1),
  kind: z.enum(['draft', 'submission']),
  /** Null: not signed. */
  signer: z.strictObject({ scheme: z.enum(['ed25519', 'rsa-pkcs1v15-sha256']), certificate: sha256 }).nullable(),
  subject: z.strictObject({ kind: z.enum(['run', 'campaign']), name: z.string() }),
  /** What stands on every page: bundled participant, partial run, modified harness, gaps. */
  notes: z.array(z.string()),
  runs: z.array(packedRunSchema).min(1),
  results: z.array(packedResultSchema),
  /** Files of the folder that did not go in. */
  leftOut: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
  members: z.array(z.strictObject({ name: z.string(), size, sha256, packed: z.strictObject({ size, sha256 }) })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type PackedRun = Manifest['runs'][number];
export type PackedResult = Manifest['results'][number];

/** Members that the manifest cannot list, because they hold or sign its own sum. */
export const outside = {
  manifest: 'manifest.json',
  sums: 'SHA256SUMS',
  envelope: 'statement.dsse.json',
  /** The bytes that were signed. */
  signed: 'statement.pae',
  signature: 'statement.sig',
} as const;

/** Members that a pack makes itself and that the manifest lists. */
export const made = { page: 'VERIFY.html', signer: 'signer.pem', signOff: 'sign-off.yaml' } as const;

export function manifestBytes(manifest: Manifest): Buffer {
  const members = [...manifest.members].sort(byName);
  return Buffer.from(`${JSON.stringify({ ...manifest, members }, null, 1)}\n`);
}

/** SHA256SUMS: every member of the manifest and the manifest itself, as `sha256sum --check` reads it. */
export function sumsBytes(members: readonly Pick<ManifestMember, 'name' | 'sha256'>[], manifestSha256: string): Buffer {
  const all = [...members, { name: outside.manifest as string, sha256: manifestSha256 }].sort(byName);
  return Buffer.from(all.map(({ name, sha256: sum }) => `${sum}  ${name}\n`).join(''));
}
