import { allEvents } from '../catalogue';
import type { OwnParty } from '../control';
import type { Dip } from '../dip';

/** Registers the webhooks that a participant has asked the harness to register in its name. */
export function registerWebhooks(dip: Pick<Dip, 'configureWebhook' | 'configureStatusWebhook'>, party: OwnParty): void {
  const { dipId, webhooks } = party;
  if (!webhooks) return;
  for (const { interface: id, publication } of allEvents()) {
    const url = webhooks.publications[publication] ?? webhooks.default;
    if (url) dip.configureWebhook(dipId, id, url);
  }
  if (webhooks.status) dip.configureStatusWebhook(dipId, webhooks.status);
}
