import type { BuiltPack, Refusal } from '../evidence';
import { counted } from './output';
import { fitted, pc } from './terminal';

const mostShown = 8;

/** What was packed, for people: what it is, what it is not yet, and what to send along by another way. */
export function packLines(
  { manifest, manifestSha256, size }: BuiltPack,
  missing: readonly Refusal[],
  { sha256 }: { sha256: string },
): string[] {
  const { kind, signer, subject, notes, members, leftOut, runs } = manifest;
  const state = `${kind === 'draft' ? 'Draft' : 'Submission'}, ${signer ? 'signed' : 'not signed'}`;
  const megabytes = (size / 1e6).toFixed(1);
  return [
    `${pc.bold(state)} of the ${subject.kind} ${subject.name}: ${counted(runs.length, 'run')}, ${counted(members.length, 'file')}, ${megabytes} MB`,
    ...notes.map((note) => pc.yellow(`! ${fitted(note)}`)),
    ...(leftOut.length > 0 ? [`Left out: ${some(leftOut.map(({ name, reason }) => `${name} (${reason})`))}`] : []),
    ...missingLines(kind, missing),
    `SHA-256 of the pack      ${sha256}`,
    `SHA-256 of its manifest  ${manifestSha256}`,
    ...(signer ? [`Certificate              ${signer.certificate}`, 'Tell the reader the last by another way.'] : []),
  ];
}

function missingLines(kind: string, missing: readonly Refusal[]): string[] {
  if (kind === 'submission' || missing.length === 0) return [];
  const shown = missing.slice(0, mostShown).map(({ reason }) => `  ${fitted(reason)}`);
  const more = missing.length > mostShown ? [`  and ${missing.length - mostShown} more`] : [];
  return [`${counted(missing.length, 'reason')} why it is no submission:`, ...shown, ...more];
}

function some(all: readonly string[]): string {
  const shown = all.slice(0, mostShown).join(', ');
  return fitted(all.length > mostShown ? `${shown} and ${all.length - mostShown} more` : shown);
}
