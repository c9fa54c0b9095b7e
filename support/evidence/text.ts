import { createHash } from 'node:crypto';

const escape = String.fromCharCode(27);
const ansi = new RegExp(`${escape}\\[[0-9;?]*[ -/]*[@-~]`, 'g');
const unprintable = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text that XML 1.0, HTML and JSON all take: no colour codes, lines end in LF, U+FFFD for every other control character. */
export function plain(text: string): string {
  return text.replace(ansi, '').replace(/\r\n?/g, '\n').replace(unprintable, '\ufffd');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Plain text, escaped for HTML or XML: content and quoted attributes alike. */
export function escapeMarkup(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => entities[character]!);
}

/** As `escapeMarkup`, with line ends and tabs that survive an XML parser's normalising of attributes. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Milliseconds as a reader says them: `820 ms`, `4.2 s`, `3 min 5 s`; an en dash for null. */
export function duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return '–';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `2027-02-10 10:31:07 UTC` of an ISO time; the text itself where it is none. */
export function moment(iso: string | null): string {
  if (iso === null) return '–';
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `10:31:07.123` (UTC) of an ISO time. */
export function clockTime(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : new Date(at).toISOString().slice(11, 23);
}

/** `1 scenario`, `2 scenarios`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** Name of a scenario's file without extension: `MQ-BP001-010/2` gives `MQ-BP001-010_2`. */
export function fileId(id: string): string {
  return id.replaceAll('/', '_');
}

/** An id for an HTML element that no two scenarios share. */
export function anchor(id: string): string {
  return `s-${id.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`)}`;
}
