import { resolve } from 'node:path';
import type { Command } from 'commander';
import { importRelease, saveRelease } from '../../catalogue';
import type { Done } from '../lazily';
import { counted, print, say, seconds } from '../output';
import { releasesHere } from './release';

const examples = `
The specification is a file or a folder of the published OpenAPI files (YAML or JSON). Nothing is fetched: a reference to
a remote file means the file of that name beside it. The release is kept in the state folder (.qualify, or
QUALIFY_STATE); every catalogue command takes it with --release.

Examples:
  qualify catalogue import dip-api-2.2.1/ --release 2.2.1
  qualify catalogue diff 2.1.0 2.2.1`;

/** `qualify catalogue import`: another release beside the bundled one. */
export function catalogueImportCommand(command: Command, done: Done): void {
  command
    .argument('<specification>', 'file or folder of the published specification')
    .requiredOption('--release <id>', 'name of the release, such as 2.2.1')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (path: string, { release: id, json }: { release: string; json?: boolean }) => {
      const began = performance.now();
      const release = await importRelease(resolve(path), id);
      const file = await saveRelease(releasesHere(), release);
      const interfaces = new Set(release.events.map((event) => event.interface)).size;
      if (json) {
        const { events, files } = release;
        print(JSON.stringify({ schema: 1, release: id, file, events: events.length, interfaces, files }, null, 2));
      } else print(file);
      const took = seconds(performance.now() - began);
      say(
        `release ${id}: ${counted(release.events.length, 'message')} of ${counted(interfaces, 'interface')} (${took})`,
      );
      done(0);
    });
}
