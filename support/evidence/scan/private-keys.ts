import { createPrivateKey } from 'node:crypto';

const pem = /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\[nr]|\s|&#10;|<br>)*[A-Za-z0-9+/=:]{8}/;

/** Whether a text holds the beginning of a private key as PEM. */
export const holdsPem = (text: string): boolean => text.includes('PRIVATE KEY-----') && pem.test(text);

/** Whether bytes are a private key as DER. */
export function isDerKey(bytes: Buffer): boolean {
  // A sequence that begins with version 0 or 1.
  if (bytes.length < 40 || bytes[0] !== 0x30) return false;
  const head = bytes[1]! < 0x80 ? 2 : 2 + (bytes[1]! & 0x7f);
  if (bytes[head] !== 2 || bytes[head + 1] !== 1 || bytes[head + 2]! > 1) return false;
  return (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => {
    try {
      createPrivateKey({ key: bytes, format: 'der', type });
      return true;
    } catch {
      return false;
    }
  });
}
