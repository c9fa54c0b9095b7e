import { eventsFrom, eventsTo, isRole, messageLabel, roles, type EventDefinition, type Release } from '../../catalogue';
import { counted } from '../output';
import { printed as pc } from '../terminal';

/** The role that a word names, in any case. */
export function roleNamed(word: string) {
  const code = word.toUpperCase();
  return isRole(code) ? code : undefined;
}

type Code = NonNullable<ReturnType<typeof roleNamed>>;

/** What a role sends and receives, one message to a line. */
export function roleLines(code: Code, release: Release): string[] {
  const { name, segments } = roles[code];
  const segment = segments ? `, market segment ${segments.join(' ')}` : '';
  return [
    `${pc.bold(code)}  ${name}${pc.dim(`  role${segment}`)}`,
    ...part('sends', eventsFrom(code, release), ({ recipients: { primary, secondary, always } }) => [
      '→',
      ...new Set([...primary, ...secondary, ...always]),
    ]),
    ...part('receives', eventsTo(code, release), ({ senders }) => ['←', ...senders]),
  ];
}

function part(
  what: string,
  events: readonly EventDefinition[],
  others: (one: EventDefinition) => readonly string[],
): string[] {
  const width = Math.max(0, ...events.map((one) => messageLabel(one).length));
  const lines = events.map(
    (one) => `  ${messageLabel(one).padEnd(width)}  ${one.name}  ${pc.dim(others(one).join(' '))}`,
  );
  return ['', pc.dim(`${what} ${counted(events.length, 'message')}`), ...lines];
}

export function roleJson(code: Code, release: Release): object {
  const labels = (events: readonly EventDefinition[]) => events.map(messageLabel);
  const [sends, receives] = [labels(eventsFrom(code, release)), labels(eventsTo(code, release))];
  return { kind: 'role', role: code, name: roles[code].name, sends, receives };
}
