import type { Subject } from '../subject';
import { collect, type Collected } from './collect';
import { made } from './manifest';

/** What a pack is made from. */
export interface PackSource {
  subject: Subject;
  /** Folder of the run or campaign, and that of each run by its id. */
  folder: string;
  runFolders: ReadonlyMap<string, string>;
}

/** Folder of each run inside the pack: that of a single run is the pack itself. */
export function placesOf({ subject, runFolders }: PackSource): Map<string, string> {
  const inside = (run: string) => (subject.kind === 'run' ? '' : `runs/${run}/`);
  return new Map([...runFolders.keys()].map((run) => [run, inside(run)]));
}

/** What stands in the folders of a run or campaign, by its name in the pack. */
export function collectSubject(source: PackSource): Collected {
  const { folder, runFolders, subject } = source;
  const places = placesOf(source);
  const ofRuns = [...runFolders].map(([run, place]) => collect(place, places.get(run)));
  const all = subject.kind === 'run' ? ofRuns : [collect(folder), ...ofRuns];
  return {
    // The sign-off of the whole goes in by itself, once it is known to be one.
    files: all.flatMap(({ files }) => files).filter(({ name }) => name !== made.signOff),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
    withheld: all.flatMap(({ withheld }) => withheld),
  };
}
