import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorsOf, redactionErrors } from '../../errors';

const raise = errorsOf(redactionErrors);

/** What stands in the drafts folder: renamed to `decided` it will be carried out, whatever comes in between. */
const begun = '.redaction.part';
const decided = '.redaction';
const planSchema = z.object({
  /** Files that take the place of those in the run folder; the draft of each has its number. */
  write: z.array(z.string()),
  /** Files and folders that go. */
  remove: z.array(z.string()),
});
export type Plan = z.infer<typeof planSchema>;

/** Begins anew: the folder for drafts, empty. */
export async function draftsFolder(folder: string): Promise<string> {
  const drafts = path.join(folder, begun);
  await rm(drafts, { recursive: true, force: true });
  await mkdir(drafts);
  return drafts;
}

export const dropDrafts = (folder: string): Promise<void> =>
  rm(path.join(folder, begun), { recursive: true, force: true });

/** Decides that the drafts take their places: before, the old files stand; after, `settle` ends what was begun. */
export async function decide(folder: string, plan: Plan): Promise<void> {
  await writeFile(path.join(folder, begun, 'plan.json'), JSON.stringify(plan));
  await rename(path.join(folder, begun), path.join(folder, decided));
}

/** Carries out what was decided, from where it was interrupted; nothing where nothing was. */
export async function settle(folder: string): Promise<void> {
  await dropDrafts(folder);
  const drafts = path.join(folder, decided);
  if (!existsSync(drafts)) return;
  const plan = await planOf(drafts);
  for (const name of plan.remove) await rm(inside(folder, name), { recursive: true, force: true });
  const left = new Set(await readdir(drafts));
  for (const [index, name] of plan.write.entries()) {
    if (left.has(String(index))) await rename(path.join(drafts, String(index)), inside(folder, name));
  }
  await rm(drafts, { recursive: true, force: true });
}

/** Refuses a folder that is between old and new. QualifyError REDACTION_UNFINISHED. */
export function requireSettled(folder: string): void {
  if (existsSync(path.join(folder, decided))) throw raise('REDACTION_UNFINISHED', {}, folder);
}

async function planOf(drafts: string): Promise<Plan> {
  const file = path.join(drafts, 'plan.json');
  const problem = (text: string) => raise('REDACTION_RECORD_UNREADABLE', { file: 'plan.json', problem: text }, file);
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return planSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw Object.assign(problem('it is not the plan that was written'), { cause });
  }
}

/** A name from a file is not trusted. */
function inside(folder: string, name: string): string {
  const file = path.resolve(folder, name);
  if (file.startsWith(path.resolve(folder) + path.sep)) return file;
  throw raise('REDACTION_RECORD_UNREADABLE', { file: 'plan.json', problem: `"${name}" leaves the run folder` }, folder);
}
