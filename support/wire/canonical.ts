/**
 * The text that a DIP signature covers: `METHOD;url;date;hash`. The whole URL is lower-cased; `date` is ISO 8601 with
 * milliseconds and Z; `hash` is the X-DIP-Content-Hash.
 */
export function canonicalText(r: { method: string; url: string; date: string; hash: string }): string {
  return `${r.method.toUpperCase()};${r.url.toLowerCase()};${r.date};${r.hash}`;
}

/** Whether a X-DIP-Signature-Date has the form `2027-06-22T09:30:00.123Z` and is a real moment. */
export function isSignatureDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}
