import { type EventDefinition, messageLabel } from './event';
import { appointmentEvents } from './events-appointment';
import { statusEvents } from './events-status';
import { switchEvents } from './events-switch';

/** Every event of the catalogue, by interface. */
export const events: readonly EventDefinition[] = [...switchEvents, ...appointmentEvents, ...statusEvents].sort(
  (a, b) => a.interface.localeCompare(b.interface),
);

const byLabel = new Map(events.map((definition) => [messageLabel(definition), definition]));

/** The definition of an event, or undefined. The event stands without brackets and in its exact case. */
export function eventDefinition(interfaceId: string, event: string): EventDefinition | undefined {
  return byLabel.get(messageLabel({ interface: interfaceId, event }));
}

/** Events of one interface, in the order of the release. */
export function eventsOf(interfaceId: string): readonly EventDefinition[] {
  return events.filter((definition) => definition.interface === interfaceId);
}
