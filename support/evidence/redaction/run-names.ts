import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { recordName } from './record';
import { rewritingOf } from './rewrite-files';

/** The files of a run folder, with forward slashes, by what redaction does with them. */
export interface RunNames {
  /** Written again where something in them is struck. */
  sources: string[];
  /** Made from the others earlier: they go with the originals. */
  made: string[];
  /** Made from the others earlier, and large: they go, and are made again. */
  remade: string[];
}

/** Whole folders of a report. */
const reports = new Set(['allure-results', 'allure-report']);

export async function namesOf(folder: string): Promise<RunNames> {
  const names: RunNames = { sources: [], made: [], remade: [] };
  const top = await readdir(folder, { withFileTypes: true });
  for (const entry of top.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === recordName || entry.name === 'ledger.ndjson') continue;
    if (entry.isDirectory() && reports.has(entry.name)) names.remade.push(entry.name);
    else if (entry.isDirectory()) (await filesBelow(folder, entry.name)).forEach(sort);
    else if (entry.isFile()) sort(entry.name);
  }
  return names;

  // Profile and environment are what the user wrote, and hold nothing of messages.
  function sort(name: string): void {
    if (rewritingOf(name)) names.sources.push(name);
    else if (!/\.ya?ml$/.test(name)) names.made.push(name);
  }
}

async function filesBelow(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const names = entries.map(async (entry) => {
    const name = `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, name) : entry.isFile() ? [name] : [];
  });
  return (await Promise.all(names)).flat().sort();
}
