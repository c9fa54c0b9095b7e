import type { Command } from 'commander';
import { messageLabel, type EventDefinition, type Release } from '../../catalogue';
import { catalogueErrors, errorsOf, nearest } from '../../errors';
import type { Done } from '../lazily';
import { counted, print, say } from '../output';
import { printed as pc } from '../terminal';
import { interfaceOf, unknownInterface } from './name';
import { showReleases } from './list-releases';
import { releaseOf, withRelease, type ReleaseFlag } from './release';

const raise = errorsOf(catalogueErrors);

interface ListFlags extends ReleaseFlag {
  interface?: string[];
  process?: string[];
  role?: string[];
  releases?: boolean;
  json?: boolean;
}

const examples = `
Examples:
  qualify catalogue list --interface IF-031
  qualify catalogue list --process BP001 --role SUP
  qualify catalogue list --releases`;

/** `qualify catalogue list`: events by interface, process and role. */
export function catalogueListCommand(command: Command, done: Done): void {
  withRelease(command)
    .option('--interface <id...>', 'interfaces and reports, such as IF-031 or PUB-031')
    .option('--process <process...>', 'business processes, such as BP001')
    .option('--role <role...>', 'roles that send or receive, such as SUP')
    .option('--releases', 'the releases that there are, instead of messages')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((flags: ListFlags, self: Command) => {
      if (flags.releases) {
        if (flags.release ?? flags.interface ?? flags.process ?? flags.role)
          return self.error('error: --releases goes with --json only');
        showReleases(flags.json ?? false);
        return done(0);
      }
      const release = releaseOf(flags);
      const events = chosen(release, flags);
      if (flags.json) print(JSON.stringify({ schema: 1, release: release.id, events: events.map(told) }, null, 2));
      else show(events);
      const interfaces = new Set(events.map((definition) => definition.interface)).size;
      if (!flags.json)
        say(`${counted(events.length, 'message')} of ${counted(interfaces, 'interface')}, release ${release.id}`);
      done(0);
    });
}

const receivers = ({ recipients: { primary, secondary, always } }: EventDefinition): readonly string[] => [
  ...new Set([...primary, ...secondary, ...always]),
];

function chosen(release: Release, flags: ListFlags): EventDefinition[] {
  const ids = flags.interface?.map((id) => interfaceOf(id, release));
  for (const id of ids ?? []) {
    if (!release.events.some((definition) => definition.interface === id))
      throw unknownInterface(id, release, '--interface');
  }
  const known = (get: (definition: EventDefinition) => readonly string[]) => [...new Set(release.events.flatMap(get))];
  const parties = (definition: EventDefinition) => [...definition.senders, ...receivers(definition)];
  refuseUnknown(
    'process',
    flags.process,
    known(({ processes }) => processes),
  );
  refuseUnknown('role', flags.role, known(parties));
  const overlaps = (wanted: readonly string[] | undefined, own: readonly string[]) =>
    wanted === undefined || wanted.some((one) => own.includes(one));
  return release.events.filter(
    (definition) =>
      overlaps(ids, [definition.interface]) &&
      overlaps(flags.process, definition.processes) &&
      overlaps(flags.role, parties(definition)),
  );
}

function refuseUnknown(what: string, wanted: readonly string[] | undefined, known: readonly string[]): void {
  const unknown = wanted?.find((one) => !known.includes(one));
  if (unknown === undefined) return;
  const values = {
    what,
    value: unknown,
    known: [...known].sort().join(', '),
    nearest: nearest(unknown, known) ?? 'none',
  };
  throw raise('CATALOGUE_FILTER_UNKNOWN', values, `--${what}`);
}

const told = ({
  interface: id,
  event,
  name,
  kind,
  senders,
  sendersBasis,
  recipients,
  processes,
  ...rest
}: EventDefinition) => {
  const { primary, secondary, always, basis } = recipients;
  const to = { primary, secondary, always, basis };
  return {
    interface: id,
    event,
    name,
    kind,
    senders,
    sendersBasis,
    recipients: to,
    processes,
    processesBasis: rest.processesBasis,
  };
};

function show(events: readonly EventDefinition[]): void {
  const width = Math.min(40, Math.max(0, ...events.map((definition) => messageLabel(definition).length)));
  for (const definition of events) {
    const way = `${definition.senders.join(' ') || '?'} → ${receivers(definition).join(' ') || '?'}`;
    const where = definition.processes.join(' ');
    print(`${messageLabel(definition).padEnd(width)}  ${definition.name}  ${pc.dim(`${way}  ${where}`)}`);
  }
}
