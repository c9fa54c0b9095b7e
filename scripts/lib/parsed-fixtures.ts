// What stands in the YAML files that every run reads. Reading YAML takes longer than all else that is done with them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** Not the pool of MPANs, of which the line of each is told. */
const folders = ['assumptions', 'environments', 'standing-data'];

/** SHA-256 of a file's text → its content, so that a file that was changed is read itself. */
export function parsedFixtures(fixtures: string): Record<string, unknown> {
  const files = folders.flatMap((folder) => {
    const names = readdirSync(path.join(fixtures, folder)).filter((name) => name.endsWith('.yaml'));
    return names.map((name) => readFileSync(path.join(fixtures, folder, name), 'utf8'));
  });
  return Object.fromEntries(files.map((text) => [createHash('sha256').update(text).digest('hex'), parse(text)]));
}
