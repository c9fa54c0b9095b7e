import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/*
 * For tests that compare the catalogue with the facts about interfaces that lie beside a checkout of this project.
 */

const shared = resolve(__dirname, '../../../shared');
const file = join(shared, 'domain/interfaces.yaml');

/** Folder of the published specification. */
export const specificationFolder = join(shared, 'dip-spec/v2.1.0');

const left = (path: string, what: string) => (existsSync(path) ? false : `left out: ${what} is absent`);
/** Why a test is left out, or false. */
export const withoutSpecification = left(specificationFolder, 'the published specification');
export const withoutInterfaces = left(file, 'the table of interfaces');

interface Split {
  primary: string[];
  secondary: string[];
  always: string[];
}

interface EventOfTable {
  code: string;
  sender?: string[];
  sender_basis?: string;
  recipients?: Split;
  trigger_basis: string;
  business_processes: string[];
  common_blocks: { required: string[]; optional: string[] };
  custom_blocks?: { required: string[]; optional: string[] };
}

interface InterfaceOfTable {
  id: string;
  publication: string;
  kind: string;
  schema_version: string | number;
  sender: string[];
  recipients: Split;
  routing_basis: string;
  routing_confidence: number;
  events: EventOfTable[];
}

/** The table of interfaces by label, in the words of the catalogue. */
export function interfaceFacts() {
  const table = parse(readFileSync(file, 'utf8')).interfaces as InterfaceOfTable[];
  const facts = table.flatMap((of) =>
    of.events.map((event) => [`${of.id} [${event.code}]`, factsOf(of, event)] as const),
  );
  return new Map<string, InterfaceFacts>(facts);
}

export type InterfaceFacts = ReturnType<typeof factsOf>;

function factsOf(of: InterfaceOfTable, event: EventOfTable) {
  const { primary, secondary, always } = event.recipients ?? of.recipients;
  const blocks = event.custom_blocks;
  const stated = (yes: boolean) => (yes ? 'stated' : 'inferred');
  return {
    publication: of.publication,
    kind: of.kind,
    // Written without quotes in places, and then a number.
    schemaVersion: String(of.schema_version).padStart(3, '0'),
    senders: event.sender ?? of.sender,
    sendersBasis: event.sender_basis ?? stated(of.routing_basis !== 'inferred'),
    recipients: { primary, secondary, always, basis: stated(of.routing_confidence >= 0.8) },
    processes: event.business_processes.map((process) => (process === 'migration' ? 'MIG' : process)),
    processesBasis: event.trigger_basis,
    common: event.common_blocks,
    // The table does not tell an empty CustomBlock from none.
    custom: blocks && (blocks.required.length || blocks.optional.length) ? blocks : undefined,
  };
}
