import { diffReleases, openRelease, releasesFolder } from '../catalogue';
import { errorsOf, sessionErrors } from '../errors';

const raise = errorsOf(sessionErrors);

/**
 * Labels of the messages that differ between two releases, `IF-031 [MSApp]`. RELEASES_ALIKE where none does: an empty
 * list would select every scenario.
 */
export function impactedMessages([from, to]: readonly [string, string], stateDir: string): string[] {
  const folder = releasesFolder(stateDir);
  const changes = diffReleases(openRelease(from, folder), openRelease(to, folder));
  const labels = [...new Set(changes.flatMap(({ events }) => events))];
  if (labels.length === 0) throw raise('RELEASES_ALIKE', { from, to }, '--impacted');
  return labels;
}
