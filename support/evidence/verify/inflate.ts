import { inflateRawSync } from 'node:zlib';
import type { Container, Entry } from './read-container';

/** Content as packed. */
export function packedOf({ bytes }: Container, { dataStart, end }: Entry): Buffer {
  return bytes.subarray(dataStart, end);
}

/** The content of a member; never more bytes than declared. Answers the problem of one that cannot be had. */
export function inflated(container: Container, entry: Entry): Buffer | { problem: string } {
  const packed = packedOf(container, entry);
  if (entry.method === 'stored')
    return packed.length === entry.size
      ? packed
      : { problem: `it has ${packed.length} bytes and declares ${entry.size}` };
  try {
    // One byte more, so that a member which goes on is told from one that ends there.
    const content = inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
    if (content.length === entry.size) return content;
    return {
      problem: `it declares ${entry.size} bytes, and has ${content.length > entry.size ? 'more' : content.length}`,
    };
  } catch (error) {
    const more = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return { problem: more ? `it declares ${entry.size} bytes, and has more` : 'it cannot be inflated' };
  }
}
