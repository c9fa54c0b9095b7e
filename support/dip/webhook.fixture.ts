import type { Message } from '../catalogue';
import { createWebhookReceiver, type StandardItem } from '../wire';
import { standardItem } from './answers';
import { dipForTest, identitiesOf, ids, message } from './dip.fixture';

const cleanUp: (() => Promise<void>)[] = [];

/** Stops what `webhook` and `start` started: for `after`. */
export async function stopAll(): Promise<void> {
  await Promise.all(cleanUp.splice(0).map((close) => close()));
}

export interface Call {
  items: Message[];
  mpo?: string;
  /** The body as it came. */
  text: string;
  headers: Record<string, string | string[] | undefined>;
  /** performance.now() */
  at: number;
}

/** A webhook on loopback that answers each call with the next of the statuses, then 201; `hang` never answers. */
export const webhook = (...statuses: (number | 'hang')[]) => webhookWith({ statuses });

/** The same with a body limit. */
export async function webhookWith({
  statuses = [],
  maxBodyBytes,
}: {
  statuses?: (number | 'hang')[];
  maxBodyBytes?: number;
}) {
  const { sup, dip } = await identitiesOf();
  const calls: Call[] = [];
  const statusItems: StandardItem[] = [];
  const refusals: string[] = [];
  const tlsRefusals: string[] = [];
  const release: (() => void)[] = [];
  let called: () => void = () => undefined;
  const firstCall = new Promise<void>((resolve) => (called = resolve));
  const receiver = await createWebhookReceiver({
    identity: sup,
    trust: [dip.ca],
    dipFingerprints: [dip.signing.fingerprint],
    ...(maxBodyBytes === undefined ? {} : { maxBodyBytes }),
    async onPublications(items, r) {
      const messages = items.map((i) => i.payload as Message);
      const mpo = r.headers['x-dip-mpo'] as string | undefined;
      calls.push({ items: messages, mpo, text: r.body.toString('utf8'), headers: r.headers, at: performance.now() });
      called();
      const status = statuses.shift() ?? 201;
      if (status === 'hang') await new Promise<void>((resolve) => release.push(resolve));
      const answer = messages.map((m) =>
        standardItem(new Date(), {
          transactionID: m.CommonBlock.D0?.transactionID,
          message: 'RCP0000 - Message Success',
        }),
      );
      return { status: status === 'hang' ? 201 : status, items: answer };
    },
    onStatus: async (items) => void statusItems.push(...items),
    onRefused: (reason) => void refusals.push(reason),
    onTlsRefused: ({ reason }) => void tlsRefusals.push(reason),
  });
  const url = await receiver.listen();
  cleanUp.push(async () => {
    for (const go of release) go();
    await receiver.close();
  });
  const letGo = () => {
    for (const go of release.splice(0)) go();
  };
  return { letGo, url: `${url}/in`, statusUrl: `${url}/status`, calls, firstCall, statusItems, refusals, tlsRefusals };
}

/** A DIP with a ledger; `send` submits for the Registration Service, `answer` makes it a message to a supplier. */
export async function start(options: Parameters<typeof dipForTest>[0] = {}) {
  const t = await dipForTest(options);
  cleanUp.push(t.close);
  const answer = (to = ids.sup) => message('IF-032', 'MSAppInitialResp', ids.regs, [to]);
  return { ...t, answer, send: (...m: Message[]) => t.dip.submit(ids.regs, m[0]!.CommonBlock.S0.interfaceID, m) };
}

/** Transaction ids of one call. */
export const transactions = (call: Call | undefined) => call!.items.map((m) => m.CommonBlock.D0!.transactionID);
