import { constants, watch, type FSWatcher } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDtcFile, type DtcFlow, type DtcProblem } from './parse-file';

/** A file of the folder, by its name alone. */
export type DtcFile = { name: string } & (DtcFlow | DtcProblem);

/** The folder in which the files of DTC flows lie. */
export interface DtcFolder {
  /** Reads what is new since the last look; what is in it, by name. Why it cannot be read, where it cannot. */
  look(): Promise<{ files: readonly DtcFile[]; problem?: string }>;
  /** Calls back when a file may have come; ends with what it answers. A folder that cannot be watched never calls. */
  changed(tell: () => void): () => void;
}

const mostBytes = 20 * 1024 * 1024;
// Where there is no such flag there are hardly any links.
const noLinks = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** Opens a folder. Only plain files that lie in it are read: no links, no folders below it, no hidden files. */
export function openDtcFolder(folder: string): DtcFolder {
  const known = new Map<string, { version: string; file: DtcFile }>();
  let last: ReturnType<DtcFolder['look']> = Promise.resolve({ files: [] });

  async function read(name: string): Promise<DtcFile | undefined> {
    const handle = await open(join(folder, name), noLinks).catch(() => undefined);
    if (!handle) return undefined;
    try {
      const { size, mtimeMs, ino } = await handle.stat();
      const version = `${ino} ${size} ${mtimeMs}`;
      const before = known.get(name);
      if (before?.version === version) return before.file;
      const file: DtcFile =
        size > mostBytes
          ? { name, line: 1, problem: `expected at most ${mostBytes / 1024 / 1024} MB` }
          : { name, ...parseDtcFile((await handle.readFile()).toString('utf8')) };
      known.set(name, { version, file });
      return file;
    } finally {
      await handle.close();
    }
  }

  async function lookNow(): ReturnType<DtcFolder['look']> {
    const files: DtcFile[] = [];
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
      for (const name of names.sort()) files.push(...((file) => (file ? [file] : []))(await read(name)));
      return { files };
    } catch (error) {
      return { files, problem: (error as NodeJS.ErrnoException).code ?? 'unreadable' };
    }
  }

  return {
    // One look after the other: two at once would read each file twice.
    look: () => (last = last.then(lookNow)),
    changed(tell) {
      let watcher: FSWatcher | undefined;
      try {
        // A wait that was given up keeps no process alive.
        watcher = watch(folder, { persistent: false }, tell);
        watcher.on('error', () => watcher?.close());
      } catch {
        // The last look, when the limit has passed, still finds what came.
      }
      return () => watcher?.close();
    },
  };
}
