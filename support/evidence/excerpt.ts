import { plain } from './text';

/** Bodies above this many bytes are shown as an excerpt: a page with every body of a long run grows to tens of MB. */
export const bodyLimit = 2048;

export interface Excerpt {
  text: string;
  /** Size of the whole text in bytes. */
  bytes: number;
  cut: boolean;
}

/** A value as indented JSON (a string as it is), at most `bodyLimit` bytes of it, cut between characters. */
export function excerpt(value: unknown): Excerpt {
  const whole = typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '');
  const bytes = Buffer.byteLength(whole);
  if (bytes <= bodyLimit) return { text: plain(whole), bytes, cut: false };
  // No character is shorter than a byte: what lies behind is not looked at. Decoding a half one leaves U+FFFD at the end.
  const text = Buffer.from(whole.slice(0, bodyLimit))
    .subarray(0, bodyLimit)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return { text: plain(text), bytes, cut: true };
}
