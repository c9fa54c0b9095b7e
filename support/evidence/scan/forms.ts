import { createPrivateKey } from 'node:crypto';

/** A form in which a secret may stand in a file, as Latin-1 text of its bytes, and what the secret is. */
export interface Form {
  text: string;
  what: string;
}

const keyBlock = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g;
const shortest = 8;
/** Bytes of a piece of a private number, and how far from its beginning pieces are taken. */
const piece = 12;
const reach = 72;

/** All forms of a secret: a PEM private key by its private numbers, anything else as text. Those of fewer than 8 characters have none. */
export function formsOf(secret: string): Form[] {
  const text = secret.trim();
  if (text.length < shortest) return [];
  const keys = text.match(keyBlock);
  if (keys) return keys.flatMap(ofKey);
  const bytes = Buffer.from(text, 'utf8');
  const forms = [
    bytes.toString('latin1'),
    latin1(inJson(text)),
    latin1(inJson(inJson(text))),
    latin1(encodeURIComponent(text)),
    latin1(text.replace(/[&<>"']/g, (character) => entities[character]!)),
    ...wide(text),
    ...encoded(bytes),
  ];
  return unique(forms, 'a key or token that is in use');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/** The private number alone: the public ones stand in certificates, which are no secret. */
function ofKey(pem: string): Form[] {
  const what = 'a private key that is in use';
  let number: Buffer;
  try {
    number = Buffer.from(createPrivateKey(pem).export({ format: 'jwk' }).d ?? '', 'base64url');
  } catch {
    // Protected by a passphrase: its lines are looked for.
    const lines = pem.split(/\r?\n/).filter((line) => /^[A-Za-z0-9+/=]{40,}$/.test(line));
    return unique(lines.slice(1), what);
  }
  // Short pieces, of which one lies between any two line ends of a PEM file.
  const count = Math.floor(Math.min(number.length, reach) / piece);
  const pieces = Array.from({ length: count }, (_, index) => number.subarray(index * piece, (index + 1) * piece));
  const forms = pieces.flatMap((bytes) => {
    const hex = bytes.toString('hex');
    return [bytes.toString('latin1'), hex, hex.toUpperCase(), ...inBase64(bytes).flatMap((one) => [one, urlSafe(one)])];
  });
  return unique(forms, what);
}

/** Bytes in base64, wherever in what is encoded they begin; what depends on the bytes around them is left out. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return whole.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6));
  });
}

const urlSafe = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_');

/** Bytes of a text in hex and base64, as JSON and URLs write that too. */
function encoded(bytes: Buffer): string[] {
  const hex = bytes.toString('hex');
  const base64 = inBase64(bytes).flatMap((one) => {
    return [one, urlSafe(one), encodeURIComponent(one), one.replaceAll('/', '\\/'), ...wide(one)];
  });
  return [hex, hex.toUpperCase(), hex.match(/../g)!.join(':'), ...base64];
}

/** As UTF-16 writes it, either byte first. */
function wide(text: string): string[] {
  const little = Buffer.from(text, 'utf16le');
  return [little.toString('latin1'), Buffer.from(little).swap16().toString('latin1')];
}

function unique(texts: readonly string[], what: string): Form[] {
  return [...new Set(texts)].filter((text) => text.length >= shortest).map((text) => ({ text, what }));
}
