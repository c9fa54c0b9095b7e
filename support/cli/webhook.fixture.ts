import { wireTime } from '../catalogue';
import { createWebhookReceiver, openCertificateStore, statusItem, type Identity, type StandardItem } from '../wire';
import { ownDipId, type Place } from './qualify.fixture';

interface WebhookOptions {
  status?: number;
  message?: string;
  /** 0 takes a free one. */
  port?: number;
  /** Shown instead of the participant's own. */
  identity?: Identity;
}

/** A webhook of the tested supplier that answers every publication with this status, 201 unless told. */
export async function startWebhook(
  place: Place,
  { status = 201, message = 'RCP0000 - Message Success', port = 0, identity }: WebhookOptions = {},
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
    identity: identity ?? (await store.identity(`participant-${ownDipId}`)),
    trust: [store.ca],
    dipId: ownDipId,
    onPublications: async (items) => ({ status, items: items.map(({ payload }) => answer(payload)) }),
    onStatus: async () => undefined,
  });
  const { listen, close } = receiver;
  return { address: `${await listen(port)}/dip`, close };
}
