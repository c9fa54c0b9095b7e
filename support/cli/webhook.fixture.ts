import { wireTime } from '../catalogue';
import { createWebhookReceiver, openCertificateStore, statusItem, type StandardItem } from '../wire';
import { ownDipId, type Place } from './qualify.fixture';

/** A webhook of the tested supplier that answers every publication with this status. */
export async function startWebhook(
  place: Place,
  status = 201,
  message = 'RCP0000 - Message Success',
): Promise<{ address: string; close(): Promise<void> }> {
  const store = await openCertificateStore(place.state);
  const answer = (payload: unknown): StandardItem => {
    const { S1, D0 } = (payload as { CommonBlock: { S1: Record<string, string>; D0: Record<string, string> } })
      .CommonBlock;
    return statusItem({
      sentTimestamp: wireTime(new Date()),
      senderID: ownDipId,
      message,
      transactionID: D0.transactionID ?? null,
      senderUniqueReference: S1.senderUniqueReference ?? null,
      correlationID: D0.initialCorrelationID ?? null,
    });
  };
  const receiver = await createWebhookReceiver({
    identity: await store.identity(`participant-${ownDipId}`),
    trust: [store.ca],
    dipId: ownDipId,
    onPublications: async (items) => ({ status, items: items.map(({ payload }) => answer(payload)) }),
    onStatus: async () => undefined,
  });
  const { listen, close } = receiver;
  return { address: `${await listen()}/dip`, close };
}
