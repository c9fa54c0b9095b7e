import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Identity } from '../../support/wire';

/** A webhook that counts the messages it is brought. */
export interface Receiver {
  url: string;
  count(): number;
  /** Resolves when that many messages have arrived in all. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

interface Publication {
  payload: { CommonBlock: { S1: { senderUniqueReference: string }; D0: { transactionID: string } } };
}

export async function openReceiver(identity: Identity): Promise<Receiver> {
  let count = 0;
  let waiting: { count: number; done(): void }[] = [];
  const { key, certificate: cert } = identity.transport;
  const server = https.createServer({ key, cert, ca: identity.ca, requestCert: true, rejectUnauthorized: true });
  server.on('request', (request, response) => {
    void text(request).then((body) => {
      const items = JSON.parse(body) as Publication[];
      const bytes = Buffer.from(JSON.stringify(answerTo(items)));
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
      count += items.length;
      for (const one of waiting) if (one.count <= count) one.done();
      waiting = waiting.filter((one) => one.count > count);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/publications`,
    count: () => count,
    arrived: (wanted) =>
      wanted <= count ? Promise.resolve() : new Promise((done) => waiting.push({ count: wanted, done })),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answerTo(items: readonly Publication[]) {
  const now = `${new Date().toISOString().slice(0, 19)}+00:00`;
  const messageArray = items.map(({ payload: { CommonBlock } }) => ({
    transactionID: CommonBlock.D0.transactionID,
    senderUniqueReference: CommonBlock.S1.senderUniqueReference,
    correlationID: null,
    sentTimestamp: now,
    senderID: '1000000091',
    recipientID: null,
    DIPConnectionProviderID: null,
    message: 'RCP0000 - Message Success',
    help: null,
    serviceTicketURL: null,
  }));
  return { messageArray, timestamp: now };
}
