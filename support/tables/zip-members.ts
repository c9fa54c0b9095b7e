import { inflateRawSync } from 'node:zlib';

/** Bounds on a workbook from outside: its size, its members, and what one of them becomes when it is unpacked. */
const most = { file: 10_000_000, members: 2_000, unpacked: 40_000_000 };

const endOfDirectory = 0x06054b50;
const inDirectory = 0x02014b50;
const atMember = 0x04034b50;

/** Gives the unpacked bytes of a member; undefined where there is none of that name. */
export type Members = (name: string) => Buffer | undefined;

/**
 * The members of a zip, each unpacked when it is asked for and never beyond the bound, whatever the zip says of its
 * size. Throws a plain Error with the reason: no zip, encrypted, too large.
 */
export function zipMembers(bytes: Buffer): Members {
  if (bytes.length > most.file) throw new Error(`it is larger than ${most.file / 1_000_000} MB`);
  const directory = new Map<string, number>();
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > most.members) throw new Error(`it has more than ${most.members} members`);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== inDirectory) throw new Error('its directory is damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    directory.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), at);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return (name) => {
    const entry = directory.get(name);
    return entry === undefined ? undefined : unpacked(bytes, entry, name);
  };
}

/** The end record stands within the last 64 kB. */
function endRecord(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  }
  throw new Error('it is no Excel workbook (.xlsx)');
}

function unpacked(bytes: Buffer, entry: number, name: string): Buffer {
  const flags = bytes.readUInt16LE(entry + 8);
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if ((flags & 1) === 1) throw new Error('it is protected by a password');
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== atMember) throw new Error('it is damaged');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === 0) return packed;
  if (method !== 8) throw new Error(`${name} is packed in an unknown way`);
  try {
    return inflateRawSync(packed, { maxOutputLength: most.unpacked });
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Error(
      large ? `${name} is larger than ${most.unpacked / 1_000_000} MB when unpacked` : `${name} is damaged`,
      {
        cause: error,
      },
    );
  }
}
