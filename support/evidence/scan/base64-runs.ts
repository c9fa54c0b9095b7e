const shortest = 64;
const inBase64 = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  inBase64[character.charCodeAt(0)] = 1;
}

/** Stretches of at least 64 characters of base64, of its form for URLs too; `text` is the bytes as Latin-1. */
export function* base64Runs(bytes: Buffer, text: string): Generator<string> {
  let at = shortest - 1;
  while (at < bytes.length) {
    // From the last character that a stretch must have back to where it begins: most bytes are never looked at.
    let start = at;
    while (start > at - shortest && inBase64[bytes[start]!] === 1) start -= 1;
    if (start > at - shortest) {
      at = start + shortest;
      continue;
    }
    let end = at + 1;
    while (end < bytes.length && inBase64[bytes[end]!] === 1) end += 1;
    yield text.slice(start + 1, end);
    at = end + shortest;
  }
}
