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

/**
 * Lays the data files of a pack in a folder of their own for as long as `work` goes on, and hands over the folder of
 * its run or campaign. Names come from here and from the record of the campaign, none from the pack.
 * @throws QualifyError PACK_UNREADABLE, PACK_UNSAFE, CAMPAIGN_UNREADABLE
 */
export async function unpacked<T>(file: string, work: (folder: string) => Promise<T>): Promise<T> {
  const pack = openPack(file);
  const root = mkdtempSync(path.join(os.tmpdir(), 'qualify-pack-'));
  try {
    const record = pack.read(recordFile);
    if (!record) {
      layDown(pack, '', root);
      return await work(root);
    }
    const folder = path.join(root, 'campaigns', 'packed');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, recordFile), record);
    for (const line of readRecord(folder).runs) layDown(pack, `runs/${line.run}/`, path.join(root, line.folder));
    return await work(folder);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function layDown(pack: OpenedPack, inside: string, folder: string): void {
  for (const name of runFiles) {
    const bytes = pack.read(inside + name);
    if (!bytes) continue;
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
}
