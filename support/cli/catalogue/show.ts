import type { Command } from 'commander';
import { find, type Release } from '../../catalogue';
import { catalogueErrors, errorsOf } from '../../errors';
import type { Done } from '../lazily';
import { print } from '../output';
import { eventsNamed, looksLikeMessage } from './name';
import { releaseOf, withRelease, type ReleaseFlag } from './release';
import { codeLines } from './show-code';
import { eventJson, eventLines, interfaceLines } from './show-event';
import { namesOfEvent, odditiesAbout, oddityLines } from './show-oddities';
import { roleJson, roleLines, roleNamed } from './show-role';
import { shapeJson, shapeLines } from './show-shape';

const raise = errorsOf(catalogueErrors);

const examples = `
Examples:
  qualify catalogue show IF-031 MSApp         a message; also "IF-031 [MSApp]" or IF-031[MSApp]
  qualify catalogue show IF-031               an interface
  qualify catalogue show B070                 a block, and the messages that carry it
  qualify catalogue show DI-063               a data item; also MPANCore
  qualify catalogue show REG1032              a response code
  qualify catalogue show SUP                  what a role sends and receives`;

/** What is shown, for people and for programs. */
interface Page {
  lines: string[];
  json: object;
}

/** `qualify catalogue show`: whatever a word of the catalogue means. */
export function catalogueShowCommand(command: Command, done: Done): void {
  withRelease(command)
    .argument('<what...>', 'message, interface, block, data item, response code or role')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((words: string[], flags: ReleaseFlag & { json?: boolean }) => {
      const release = releaseOf(flags);
      const { lines, json } = pageOf(words, release);
      if (flags.json) print(JSON.stringify({ schema: 1, release: release.id, ...json }, null, 2));
      else print(lines.join('\n'));
      done(0);
    });
}

/** A page with the oddities that concern some names at its end. */
function withOddities({ lines, json }: Page, names: readonly string[], release: Release): Page {
  const found = odditiesAbout(names, release);
  return { lines: [...lines, ...oddityLines(found)], json: { ...json, ...(found.length > 0 && { oddities: found }) } };
}

function pageOf(words: readonly string[], release: Release): Page {
  if (looksLikeMessage(words)) {
    const events = eventsNamed(words, release);
    const [only] = events;
    const json = { events: events.map((definition) => eventJson(definition, release)) };
    const lines = events.length === 1 ? eventLines(only!, release) : interfaceLines(events);
    return withOddities({ lines, json }, events.flatMap(namesOfEvent), release);
  }
  const word = words.join(' ');
  const role = roleNamed(word);
  if (role) return { lines: roleLines(role, release), json: roleJson(role, release) };
  const found = find(word, release);
  if (found.kind === 'code') return { lines: codeLines(found.code), json: { code: found.code } };
  if (found.kind === 'block' || found.kind === 'item')
    return withOddities({ lines: shapeLines(found), json: shapeJson(found) }, [found.name], release);
  const near = found.kind === 'unknown' && found.nearest ? ` Nearest: ${found.nearest}.` : '';
  throw raise('CATALOGUE_WORD_UNKNOWN', { word, release: release.id, nearest: near }, `qualify catalogue show ${word}`);
}
