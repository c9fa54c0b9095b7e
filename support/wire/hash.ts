import { hash } from 'node:crypto';

const digests = new WeakMap<Buffer, Buffer>();

/** SHA-256 of the bytes. Both of its forms below are asked of the same body, which may be large: it is worked out once. */
function digestOf(body: Buffer): Buffer {
  let digest = digests.get(body);
  if (!digest) digests.set(body, (digest = hash('sha256', body, 'buffer')));
  return digest;
}

/** SHA-256 of the bytes, lower-case hex. Bytes that were hashed must not change. */
export function sha256Hex(data: Buffer | string): string {
  return typeof data === 'string' ? hash('sha256', data) : digestOf(data).toString('hex');
}

/** The X-DIP-Content-Hash of a body: base64 of the SHA-256 of its exact bytes, which must not change afterwards. */
export function contentHash(body: Buffer): string {
  return digestOf(body).toString('base64');
}
