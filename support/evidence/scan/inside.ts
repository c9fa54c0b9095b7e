import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Bounds on what is unpacked to be looked into. */
export const most = { depth: 5, member: 128 * 1024 * 1024, all: 512 * 1024 * 1024, members: 20_000 };

/** Something inside a file. */
export interface Inside {
  name: string;
  bytes: Buffer;
}

/** What cannot be looked into: too large, damaged, or protected. */
export class Closed extends Error {}

const directoryEnd = 0x06054b50;
const inDirectory = 0x02014b50;
const atMember = 0x04034b50;

/** What a zip, gzip or zlib stream holds; nothing of any other file. Throws `Closed`. */
export function* unpacked(bytes: Buffer): Generator<Inside> {
  if (bytes.length > 22 && bytes.readUInt32LE(0) === atMember) yield* members(bytes);
  else if (bytes.length > 18 && bytes[0] === 0x1f && bytes[1] === 0x8b) {
    yield { name: 'gzip', bytes: inflated(() => gunzipSync(bytes, { maxOutputLength: most.member }), 'gzip') };
  }
}

/** What a zlib stream holds; undefined of what is none. Throws `Closed` for one that is too large. */
export function zlibContent(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 8 || bytes[0] !== 0x78 || bytes.readUInt16BE(0) % 31 !== 0) return undefined;
  try {
    return inflateSync(bytes, { maxOutputLength: most.member });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Closed('too large to look into');
    return undefined;
  }
}

function* members(bytes: Buffer): Generator<Inside> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== directoryEnd) throw new Closed('a damaged zip');
  const count = bytes.readUInt16LE(end + 10);
  if (count > most.members) throw new Closed('a zip of too many members');
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== inDirectory) throw new Closed('a damaged zip');
    const length = bytes.readUInt16LE(at + 28);
    yield { name: bytes.toString('utf8', at + 46, at + 46 + length), bytes: member(bytes, at) };
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function member(bytes: Buffer, entry: number): Buffer {
  const [flags, method, size] = [
    bytes.readUInt16LE(entry + 8),
    bytes.readUInt16LE(entry + 10),
    bytes.readUInt32LE(entry + 20),
  ];
  const local = bytes.readUInt32LE(entry + 42);
  if ((flags & 1) === 1) throw new Closed('a zip that is protected by a password');
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== atMember) throw new Closed('a damaged zip');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === 0) return packed;
  if (method !== 8) throw new Closed('a zip that is packed in an unknown way');
  return inflated(() => inflateRawSync(packed, { maxOutputLength: most.member }), 'zip');
}

function inflated(by: () => Buffer, what: string): Buffer {
  try {
    return by();
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Closed(large ? `a ${what} that is too large to look into` : `a damaged ${what}`);
  }
}
