import { eventsFrom, eventsTo, isRole, messageLabel, type EventDefinition, type Release } from '../../catalogue';
import type { Exchange } from './exchanged';
import type { gapFinder } from './gaps';
import { groupedBy, rolledUp, shareOf } from './proof';
import type { Direction, Gap, KnownScenario, Proof, Share } from './types';

/** A message in one role and direction of the participant. */
export interface MessageFact extends Proof {
  interface: string;
  event: string;
  label: string;
  name: string;
  role: string;
  direction: Direction;
  processes: readonly string[];
  /** Null where something proves it. */
  gap: Gap | null;
}

/** A message that a role of the participant may send or receive. */
export interface InScope {
  definition: EventDefinition;
  role: string;
  direction: Direction;
}

/** What the roles may send and receive in the release; of some processes, or of all when none is given. */
export function scopeOf(roles: readonly string[], processes: readonly string[], release: Release): InScope[] {
  const wanted = (one: EventDefinition) =>
    processes.length === 0 || one.processes.some((process) => processes.includes(process));
  return roles.filter(isRole).flatMap((role) => {
    const way = (direction: Direction, events: readonly EventDefinition[]) =>
      events.filter(wanted).map((definition) => ({ definition, role, direction }));
    return [...way('sent', eventsFrom(role, release)), ...way('received', eventsTo(role, release))];
  });
}

const keyOf = (role: string, direction: Direction, label: string) => `${role} ${direction} ${label}`;

/** Every message in scope or exchanged, by role and direction: the grade of what proves it, else why nothing does. */
export function messageFacts(
  scope: readonly InScope[],
  exchanges: readonly Exchange[],
  scenarios: readonly KnownScenario[],
  gapOf: ReturnType<typeof gapFinder>,
): MessageFact[] {
  const seen = groupedBy(exchanges, ({ role, direction, label }) => keyOf(role, direction, label));
  const expected = scope.map(({ definition, role, direction }) => ({
    ...{ interface: definition.interface, event: definition.event, label: messageLabel(definition) },
    ...{ name: definition.name, processes: definition.processes, role, direction },
  }));
  const known = new Set(expected.map(({ role, direction, label }) => keyOf(role, direction, label)));
  const beyond = [...seen].flatMap(([key, [one]]) =>
    known.has(key) || !one
      ? []
      : [
          {
            ...{ interface: one.interface, event: one.event, label: one.label, name: '', processes: [] },
            ...wayOf(one),
          },
        ],
  );
  return [...expected, ...beyond].map((one) => {
    const came = seen.get(keyOf(one.role, one.direction, one.label)) ?? [];
    const proof = rolledUp(came);
    const naming = () => scenarios.filter(({ messages }) => messages.includes(one.label));
    return { ...one, ...proof, gap: proof.grade === null ? gapOf(came, naming(), one.role) : null };
  });
}

const wayOf = ({ role, direction }: Exchange) => ({ role, direction });

/** How many messages are proved in each role and direction. */
export function roleShares(facts: readonly MessageFact[]): (Share & { role: string; direction: Direction })[] {
  return [...groupedBy(facts, ({ role, direction }) => `${role} ${direction}`).values()].map((group) => ({
    ...{ role: group[0]!.role, direction: group[0]!.direction },
    ...shareOf(group),
  }));
}

/** Messages of the release that none of the roles sends or receives. */
export function outOfScope(scope: readonly InScope[], facts: readonly MessageFact[], release: Release): string[] {
  const inside = new Set([
    ...scope.map(({ definition }) => messageLabel(definition)),
    ...facts.map((one) => one.label),
  ]);
  return release.events.map(messageLabel).filter((label) => !inside.has(label));
}
