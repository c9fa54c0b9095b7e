import * as zlib from 'node:zlib';

/** A member as it stands in the container. */
export interface Member {
  name: string;
  /** Of the inflated content. */
  crc: number;
  size: number;
  method: 'stored' | 'deflated';
  /** Content as packed. */
  data: Buffer;
}

/** A part of the container: what it is, for whoever finds it altered. */
export interface Piece {
  what: string;
  bytes: Buffer;
}

export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
export const headerSizes = { local: 30, central: 46, end: 22 } as const;
export const methods = { stored: 0, deflated: 8 } as const;

/** Names in the order of their UTF-16 code units, whatever the language of the machine. */
export const byName = (a: { name: string }, b: { name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/**
 * The one container that these members have: sorted names, the time 1980-01-01 00:00, names in UTF-8, no extra field,
 * no comment, no data descriptor, no attribute. As pieces, in the order of the file.
 */
export function* containerPieces(members: Iterable<Member>): Generator<Piece> {
  const directory: Piece[] = [];
  let offset = 0;
  for (const member of [...members].sort(byName)) {
    const { name, data } = member;
    const header = localHeader(member);
    directory.push({ what: `entry of ${name} in the directory`, bytes: centralHeader(member, offset) });
    yield { what: `header of ${name}`, bytes: header };
    yield { what: name, bytes: data };
    offset += header.length + data.length;
  }
  yield* directory;
  const size = directory.reduce((sum, { bytes }) => sum + bytes.length, 0);
  yield { what: 'end of the directory', bytes: endRecord(directory.length, size, offset) };
}

/** Header before the content of a member. */
export function localHeader(member: Member): Buffer {
  const name = Buffer.from(member.name, 'utf8');
  const header = Buffer.alloc(headerSizes.local + name.length);
  header.writeUInt32LE(signatures.local, 0);
  common(header, 4, member, name.length);
  name.copy(header, headerSizes.local);
  return header;
}

/** Entry of a member in the directory. */
export function centralHeader(member: Member, offset: number): Buffer {
  const name = Buffer.from(member.name, 'utf8');
  const header = Buffer.alloc(headerSizes.central + name.length);
  header.writeUInt32LE(signatures.central, 0);
  header.writeUInt16LE(20, 4);
  common(header, 6, member, name.length);
  header.writeUInt32LE(offset, 42);
  name.copy(header, headerSizes.central);
  return header;
}

/** End of the directory. */
export function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(headerSizes.end);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** What both headers say: version, flags (UTF-8), method, time, sums and lengths; no extra field follows the name. */
function common(header: Buffer, at: number, { crc, data, size, method }: Member, nameLength: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0x0800, at + 2);
  header.writeUInt16LE(methods[method], at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(0x0021, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(data.length, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}

const table = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

// Node has it since 20.15 only.
const native = (zlib as { crc32?: (data: Buffer) => number }).crc32;

/** CRC-32 as zip has it. */
export function crc32(data: Buffer, own: ((data: Buffer) => number) | null = native ?? null): number {
  if (own) return own(data);
  let crc = -1;
  for (const byte of data) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}
