import { release as bundledId } from '../release';
import { raise } from './raise';

/** Windows takes these for devices, whatever follows behind a dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Raises RELEASE_ID_UNSAFE of an id that is no safe file name, RELEASE_ID_BUNDLED of that of the bundled release. */
export function checkId(id: string): void {
  const safe = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/.test(id) && !device.test(id);
  if (!safe) throw raise('RELEASE_ID_UNSAFE', { id });
  if (id === bundledId) throw raise('RELEASE_ID_BUNDLED', { id });
}
