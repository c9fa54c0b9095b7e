import https from 'node:https';
import { eventDefinition, type Message, type RoleCode, roles, sampleMessage, wireTime } from '../catalogue';
import { createAgent, createMtlsServer, createSigner, signatureHeaders, standardResponseSchema } from '../wire';
import { standardItem, standardResponse } from './answers';
import { accessOf, dipForTest, identitiesOf, keyOf, mpan } from './dip.fixture';
import type { Operation } from './openapi.fixture';
import type { DirectoryEntry } from './types';

/*
 * A DIP with one party of each role, all of them behind one client that sends what the published API asks for and
 * nothing else, and one webhook that keeps what comes.
 */

export const roleCodes = Object.keys(roles) as RoleCode[];
/** The DIP ID of each role. */
export const idOf = (role: RoleCode) => `20000000${String(roleCodes.indexOf(role)).padStart(2, '0')}`;

const parties = roleCodes.map((role) => ({ dipId: idOf(role), mpid: 'ABCD', role, name: role }));

const holder: DirectoryEntry = {
  supplier: idOf('SUP'),
  registration: idOf('REGS'),
  distributor: idOf('LDSO'),
  gspGroup: '_A',
  meteringService: idOf('MSS'),
  dataService: idOf('SDS'),
};

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** What the DIP called: `path` as it was registered. */
export interface Received {
  path: string;
  headers: Record<string, unknown>;
  body: Buffer;
}

export async function startWorld() {
  const { sup: identity, dip: own } = await identitiesOf();
  const t = await dipForTest({ parties, access: roleCodes.map((role) => accessOf(idOf(role), identity)) });
  const agent = createAgent(identity);
  const signer = createSigner(identity.signing);
  const received: Received[] = [];
  const receiver = await createMtlsServer({
    identity,
    trust: [own.ca],
    maxBodyBytes: 64 * 1024 * 1024,
    async onRequest({ path, headers, body }) {
      received.push({ path, headers, body });
      const items = (JSON.parse(body.toString()) as { payload?: Message; transactionID?: string }[]).map((item) =>
        standardItem(new Date(), {
          transactionID: item.payload?.CommonBlock.D0!.transactionID ?? item.transactionID,
          message: 'RCP0000 - Message Success',
        }),
      );
      return { status: 201, body: standardResponse(new Date(), items) };
    },
    onRefused: () => undefined,
  });
  const webhook = await receiver.listen();

  /** Sends what an operation asks for. `key` is the DIP ID whose key it is, null none. */
  function call(
    operation: Pick<Operation, 'headers'>,
    o: { method: string; path: string; key: string | null; body?: unknown },
  ): Promise<Answer> {
    const url = t.dip.url + o.path;
    const bytes = o.body === undefined ? '' : typeof o.body === 'string' ? o.body : JSON.stringify(o.body);
    const body = Buffer.from(bytes);
    const signed = signatureHeaders(signer, { method: o.method, url, body });
    const wanted = Object.entries(signed).filter(([name]) => operation.headers.includes(name));
    const headers = {
      ...Object.fromEntries(wanted),
      ...(o.key !== null && { 'x-api-key': keyOf(o.key) }),
      ...(body.length > 0 && { 'content-type': 'application/json', 'content-length': body.length }),
    };
    return new Promise((resolve, reject) => {
      const request = https.request(url, { agent, method: o.method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      });
      request.on('error', reject).end(body);
    });
  }

  return {
    idle: () => t.dip.idle(),
    url: t.dip.url,
    webhook,
    received,
    call,
    seed: () => t.dip.seed(mpan, holder),
    async close() {
      agent.destroy();
      await t.close();
      await receiver.close();
    },
  };
}

/** The role that sends an event; none where only the DIP does. */
export function senderOf(id: string, event: string): RoleCode | undefined {
  return eventDefinition(id, event)!.senders.find((role): role is RoleCode => role !== 'DIP');
}

/** The roles that receive an event; what only the DIP itself receives goes nowhere. */
export function audienceOf(id: string, event: string): RoleCode[] {
  const { primary, secondary, always } = eventDefinition(id, event)!.recipients;
  return [...primary, ...secondary, ...always].filter((role): role is RoleCode => role !== 'DIP');
}

/** A valid message of an event from the party of its role, to one of each role that the sender has to name. */
export function goodMessage(id: string, event: string): Message {
  const { recipients } = eventDefinition(id, event)!;
  const role = senderOf(id, event) ?? 'SUP';
  const message = sampleMessage(id, event, { mpan, from: idOf(role), role, at: new Date(), full: true });
  message.CommonBlock.S1.senderTimestamp = wireTime(new Date());
  message.CommonBlock.S1.senderCorrelationID = null;
  message.CommonBlock.S1.DIPConnectionProviderID = null;
  const primary = recipients.primary.map(idOf);
  message.CommonBlock.A0 = { primaryRecipients: primary, secondaryRecipients: [], always: [] };
  return message;
}

/** Transaction ids of an answer. */
export const transactionsOf = (answer: Answer) =>
  standardResponseSchema.parse(JSON.parse(answer.body.toString())).messageArray.map((item) => item.transactionID);
