import { bundledRelease, storedReleases } from '../../catalogue';
import { counted, print, say } from '../output';
import { printed as pc } from '../terminal';
import { releasesHere } from './release';

/** The bundled release and those that were imported, with the day of the import. */
export function showReleases(json: boolean): void {
  const own = { id: bundledRelease.id, bundled: true, messages: bundledRelease.events.length };
  const stored = storedReleases(releasesHere());
  if (json) return print(JSON.stringify({ schema: 1, releases: [own, ...stored] }, null, 2));
  print(`${pc.bold(own.id)}  ${counted(own.messages, 'message')}, bundled`);
  for (const { id, ...rest } of stored) {
    const said =
      'problem' in rest ? rest.problem : `${counted(rest.messages, 'message')}, imported ${rest.imported.slice(0, 10)}`;
    print(`${pc.bold(id)}  ${said}`);
  }
  say(`${counted(stored.length + 1, 'release')}`);
}
