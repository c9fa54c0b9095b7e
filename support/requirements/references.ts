import { parseMessageLabel, type MessageName } from '../catalogue';

/** What carries an artefact: a whole interface or report, one event of it, a process, a role, or a flow of the DTN. */
export type Reference =
  ({ kind: 'event' } & MessageName) | { kind: 'interface' | 'process' | 'role' | 'flow'; id: string };

const forms: [kind: 'interface' | 'process' | 'role' | 'flow', form: RegExp][] = [
  ['interface', /^(IF-\d{3}|REP-\d{3}[A-Z]?)$/],
  ['process', /^(BP\d{3}[A-Za-z]?|MIG)$/],
  ['flow', /^D\d{4}$/],
  ['role', /^[A-Z]{3,5}$/],
];

/** Reads `IF-031 [MSApp]`, `IF-031`, `BP001`, `SUP` or `D0134`, whether or not such a thing exists. */
export function parseReference(text: string): Reference | undefined {
  const message = parseMessageLabel(text);
  if (message) return { kind: 'event', interface: message.interface, event: message.event };
  const kind = forms.find(([, form]) => form.test(text))?.[0];
  return kind && { kind, id: text };
}

/** A reference as the registers write it. */
export function referenceText(reference: Reference): string {
  return reference.kind === 'event' ? `${reference.interface} [${reference.event}]` : reference.id;
}
