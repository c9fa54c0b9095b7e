import { manifestBytes, outside, sumsBytes, type Manifest } from '../pack/manifest';

/** A member as it was found. */
export interface FoundMember {
  name: string;
  size: number;
  sha256: string;
  packed: { size: number; sha256: string };
}

const outsiders = new Set<string>(Object.values(outside));

/** What the manifest and the members do not agree on. `unreadable`: names of members that cannot be read. */
export function memberProblems(
  { members }: Manifest,
  found: readonly FoundMember[],
  unreadable: ReadonlySet<string>,
): string[] {
  const there = new Map(found.map((one) => [one.name, one]));
  const listed = new Map(members.map((one) => [one.name, one]));
  const missing = members.filter(({ name }) => !there.has(name) && !unreadable.has(name));
  const added = found.filter(({ name }) => !listed.has(name) && !outsiders.has(name));
  const problems = members.flatMap((one) => {
    const actual = there.get(one.name);
    if (!actual) return [];
    if (actual.sha256 !== one.sha256 || actual.size !== one.size)
      return [`altered: ${one.name} (SHA-256 ${actual.sha256}, listed ${one.sha256})`];
    if (actual.packed.sha256 === one.packed.sha256 && actual.packed.size === one.packed.size) return [];
    return [`altered: ${one.name} has the listed content, but was packed another way`];
  });
  const renamed = new Set<string>();
  for (const one of added) {
    const was = missing.find(({ name, sha256 }) => sha256 === one.sha256 && !renamed.has(name));
    if (!was) problems.push(`added: ${one.name}`);
    else {
      renamed.add(was.name);
      problems.push(`renamed: ${was.name} is now ${one.name}`);
    }
  }
  return [...problems, ...missing.filter(({ name }) => !renamed.has(name)).map(({ name }) => `missing: ${name}`)];
}

/** What is wrong with the manifest's own form and with SHA256SUMS. */
export function sumsProblems(manifest: Manifest, bytes: Buffer, sha256: string, sums: Buffer | undefined): string[] {
  const problems = manifestBytes(manifest).equals(bytes) ? [] : [`altered: ${outside.manifest} is in another form`];
  const twice = manifest.members.length - new Set(manifest.members.map(({ name }) => name)).size;
  if (twice > 0) problems.push(`altered: ${outside.manifest} lists a member twice`);
  if (!sums) return [...problems, `missing: ${outside.sums}`];
  const expected = sumsBytes(manifest.members, sha256);
  if (expected.equals(sums)) return problems;
  const lines = (text: Buffer) => text.toString('utf8').split('\n');
  const [is, must] = [lines(sums), lines(expected)];
  const line = must.findIndex((text, index) => text !== is[index]);
  return [...problems, `altered: ${outside.sums}, line ${(line < 0 ? must.length - 1 : line) + 1}`];
}
