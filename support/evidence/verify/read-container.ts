import { errorsOf, packErrors } from '../../errors';
import { headerSizes, methods, signatures } from '../pack/container';
import { limits, nameKey, nameProblem, sizeProblem } from '../pack/limits';

const raise = errorsOf(packErrors);

/** A member as the directory of an archive declares it, with what stands where. Nothing is inflated yet. */
export interface Entry {
  name: string;
  method: 'stored' | 'deflated';
  crc: number;
  size: number;
  packedSize: number;
  /** Where the header before its content begins and ends. */
  start: number;
  dataStart: number;
  /** Where its content ends. */
  end: number;
  /** Where its entry in the directory begins and ends. */
  central: { start: number; end: number };
}

export interface Container {
  bytes: Buffer;
  /** In the order of the directory. */
  entries: Entry[];
  /** Where the end of the directory begins; the comment that belongs to it is counted in `endEnd`. */
  endStart: number;
  endEnd: number;
}

/**
 * Reads the directory of an archive. What could fill a disk or write outside a folder is refused before anything is
 * inflated: sizes and ratios, numbers of members, names that escape or double, links, members that overlap.
 * @throws QualifyError PACK_UNREADABLE, PACK_UNSAFE
 */
export function readContainer(bytes: Buffer, file: string): Container {
  const endStart = bytes.subarray(-(headerSizes.end + 0xffff)).lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const at = Math.max(0, bytes.length - headerSizes.end - 0xffff) + endStart;
  if (endStart < 0 || at + headerSizes.end > bytes.length)
    throw unreadable(file, 'it is no zip archive, or was cut off');
  const count = bytes.readUInt16LE(at + 10);
  if (count > limits.members) throw unsafe(file, `it has ${count} members, more than ${limits.members}`);
  let position = bytes.readUInt32LE(at + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    const entry = readEntry(bytes, position, at, file);
    entries.push(entry);
    position = entry.central.end;
  }
  checkTogether(entries, bytes.length, file);
  const endEnd = at + headerSizes.end + bytes.readUInt16LE(at + 20);
  return { bytes, entries, endStart: at, endEnd: Math.min(endEnd, bytes.length) };
}

const unreadable = (file: string, problem: string) => raise('PACK_UNREADABLE', { file, problem }, file);
const unsafe = (file: string, problem: string) => raise('PACK_UNSAFE', { file, problem }, file);

function readEntry(bytes: Buffer, start: number, limit: number, file: string): Entry {
  if (start + headerSizes.central > limit || bytes.readUInt32LE(start) !== signatures.central)
    throw unreadable(file, `its directory is damaged at byte ${start}`);
  const [nameLength, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(start + at)) as [
    number,
    number,
    number,
  ];
  const end = start + headerSizes.central + nameLength + extra + comment;
  if (end > limit) throw unreadable(file, `its directory is damaged at byte ${start}`);
  const name = bytes.toString('utf8', start + headerSizes.central, start + headerSizes.central + nameLength);
  const told = JSON.stringify(name.slice(0, 80));
  const problem = nameProblem(name);
  if (problem) throw unsafe(file, `of member ${told}: ${problem}`);
  // The high half holds the file mode of Unix: anything but a plain file is not for a pack.
  const kind = (bytes.readUInt32LE(start + 38) >>> 28) & 0xf;
  if (kind !== 0 && kind !== 8) throw unsafe(file, `member ${told} is a link or another special file`);
  if (bytes.readUInt16LE(start + 8) & 0x2041) throw unreadable(file, `member ${told} is encrypted`);
  const method = bytes.readUInt16LE(start + 10);
  if (method !== methods.stored && method !== methods.deflated)
    throw unreadable(file, `member ${told} is packed by method ${method}`);
  const [crc, packedSize, size] = [16, 20, 24].map((at) => bytes.readUInt32LE(start + at)) as [number, number, number];
  const tooMuch = sizeProblem(size, packedSize);
  if (tooMuch) throw unsafe(file, `of member ${told}: ${tooMuch}`);
  const local = bytes.readUInt32LE(start + 42);
  const dataStart = dataStartOf(bytes, local, start, told, file);
  if (dataStart + packedSize > limit) throw unreadable(file, `member ${told} reaches beyond the directory`);
  return {
    ...{ name, crc, size, packedSize, start: local, dataStart, end: dataStart + packedSize },
    method: method === methods.stored ? 'stored' : 'deflated',
    central: { start, end },
  };
}

function dataStartOf(bytes: Buffer, at: number, limit: number, told: string, file: string): number {
  if (at + headerSizes.local > limit || bytes.readUInt32LE(at) !== signatures.local)
    throw unreadable(file, `there is no header of member ${told} at byte ${at}`);
  return at + headerSizes.local + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
}

function checkTogether(entries: readonly Entry[], length: number, file: string): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (names.has(nameKey(name))) throw unsafe(file, `there are two members ${JSON.stringify(name.slice(0, 80))}`);
    names.add(nameKey(name));
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.total) throw unsafe(file, `its ${entries.length} members inflate to ${total} bytes`);
  const ordered = [...entries].sort((a, b) => a.start - b.start);
  ordered.forEach(({ start, name }, index) => {
    const before = ordered[index - 1];
    if (before && before.end > start)
      throw unsafe(file, `members ${JSON.stringify(before.name)} and ${JSON.stringify(name)} share bytes`);
  });
  if (length > limits.pack) throw unsafe(file, `it has ${length} bytes, more than ${limits.pack}`);
}
