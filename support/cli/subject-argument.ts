import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { campaignErrors, errorsOf, evidenceErrors, nearest } from '../errors';

const raise = errorsOf({ ...campaignErrors, ...evidenceErrors });

/** Folder of the campaigns below that of the runs. */
export const campaignsIn = (reports: string): string => join(reports, 'campaigns');

/**
 * The folder that an argument RUN|CAMPAIGN means: the folder of a run or campaign, the name of a run below `reports`,
 * `latest` or nothing for the last run, or the name of a campaign.
 * @throws QualifyError RUN_NOT_NAMED, SUBJECT_UNKNOWN
 */
export function subjectFolder(
  text: string | undefined,
  { cwd = process.cwd(), reports = join(cwd, 'reports') }: { cwd?: string; reports?: string } = {},
): string {
  const name = text === undefined || text === 'latest' ? lastRun(reports) : text;
  const campaigns = campaignsIn(reports);
  const places = [resolve(cwd, name), join(reports, name), join(campaigns, name)].filter(isFolder);
  // A folder that only bears the name of a campaign must not hide it.
  const found = places.find(isSubject) ?? places[0];
  if (found) return found;
  const known = [reports, campaigns].flatMap((folder) => (isFolder(folder) ? readdirSync(folder) : []));
  const near = nearest(name, known);
  throw raise('SUBJECT_UNKNOWN', { name, hint: near ? `Did you mean ${near}? ` : '' }, join(reports, name));
}

/** As `subjectFolder`; the file of a pack is itself. */
export function subjectOrPack(text: string | undefined, places: Parameters<typeof subjectFolder>[1] = {}): string {
  const file = text === undefined ? undefined : resolve(places.cwd ?? process.cwd(), text);
  if (file !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  return subjectFolder(text, places);
}

const isFolder = (place: string) => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
const isSubject = (folder: string) =>
  ['verdicts.json', 'campaign.ndjson'].some((file) => existsSync(join(folder, file)));

function lastRun(reports: string): string {
  const file = join(reports, 'latest.txt');
  if (!existsSync(file)) throw raise('RUN_NOT_NAMED', { file: 'reports/latest.txt' }, file);
  return readFileSync(file, 'utf8').trim();
}
