/** Releases beside the bundled one: import, keep, open, compare. */
export { importRelease } from './import';
export { diffReleases, type Change } from './diff';
export { listReleases, openRelease, releasesFolder, saveRelease, storedReleases } from './store';
export type { StoredEvent, StoredRelease, StoredSchema } from './stored';
