import { centralHeader, containerPieces, crc32, endRecord, localHeader, type Member } from '../pack/container';
import { outside } from '../pack/manifest';
import { packedOf } from './inflate';
import type { Container, Entry } from './read-container';

const stored = new Set<string>(Object.values(outside));

/** What the members say that the archive must be, `content` being what was found in each that could be read. */
export function containerProblems(
  container: Container,
  content: ReadonlyMap<string, { crc: number; size: number }>,
): string[] {
  const { bytes, entries, endStart, endEnd } = container;
  const rebuilt = entries.map((entry) => memberOf(container, entry, content.get(entry.name)));
  const problems = [...orderProblems(entries), ...gapProblems(container)];
  entries.forEach((entry, index) => {
    const member = rebuilt[index]!;
    const { start, dataStart, central, name } = entry;
    const header = difference(bytes.subarray(start, dataStart), localHeader(member));
    if (header >= 0) problems.push(`altered: the header of ${name}, at byte ${start + header}`);
    const own = difference(bytes.subarray(central.start, central.end), centralHeader(member, start));
    if (own >= 0) problems.push(`altered: the entry of ${name} in the directory, at byte ${central.start + own}`);
  });
  const first = entries[0]?.central.start ?? endStart;
  const end = endRecord(entries.length, (entries.at(-1)?.central.end ?? first) - first, first);
  const ending = difference(bytes.subarray(endStart, endEnd), end);
  if (ending >= 0) problems.push(`altered: the end of the directory, at byte ${endStart + ending}`);
  return problems.length > 0 ? problems : rebuiltProblem(bytes, rebuilt);
}

/** The whole archive, built anew from its members, against the bytes that are there. */
function rebuiltProblem(bytes: Buffer, members: readonly Member[]): string[] {
  let position = 0;
  for (const piece of containerPieces(members)) {
    const there = bytes.subarray(position, position + piece.bytes.length);
    const at = difference(there, piece.bytes);
    if (at >= 0) return [`altered: ${piece.what}, at byte ${position + at}`];
    position += piece.bytes.length;
  }
  return position === bytes.length ? [] : [`added: ${bytes.length - position} bytes at the end`];
}

function memberOf(container: Container, entry: Entry, found: { crc: number; size: number } | undefined): Member {
  const { name, crc, size } = entry;
  // One that cannot be read is told of by itself; its header then counts as what it declares.
  return {
    ...{ name, crc, size, ...found },
    method: stored.has(name) ? 'stored' : 'deflated',
    data: packedOf(container, entry),
  };
}

/** What stands in the archive and belongs to nothing. */
function gapProblems({ bytes, entries, endStart, endEnd }: Container): string[] {
  const used = [
    ...entries.map(({ start, end, name }) => ({ start, end, what: name })),
    ...entries.map(({ central, name }) => ({ ...central, what: `the directory entry of ${name}` })),
    { start: endStart, end: endEnd, what: 'the end of the directory' },
  ].sort((a, b) => a.start - b.start);
  const problems: string[] = [];
  let position = 0;
  for (const { start, end, what } of used) {
    if (start > position) problems.push(`added: ${start - position} bytes before ${what}, at byte ${position}`);
    position = Math.max(position, end);
  }
  if (position < bytes.length) problems.push(`added: ${bytes.length - position} bytes at the end`);
  return problems;
}

function orderProblems(entries: readonly Entry[]): string[] {
  const problems: string[] = [];
  entries.forEach(({ name, start }, index) => {
    const before = entries[index - 1];
    if (!before) return;
    if (name < before.name) problems.push(`reordered: ${name} stands after ${before.name} in the directory`);
    if (start < before.start) problems.push(`reordered: ${name} stands before ${before.name} in the archive`);
  });
  return problems;
}

/** The first byte that differs, or -1. */
function difference(actual: Buffer, expected: Buffer): number {
  if (actual.equals(expected)) return -1;
  const end = Math.min(actual.length, expected.length);
  for (let at = 0; at < end; at++) if (actual[at] !== expected[at]) return at;
  return end;
}

/** What was found in a member, for `containerProblems`. */
export const foundIn = (content: Buffer): { crc: number; size: number } => ({
  crc: crc32(content),
  size: content.length,
});
