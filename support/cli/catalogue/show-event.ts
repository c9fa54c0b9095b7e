import {
  fieldsOf,
  messageLabel,
  type EventDefinition,
  type Field,
  type MessageName,
  type Release,
} from '../../catalogue';
import { printed as pc } from '../terminal';
import { fieldLines } from './field-lines';

const row = (name: string, text: string) => `${pc.dim(name.padEnd(12))}${text}`;
const marked = (text: string, basis: string) => (basis === 'stated' ? text : `${text} ${pc.dim(`(${basis})`)}`);
const named = (name: string, message: MessageName | undefined) => (message ? [row(name, messageLabel(message))] : []);
const listed = (names: readonly string[]) => names.join(' ') || 'nobody';

/** One message: who says it to whom and when, and every block with its items. */
export function eventLines(definition: EventDefinition, release: Release): string[] {
  const { name, senders, sendersBasis, processes, processesBasis, answers, continues } = definition;
  const answeredBy = release.events.filter(
    (one) => one.answers && messageLabel(one.answers) === messageLabel(definition),
  );
  const { CommonBlock, CustomBlock } = blocksOf(definition, release);
  return [
    `${pc.bold(messageLabel(definition))}  ${name}`,
    row('release', `${release.id}, schema version ${definition.schemaVersion}`),
    row('publication', definition.publication),
    row('sent by', marked(listed(senders), sendersBasis)),
    ...receiverLines(definition),
    row('processes', marked(processes.join(' ') || 'unknown', processesBasis)),
    ...named('answers', answers),
    ...named('continues', continues),
    ...(answeredBy.length > 0 ? [row('answered by', answeredBy.map(messageLabel).join(', '))] : []),
    ...section('CommonBlock', CommonBlock),
    ...section('CustomBlock', CustomBlock),
    '',
    pc.dim('What is not optional must be there, and is null only where it says so. D0 is added by the DIP.'),
  ];
}

function receiverLines({ recipients }: EventDefinition): string[] {
  const { primary, secondary, always, basis, setting } = recipients;
  const ways: [string, readonly string[], string][] = [
    ['sent to', primary, 'named by the sender'],
    ['also to', secondary, 'found by the DIP'],
    ['always to', always, 'whatever the MPAN'],
  ];
  const lines = ways
    .filter(([, roles]) => roles.length > 0)
    .map(([name, roles, how]) => row(name, `${roles.join(' ')} ${pc.dim(`(${how}; ${basis})`)}`));
  return [...lines, row('set by', `${setting} ${pc.dim('of an environment file')}`)];
}

function blocksOf(definition: EventDefinition, release: Release): Record<string, Field | undefined> {
  const fields = fieldsOf(release.jsonSchema(definition, 'egress'));
  const isOptional = (name: string) => name === 'D0' || definition.common.optional.includes(name);
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      { ...field, fields: field.fields?.map((one) => ({ ...one, required: one.required && !isOptional(one.name) })) },
    ]),
  );
}

function section(name: string, block: Field | undefined): string[] {
  if (!block?.fields) return ['', `${pc.bold(name)}  ${pc.dim('none')}`];
  const required = block.fields.filter((field) => field.required);
  const optional = block.fields.filter((field) => !field.required);
  return ['', pc.bold(name), ...[...required, ...optional].flatMap((field) => fieldLines(field))];
}

/** The events of an interface, each in a line. */
export function interfaceLines(events: readonly EventDefinition[]): string[] {
  const [{ interface: id, publication }] = events as [EventDefinition];
  const width = Math.max(...events.map(({ event }) => event.length)) + 2;
  const each = events.map(({ event, name, custom }) => {
    const blocks = [...(custom?.required ?? []), ...(custom?.optional ?? []).map((one) => `(${one})`)].join(' ');
    return `  ${pc.bold(`[${event}]`.padEnd(width))}  ${name}\n  ${' '.repeat(width)}  ${pc.dim(blocks || 'no CustomBlock')}`;
  });
  return [
    `${pc.bold(id)}  ${pc.dim(publication)}`,
    ...each,
    pc.dim(`In brackets: optional. See more with: qualify catalogue show ${id} EVENT`),
  ];
}

export function eventJson(definition: EventDefinition, release: Release): object {
  return { ...definition, blocks: fieldsOf(release.jsonSchema(definition, 'egress')) };
}
