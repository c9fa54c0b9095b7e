import { release as bundledId } from '../release';
import { raise } from './raise';

/** Raises RELEASE_ID_UNSAFE of an id that is no safe file name, RELEASE_ID_BUNDLED of that of the bundled release. */
export function checkId(id: string): void {
  if (!/^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/.test(id)) throw raise('RELEASE_ID_UNSAFE', { id });
  if (id === bundledId) throw raise('RELEASE_ID_BUNDLED', { id });
}
