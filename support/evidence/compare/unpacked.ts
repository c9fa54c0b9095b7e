import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readRecord, recordFile } from '../campaign';
import { openPack, type OpenedPack } from '../verify';

/** What a run is read from; nothing else of a pack is written anywhere. */
const runFiles = [
  'verdicts.json',
  'ledger.ndjson',
  'selection.json',
  'run.json',
  'profile.effective.yaml',
  'environment.effective.yaml',
];
/** What else its pages are made from, where they are asked for. */
const pageFiles = /^(?:redaction\.json|diagrams\/[^/\\]{1,200}\.svg)$/;

/**
 * Lays the data files of a pack in a folder of their own for as long as `work` goes on, and hands over the folder of
 * its run or campaign. Names come from here and from the record of the campaign; `forPages`: those of diagrams, one
 * folder deep, from the pack.
 * @throws QualifyError PACK_UNREADABLE, PACK_UNSAFE, CAMPAIGN_UNREADABLE
 */
export async function unpacked<T>(
  file: string,
  work: (folder: string) => Promise<T>,
  { forPages = false } = {},
): Promise<T> {
  const pack = openPack(file);
  const root = mkdtempSync(path.join(os.tmpdir(), 'qualify-pack-'));
  try {
    const record = pack.read(recordFile);
    if (!record) {
      layDown(pack, '', root, forPages);
      return await work(root);
    }
    const folder = path.join(root, 'campaigns', 'packed');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, recordFile), record);
    for (const line of readRecord(folder).runs)
      layDown(pack, `runs/${line.run}/`, path.join(root, line.folder), forPages);
    return await work(folder);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function layDown(pack: OpenedPack, inside: string, folder: string, forPages: boolean): void {
  const further = forPages ? pack.names.filter((name) => name.startsWith(inside)) : [];
  const names = further.map((name) => name.slice(inside.length)).filter((name) => pageFiles.test(name));
  for (const name of [...runFiles, ...names]) {
    const bytes = pack.read(inside + name);
    if (!bytes) continue;
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
}
