import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { statusItem, type Identity } from '../wire';
import type { Arrived } from './kill-check.fixture';

export interface KillReceiver {
  url: string;
  close(): Promise<void>;
}

interface Publication {
  payload: {
    CommonBlock: {
      S0: { interfaceID: string };
      S1: { senderUniqueReference: string };
      D0: { transactionID: string };
    };
  };
}

/** A webhook that takes its time, or is not there now and then; what it takes is told. */
export async function killReceiver(o: {
  dipId: string;
  identity: Identity;
  /** How long it takes over a call. */
  slowMs?: number;
  away?(): boolean;
  arrived(one: Arrived): void;
}): Promise<KillReceiver> {
  const { key, certificate: cert } = o.identity.transport;
  const options = { key, cert, ca: o.identity.ca, requestCert: true, rejectUnauthorized: true };
  const server = https.createServer(options, (request, response) => {
    // A hub that is killed leaves calls half done.
    request.on('error', () => undefined);
    void answer(request)
      .then(({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body))
      .catch(() => response.destroy());
  });

  async function answer(request: AsyncIterable<Buffer>): Promise<{ status: number; body?: string }> {
    const items = JSON.parse(await text(request)) as Publication[];
    if (o.slowMs) await pause(o.slowMs);
    if (o.away?.()) return { status: 503 };
    const messageArray = items.map(
      ({
        payload: {
          CommonBlock: { S0, S1, D0 },
        },
      }) => {
        const { transactionID } = D0;
        const reference = S1.senderUniqueReference;
        o.arrived({ to: o.dipId, channel: S0.interfaceID, reference, transactionID });
        const sentTimestamp = `${new Date().toISOString().slice(0, 19)}+00:00`;
        const message = 'RCP0000 - Message Success';
        return statusItem({
          transactionID,
          senderUniqueReference: reference,
          sentTimestamp,
          senderID: o.dipId,
          message,
        });
      },
    );
    return { status: 201, body: JSON.stringify({ messageArray, timestamp: messageArray[0]!.sentTimestamp }) };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/in`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
