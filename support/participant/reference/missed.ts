import { argumentsOf } from '../../market';
import type { DipClient, HttpAnswer } from '../../wire';

/** What a participant asks the DIP for: past publications about an MPAN. */
export type AskAgain = (name: string, mpan: string, args: Record<string, unknown>) => Promise<void>;

/**
 * The acts `requestRequeue`, after which the webhook is called again, and `requestReplay`, whose answer goes to `take`.
 * What the DIP refuses goes to `onFailure`.
 */
export function askAgain(o: {
  client: Pick<DipClient, 'replay' | 'requeue'>;
  take(payloads: readonly unknown[]): void;
  log(line: string): void;
  onFailure(mpan: string, text: string): void;
}): AskAgain {
  return async (name, mpan, args) => {
    const { interface: channel, event, since } = argumentsOf('requestRequeue', args);
    const request = {
      datetimeFrom: since,
      datetimeTo: null,
      eventCode: event === undefined ? null : `[${event}]`,
      MPAN: mpan,
      version: null,
    };
    const verb = name === 'requestReplay' ? 'replay' : 'requeue';
    const answer = await o.client[verb](channel, request).catch((error: Error) => error);
    const said = answer instanceof Error ? answer.message : String(answer.status);
    o.log(`${mpan} ${verb} of ${channel}: ${said}`);
    if (answer instanceof Error || answer.status !== 200) return o.onFailure(mpan, `${verb} of ${channel}: ${said}`);
    if (verb === 'replay') o.take(payloadsOf(answer));
  };
}

function payloadsOf({ body }: HttpAnswer): unknown[] {
  const items = JSON.parse(body.toString('utf8')) as { payload: unknown }[];
  return items.map(({ payload }) => payload);
}
