import { createHash } from 'node:crypto';

/** SHA-256 of the bytes, lower-case hex. */
export function sha256Hex(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The X-DIP-Content-Hash of a body: base64 of the SHA-256 of its exact bytes. */
export function contentHash(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64');
}
