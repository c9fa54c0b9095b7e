import { messageLabel, type EventDefinition, type Release } from '../../catalogue';
import { catalogueErrors, errorsOf, nearest } from '../../errors';

const raise = errorsOf(catalogueErrors);
const form = /^((?:IF|REP|PUB)-[\w]+?)\s*(?:\[\s*([^\]\s]*)\s*\]?|\s([^\]\s]+))?$/i;

/** Whether words look like `IF-031`, `PUB-031`, `IF-031 [MSApp]`, `IF-031[MSApp]` or `IF-031 MSApp`. */
export function looksLikeMessage(words: readonly string[]): boolean {
  return /^(IF|REP|PUB)-/i.test(words[0] ?? '');
}

/** The interface that an id names, in any case, or the number under which the DIP publishes it. */
export function interfaceOf(id: string, release: Release): string {
  const upper = id.toUpperCase();
  return release.events.find(({ publication }) => publication === upper)?.interface ?? upper;
}

/** The events that words name, in any case: one, or all of an interface. Raises INTERFACE_UNKNOWN, EVENT_UNKNOWN. */
export function eventsNamed(words: readonly string[], release: Release): readonly EventDefinition[] {
  const text = words.join(' ').trim();
  const [, id = text, inBrackets, after] = form.exec(text) ?? [];
  const interfaceId = interfaceOf(id, release);
  const events = release.events.filter((definition) => definition.interface === interfaceId);
  if (events.length === 0) throw unknownInterface(id, release, text);
  const event = inBrackets ?? after;
  if (!event) return events;
  const found = events.find((definition) => definition.event === event);
  const alike = events.filter((definition) => definition.event.toLowerCase() === event.toLowerCase());
  if (found || alike.length === 1) return [found ?? alike[0]!];
  const near = nearest(
    event,
    events.map((definition) => definition.event),
  );
  const elsewhere = release.events.find((definition) => definition.event === event);
  const known = elsewhere ?? events.find((definition) => definition.event === near) ?? events[0]!;
  throw raise('EVENT_UNKNOWN', { interface: interfaceId, event, nearest: messageLabel(known) }, text);
}

export function unknownInterface(id: string, release: Release, place: string) {
  const known = [...new Set(release.events.map((definition) => definition.interface))];
  const near = nearest(id, known) ?? known[0];
  return raise('INTERFACE_UNKNOWN', { interface: id, release: release.id, nearest: near }, place);
}
