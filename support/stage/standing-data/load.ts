import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { StandingData } from '../../catalogue';
import { errorsOf, nearest, stageErrors } from '../../errors';
import { readYaml } from '../read-yaml';
import { files } from './files';

const raise = errorsOf(stageErrors);

// Three folders up from support/stage/standing-data, four from dist/support/stage/standing-data.
const bundled = ['../../..', '../../../..']
  .map((up) => path.resolve(__dirname, up, 'fixtures/standing-data'))
  .find((folder) => existsSync(folder))!;

const names = Object.keys(files);

/**
 * Reads standing data: each file from the user's own folder where that has it, else the bundled one. What comes back is
 * frozen. STANDING_DATA_MISSING for a folder that cannot be read, STANDING_DATA_FILE_UNKNOWN for a file that would not
 * be read, STANDING_DATA_WRONG for a field.
 */
export async function loadStandingData(ownFolder?: string): Promise<StandingData> {
  const own = ownFolder === undefined ? [] : await filesOf(ownFolder);
  const parts = await Promise.all(names.map((name) => read(own.includes(name) ? ownFolder! : bundled, name)));
  return freeze(Object.assign({}, ...parts) as StandingData);
}

async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => {
    throw raise('STANDING_DATA_MISSING', {}, folder);
  });
  for (const name of found.filter((one) => /\.ya?ml$/i.test(one) && !names.includes(one))) {
    const near = nearest(name, names);
    const hint = near ? `Did you mean ${near}? ` : '';
    throw raise('STANDING_DATA_FILE_UNKNOWN', { name, hint, known: names.join(', ') }, path.join(folder, name));
  }
  return found;
}

async function read(folder: string, name: string): Promise<Partial<StandingData>> {
  const place = path.join(folder, name);
  const reading = await readYaml(place, files[name]!);
  if (!reading.ok) throw raise('STANDING_DATA_WRONG', { problem: reading.problem, name }, reading.place);
  const { schema: _, ...part } = reading.value as Partial<StandingData> & { schema: number };
  return part;
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
