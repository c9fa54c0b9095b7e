import { quickSearch } from '../../wire';
import { base64Runs } from './base64-runs';
import { formsOf, type Form } from './forms';
import { Closed, most, unpacked, zlibContent } from './inside';
import { holdsPem, isDerKey } from './private-keys';

export interface ScannedFile {
  name: string;
  bytes: Uint8Array;
}

/** A secret that stands in a file, or what could not be looked into. Never the secret itself. */
export interface SecretFinding {
  file: string;
  /** Where inside it, where it is packed or encoded: `reports/a.json`, `base64`. */
  member?: string;
  what: string;
}

const longestKnown = 8192;
const mostKnown = 50_000;

/**
 * Looks for secrets in files, in zip and gzip members, and in base64, also several times packed: those given, in plain,
 * base64, hex, UTF-16, and as JSON, URLs and HTML write them, and private keys of any origin. What cannot be looked into is a
 * finding as well. Neither images nor the text of a PDF are read.
 */
export function scanForSecrets(files: Iterable<ScannedFile>, secrets: readonly string[]): SecretFinding[] {
  const forms = [...new Set(secrets)].flatMap(formsOf);
  const mayHold = quickSearch(forms.map(({ text }) => text));
  const findings = new Map<string, SecretFinding>();
  const clean = new Set<string>();
  for (const { name, bytes } of files) {
    const tell = (member: string, what: string) => {
      look.told += 1;
      const key = [name, member, what].join('\n');
      if (!findings.has(key)) findings.set(key, { file: name, ...(member === '' ? {} : { member }), what });
    };
    const look: Look = { forms, mayHold, tell, told: 0, clean, left: most.all };
    lookInto(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), '', 0, look);
    for (const what of whatIn(name, look)) tell('its name', what);
  }
  return [...findings.values()];
}

interface Look {
  forms: readonly Form[];
  mayHold(text: string): boolean;
  tell(member: string, what: string): void;
  /** How often something was told. */
  told: number;
  /** Base64 in which there was nothing: certificates come with every message. */
  clean: Set<string>;
  /** Bytes that may still be unpacked. */
  left: number;
}

function lookInto(bytes: Buffer, member: string, depth: number, look: Look): void {
  const text = bytes.toString('latin1');
  for (const what of whatIn(text, look)) look.tell(member, what);
  if (isDerKey(bytes)) look.tell(member, 'a private key');
  if (isWide(bytes)) for (const what of whatIn(bytes.toString('utf16le'), look)) look.tell(member, what);
  try {
    for (const inner of unpacked(bytes)) within(inner.bytes, nested(member, inner.name), depth, look);
    for (const run of base64Runs(bytes, text)) encoded(run, member, depth, look);
  } catch (error) {
    if (!(error instanceof Closed)) throw error;
    look.tell(member, error.message);
  }
}

function within(bytes: Buffer, member: string, depth: number, look: Look): void {
  look.left -= bytes.length;
  if (depth + 1 > most.depth) throw new Closed('something too often packed to look into');
  if (look.left < 0) throw new Closed('something too large to look into');
  lookInto(bytes, member, depth + 1, look);
}

function encoded(run: string, member: string, depth: number, look: Look): void {
  if (look.clean.has(run)) return;
  const told = look.told;
  const bytes = Buffer.from(run, 'base64');
  const content = zlibContent(bytes);
  // A run of letters may be anything; what unpacks to more is what somebody packed.
  if (depth < most.depth) within(bytes, nested(member, 'base64'), depth, look);
  if (content) within(content, nested(member, 'base64'), depth, look);
  if (look.told === told && run.length <= longestKnown && look.clean.size < mostKnown) look.clean.add(run);
}

function whatIn(text: string, { forms, mayHold }: Pick<Look, 'forms' | 'mayHold'>): Set<string> {
  const found = new Set<string>();
  if (holdsPem(text)) found.add('a private key');
  if (forms.length > 0 && mayHold(text)) for (const form of forms) if (text.includes(form.text)) found.add(form.what);
  return found;
}

/** UTF-16 text: every other byte of its beginning is zero. */
function isWide(bytes: Buffer): boolean {
  const some = bytes.subarray(0, 200);
  return some.length >= 20 && some.filter((byte) => byte === 0).length * 3 > some.length;
}

const nested = (member: string, name: string) => (member === '' ? name : `${member}, ${name}`);
