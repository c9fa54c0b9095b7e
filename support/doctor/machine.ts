import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { errorsOf, sessionErrors } from '../errors';
import { openDtcFolder, type Profile } from '../participant';
import { chromiumPath, javaPath } from '../process';
import { finding, findingsOf, type Finding } from './finding';

const raise = errorsOf(sessionErrors);
const megabyte = 1024 * 1024;
const leastMegabytes = 200;

/** Whether the folders of a run can be written and have room. */
export async function folderFindings(folders: readonly string[], least = leastMegabytes): Promise<Finding[]> {
  return (await Promise.all(folders.map((folder) => folderFinding(folder, least)))).flat();
}

async function folderFinding(folder: string, least: number): Promise<Finding[]> {
  try {
    const existing = await nearestExisting(folder);
    await access(existing, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(existing);
    const free = Math.floor((bavail * bsize) / megabyte);
    return free < least ? [finding('DOCTOR_DISK_LOW', { free, folder, least }, folder)] : [];
  } catch (error) {
    return findingsOf(raise('FOLDER_NOT_WRITABLE', { problem: (error as Error).message }, folder));
  }
}

/** The folder, or the nearest above it that exists: what a run would make its own below. Rejects when that is a file. */
async function nearestExisting(folder: string): Promise<string> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return nearestExisting(path.dirname(folder));
  if (!found.isDirectory()) throw new Error(`${folder} is a file`);
  return folder;
}

/** Whether the simulated DIP can listen on a port of loopback; 0 takes a free one. */
export async function portFindings(port: number): Promise<Finding[]> {
  if (port === 0) return [];
  const server = createServer();
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
  const place = `127.0.0.1:${port}`;
  return problem ? [finding('DOCTOR_PORT_TAKEN', { port, detail: problem.code ?? problem.message }, place)] : [];
}

/** Whether the folder in which the profile says that DTC files lie can be read. */
export async function dtcFindings({ offDip, folder, placeOf }: Profile): Promise<Finding[]> {
  if (offDip?.folder === undefined) return [];
  const { problem } = await openDtcFolder(path.resolve(folder, offDip.folder)).look();
  return problem === undefined ? [] : [finding('DOCTOR_DTC_FOLDER', { problem }, placeOf(['offDip', 'folder']))];
}

/** Whether another process holds the state folder. */
export function lockFindings(holder: { pid: number; since: string } | undefined, stateDir: string): Finding[] {
  return holder ? findingsOf(raise('RUN_ALREADY_GOING', holder, stateDir)) : [];
}

/** Programs that a run can do without. Starts none of them. */
export function programFindings(env: NodeJS.ProcessEnv = process.env): Finding[] {
  return [
    ...(javaPath(env) ? [] : [finding('DOCTOR_NO_JAVA', {}, 'JAVA_HOME, PATH')]),
    ...(chromiumPath(env) ? [] : [finding('DOCTOR_NO_BROWSER', {}, 'CHROMIUM_PATH, PATH')]),
  ];
}
