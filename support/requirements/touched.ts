import { eventDefinition, eventsOf, type EventDefinition } from '../catalogue';
import type { Registers } from './read';
import type { Reference } from './references';
import type { Artefact, ConstituencyId } from './schemas';

/**
 * The constituencies that an artefact touches, in the order of the table: a process by its row, stated and inferred
 * alike; anything else by who plays the roles and who says or hears the messages that carry it, or by its own row.
 */
export function touchedBy(artefact: Artefact, { constituency }: Registers): ConstituencyId[] {
  const { constituencies, processes, documents } = constituency;
  const ofProcess = (process: string): ConstituencyId[] =>
    processes.filter((row) => row.process === process).flatMap(({ stated, also }) => [...stated, ...also]);
  const ofRoles = (codes: readonly string[]): ConstituencyId[] =>
    constituencies.filter(({ roles }) => roles.some((role) => codes.includes(role))).map(({ id }) => id);
  const ofReference = (reference: Reference): ConstituencyId[] => {
    if (reference.kind === 'process') return ofProcess(reference.id);
    if (reference.kind === 'role') return ofRoles([reference.id]);
    return ofRoles(eventsBehind(reference).flatMap(parties));
  };
  const own = documents.filter((row) => row.artefacts.includes(artefact.id)).flatMap(({ touches }) => touches);
  // A sub-process, BP010a, goes with its process.
  const number = artefact.id.replace('MQ-A-', '').replace(/[a-e]$/, '');
  const touched = artefact.kind.endsWith('process') ? ofProcess(number) : (artefact.today ?? []).flatMap(ofReference);
  const all = new Set([...own, ...touched]);
  return constituencies.map(({ id }) => id).filter((id) => all.has(id));
}

/** Events that a reference stands for; none for a process, a role or a flow. */
export function eventsBehind(reference: Reference): readonly EventDefinition[] {
  if (reference.kind === 'interface') return eventsOf(reference.id);
  const one = reference.kind === 'event' ? eventDefinition(reference.interface, reference.event) : undefined;
  return one ? [one] : [];
}

function parties({ senders, recipients: { primary, secondary, always } }: EventDefinition): string[] {
  return [...senders, ...primary, ...secondary, ...always];
}
