import { allEvents, eventDefinition, eventsOf, isRole, roles } from '../catalogue';
import { errorsOf, nearest, requirementsErrors, type QualifyError } from '../errors';
import { referenceText, type Reference } from './references';

const raise = errorsOf(requirementsErrors);

/** Where in a register something stands. */
export interface Place {
  file: string;
  row: string;
  field: string;
}

/** A reference to what does not exist; flows of the DTN are no part of the catalogue. */
export function referenceProblem(reference: Reference, place: Place, processes: readonly string[]): QualifyError[] {
  const value = referenceText(reference);
  switch (reference.kind) {
    case 'flow':
      return [];
    case 'process':
      return unknown('process', value, place, processes);
    case 'role':
      return roleProblems([value], place);
    case 'interface':
      return unknown('interface', value, place, [...new Set(allEvents().map((event) => event.interface))]);
    case 'event': {
      const events = eventsOf(reference.interface).map(({ event }) => `${reference.interface} [${event}]`);
      return eventDefinition(reference.interface, reference.event) ? [] : unknown('event', value, place, events);
    }
  }
}

/** Codes that are no role of the DIP. */
export function roleProblems(codes: readonly string[], place: Place): QualifyError[] {
  return codes.filter((code) => !isRole(code)).flatMap((code) => unknown('role', code, place, Object.keys(roles)));
}

/** A name that is not among the known ones, with the nearest that is. */
export function unknown(kind: string, value: string, place: Place, known: readonly string[]): QualifyError[] {
  if (known.includes(value)) return [];
  const near = nearest(value, known);
  const hint = near ? `Did you mean ${near}?` : `Correct ${place.field} of ${place.row}, or enter the ${kind} first.`;
  return [raise('REGISTER_REFERENCE_UNKNOWN', { ...place, kind, value, hint }, placeText(place))];
}

/** A place as an error shows it. */
export function placeText({ file, row, field }: Place): string {
  return `${file}: ${row}.${field}`;
}
