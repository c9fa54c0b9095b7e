import { sha256 } from '../text';
import { containerProblems, foundIn } from './container-problems';
import { inflated, packedOf } from './inflate';
import type { FoundMember } from './member-problems';
import type { OpenedPack } from './open-pack';

/** Every member as it was found. */
export interface Inspection {
  found: FoundMember[];
  /** Names of members that cannot be had. */
  unreadable: ReadonlySet<string>;
  problems: string[];
  /** SHA-256 of a member's content. */
  sumOf(name: string): string | undefined;
  contentOf(name: string): Buffer | undefined;
}

/** Reads every member once: sums of all, contents again when they are asked for. */
export function inspect({ container, read }: OpenedPack, tell: (text: string) => void): Inspection {
  const found: FoundMember[] = [];
  const unreadable = new Set<string>();
  const problems: string[] = [];
  const sizes = new Map<string, { crc: number; size: number }>();
  container.entries.forEach((entry, index) => {
    if (index % 100 === 0) tell(`checked ${index} of ${container.entries.length} files`);
    const content = inflated(container, entry);
    if (!Buffer.isBuffer(content)) {
      unreadable.add(entry.name);
      problems.push(`altered: ${entry.name}: ${content.problem}`);
      return;
    }
    const packed = packedOf(container, entry);
    const packedSum = { size: packed.length, sha256: sha256(packed) };
    found.push({ name: entry.name, size: content.length, sha256: sha256(content), packed: packedSum });
    sizes.set(entry.name, foundIn(content));
  });
  problems.push(...containerProblems(container, sizes));
  return {
    found,
    unreadable,
    problems,
    sumOf: (name: string) => found.find((one) => one.name === name)?.sha256,
    contentOf: (name: string) => (unreadable.has(name) ? undefined : read(name)),
  };
}
