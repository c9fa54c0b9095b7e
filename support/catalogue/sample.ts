import { catalogueErrors, errorsOf, nearest } from '../errors';
import type { CustomBlocks, D0, Message } from './blocks';
import { messageLabel, type EventDefinition } from './event';
import { eventDefinition, events } from './events';
import { mpanWithCheckDigit } from './mpan';
import { newSenderReference } from './reference';
import { schemaVersion } from './release';
import type { RoleCode } from './roles';
import { sampleBlocks } from './sample-blocks';
import { wireTime } from './time';

export { sampleBlocks };

export interface SampleOptions {
  mpan?: string;
  /** DIP ID of the sender. */
  from?: string;
  /** Role of the sender; the first that may send the event unless said otherwise. */
  role?: RoleCode;
  /** As the DIP publishes it, with D0. */
  egress?: boolean;
  /** Blocks that replace or join those that the event requires. */
  custom?: Partial<CustomBlocks>;
  /** With one of each block that the event may also carry. */
  full?: boolean;
  /** When it was sent; 5 January 2026 unless said otherwise. */
  at?: Date;
}

const raise = errorsOf(catalogueErrors);
let samples = 0;

/**
 * A valid message of the catalogue, each with a sender unique reference of its own. Raises EVENT_UNKNOWN.
 * `sampleMessage('IF-031', 'MSApp', { mpan: '2000000000011' })`
 */
export function sampleMessage(interfaceId: string, event: string, o: SampleOptions = {}): Message {
  const definition = eventDefinition(interfaceId, event);
  if (!definition) {
    const wanted = messageLabel({ interface: interfaceId, event });
    const candidate = nearest(wanted, events.map(messageLabel)) ?? 'none';
    throw raise('EVENT_UNKNOWN', { interface: interfaceId, event, nearest: candidate });
  }
  const at = o.at ?? new Date('2026-01-05T09:00:00Z');
  const from = o.from ?? '2300000001';
  const role = o.role ?? definition.senders[0]!;
  const unique = String((samples += 1)).padStart(6, '0');
  const names = [...definition.custom.required, ...(o.full ? definition.custom.optional : [])];
  return {
    CommonBlock: {
      S0: { interfaceID: interfaceId, schemaVersion, eventCode: `[${event}]` },
      S1: {
        environmentTag: 'DEV',
        subText: null,
        senderUniqueReference: newSenderReference(interfaceId, from, role, at, unique),
        senderTimestamp: wireTime(at),
        senderDIPID: from,
        senderRoleID: role,
        senderCorrelationID: null,
        DIPConnectionProviderID: null,
      },
      ...(o.full && { A0: { primaryRecipients: ['3200000001'], secondaryRecipients: [null], always: [] } }),
      ...(o.egress && { D0: dipBlock(definition, from, role, at, unique) }),
      M0: { MPANCore: o.mpan ?? mpanWithCheckDigit('200000000001'), distributorDIPID: '1000000001', GSPGroupID: '_A' },
      ...(definition.common.optional.includes('R0') && { R0: { responseCode: 'A', responseMessages: [] } }),
    },
    CustomBlock: { ...separate(Object.fromEntries(names.map((name) => [name, sampleBlocks[name]]))), ...o.custom },
  };
}

/** A copy in which no two places share an object, so that a caller may change one of them. */
function separate<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function dipBlock(definition: EventDefinition, from: string, role: RoleCode, at: Date, unique: string): D0 {
  const day = wireTime(at).slice(0, 10).replaceAll('-', '');
  return {
    transactionID: `T-${definition.interface}-${from}-${role}-${day}-${unique}`,
    transactionTimestamp: wireTime(at),
    publicationID: definition.publication,
    initialCorrelationID: `CI-${day}-${unique}`,
    replayIndicator: false,
    serviceTicketURL: null,
  };
}
