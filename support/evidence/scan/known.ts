import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** What is no secret of its own there, or copies of what is. */
const apart = new Set(['journal', 'originals', 'prove']);
const most = { bytes: 1024 * 1024, files: 5000, depth: 5 };
/** Where a secret is, or its hash, is none. */
const aboutSecret = /(?:file|path|sha256|name|url)$/i;
const secretKey = /token|secret|pass(?:word|phrase)|api[-_]?key|private[-_]?key|authorization/i;

/**
 * The secrets that a state folder keeps: API keys, tokens and the key of pseudonyms as they are, private keys as PEM. A
 * folder that is not there has none.
 */
export async function knownSecrets(stateFolder: string): Promise<string[]> {
  const secrets = new Set<string>();
  for (const file of await filesOf(stateFolder, 0)) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (/PRIVATE KEY-----/.test(text)) secrets.add(text);
    else if (path.basename(path.dirname(file)) === 'secrets') secrets.add(text.trim());
    else if (file.endsWith('.json')) secretsInJson(text).forEach((one) => secrets.add(one));
  }
  return [...secrets].filter((one) => one.length > 0);
}

async function filesOf(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !apart.has(entry.name) && depth < most.depth)
      found.push(...(await filesOf(file, depth + 1)));
    else if (entry.isFile() && (await stat(file)).size <= most.bytes) found.push(file);
    if (found.length >= most.files) break;
  }
  return found;
}

function secretsInJson(text: string): string[] {
  try {
    return secretsBelow(JSON.parse(text), false);
  } catch {
    return [];
  }
}

function secretsBelow(value: unknown, named: boolean): string[] {
  if (typeof value === 'string') return named || /PRIVATE KEY-----/.test(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item) => secretsBelow(item, named));
  return Object.entries(value).flatMap(([key, item]) =>
    secretsBelow(item, !aboutSecret.test(key) && (named || secretKey.test(key))),
  );
}
