import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readCampaign, recordFile, subjectOfCampaign } from '../campaign';
import { readRunFiles } from '../run-files';
import { subjectOfRun } from '../subject';
import { verifyPack } from '../verify';
import type { Side } from './compare';
import { sideOf } from './side';
import { unpacked } from './unpacked';

/**
 * Reads what stands at a place as a side of a comparison: the folder of a run or of a campaign, or a pack.
 * @throws QualifyError as `readSubject`; PACK_UNREADABLE, PACK_UNSAFE
 */
export async function readSide(place: string): Promise<Side> {
  if (!statSync(place).isFile()) return readFolder(place);
  const { valid, problems } = await verifyPack(place);
  const side = await unpacked(place, readFolder);
  const note = `The pack does not verify: ${problems[0] ?? 'it is not whole'}`;
  return { ...side, name: `${side.name} (pack)`, notes: valid ? side.notes : [note, ...side.notes] };
}

async function readFolder(place: string): Promise<Side> {
  if (!existsSync(path.join(place, recordFile))) {
    return sideOf(subjectOfRun(await readRunFiles(place)), configured(place));
  }
  const campaign = await readCampaign(place);
  const last = campaign.runs.findLast(({ files }) => files !== undefined);
  return sideOf(subjectOfCampaign(campaign, place), last ? configured(last.folder) : new Map());
}

const mostBytes = 1_000_000;

/** What a run was made with, key by key: `profile: identities.0.role`. What is not there or unreadable is left out. */
function configured(folder: string): Map<string, string> {
  const facts = new Map<string, string>();
  for (const part of ['profile', 'environment']) {
    const file = path.join(folder, `${part}.effective.yaml`);
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0 || size > mostBytes) continue;
    try {
      flatten(parse(readFileSync(file, 'utf8')), [], (keys, value) => facts.set(`${part}: ${keys.join('.')}`, value));
    } catch {
      facts.set(part, 'cannot be read');
    }
  }
  return facts;
}

function flatten(value: unknown, keys: string[], tell: (keys: string[], value: string) => void): void {
  if (typeof value !== 'object' || value === null) return tell(keys, String(value));
  const entries = Object.entries(value);
  if (entries.length === 0) return tell(keys, 'none');
  for (const [key, inner] of entries) flatten(inner, [...keys, key], tell);
}
