import { once } from 'node:events';
import type { Command } from 'commander';
import { sampleMessage, type EventDefinition, type Release, type SampleOptions } from '../../catalogue';
import { catalogueErrors, errorsOf, QualifyError } from '../../errors';
import type { Done } from '../lazily';
import { print } from '../output';
import { eventsNamed } from './name';
import { releaseOf, withRelease, type ReleaseFlag } from './release';
import { overridesOf, shortened } from './set-option';

const raise = errorsOf(catalogueErrors);

interface SampleFlags extends ReleaseFlag {
  all?: boolean;
  seed?: string;
  set?: string[];
  full?: boolean;
  egress?: boolean;
}

const examples = `
Examples:
  qualify catalogue sample IF-021 ActivePower --seed 7
  qualify catalogue sample "IF-031 [MSApp]" --full --egress
  qualify catalogue sample IF-031 MSApp --set CommonBlock.M0.MPANCore=2000000000011
  qualify catalogue sample IF-031 MSApp --set CustomBlock.B070.appointmentScenario:=null    any JSON, even what is wrong
  qualify catalogue sample --all > samples.ndjson`;

/** `qualify catalogue sample`: valid messages. */
export function catalogueSampleCommand(command: Command, done: Done): void {
  withRelease(command)
    .argument('[message...]', 'the message, such as IF-021 ActivePower')
    .option('--all', 'one of each message, each on a line: {interface, event, payload}')
    .option('--seed <text>', 'another sample, and the same one for the same seed')
    .option('--set <path=value...>', 'values of your own by path, in the type of the item; path:=value for any JSON')
    .option('--full', 'with every block and item that may be left out')
    .option('--egress', 'as the DIP publishes it, with block D0')
    .addHelpText('after', examples)
    .action(async (words: string[], flags: SampleFlags, self: Command) => {
      if ((flags.all ?? false) === words.length > 0 || (flags.all && flags.set)) {
        return self.error('error: name one message, or give --all without --set');
      }
      const release = releaseOf(flags);
      if (flags.all) await printAll(release, flags);
      else print(JSON.stringify(sample(one(words, release), release, flags), null, 2));
      done(0);
    });
}

function one(words: readonly string[], release: Release): EventDefinition {
  const events = eventsNamed(words, release);
  if (events.length === 1) return events[0]!;
  const [{ interface: id, event: example }] = events as [EventDefinition];
  const names = events.map(({ event }) => event).join(', ');
  throw raise('EVENT_NOT_SAID', { interface: id, count: events.length, events: names, example }, words.join(' '));
}

function sample(definition: EventDefinition, release: Release, { seed, set, full, egress }: SampleFlags): object {
  const options: SampleOptions = {
    ...(seed !== undefined && { seed }),
    ...(full && { full }),
    ...(egress && { egress }),
    ...(set && { set: overridesOf(set, release.jsonSchema(definition, egress ? 'egress' : 'ingress')) }),
  };
  try {
    return sampleMessage(definition.interface, definition.event, options, release);
  } catch (error) {
    // The catalogue knows no options: a path that is not there was given by one.
    if (!(error instanceof QualifyError) || error.place || !set) throw error;
    throw new QualifyError(error.code, error.kind, error.message, error.fix, `--set ${set.map(shortened).join(' ')}`);
  }
}

async function printAll(release: Release, flags: SampleFlags): Promise<void> {
  for (const definition of release.events) {
    const { interface: id, event } = definition;
    const line = JSON.stringify({ interface: id, event, payload: sample(definition, release, flags) });
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  }
}
