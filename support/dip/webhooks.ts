import { z } from 'zod';
import { dipErrors, errorsOf } from '../errors';

const raise = errorsOf(dipErrors);

// maxMessageCount and maxPayloadSize may come along; the DIP does not use them.
const configuration = z.object({ callbackURL: z.string() });

/** The callback URL of a WebhookConfig body, or undefined when there is none that is https. */
export function callbackUrl(body: Buffer): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const parsed = configuration.safeParse(json);
  return parsed.success && isHttps(parsed.data.callbackURL) ? parsed.data.callbackURL : undefined;
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

/** The registered webhooks: per DIP ID and channel (`IF-031`), and the one for status messages. */
export interface Webhooks {
  set(dipId: string, channel: string, url: string): void;
  remove(dipId: string, channel: string): void;
  get(dipId: string, channel: string): string | undefined;
}

/** Channel name under which the webhook for status messages is kept. */
export const statusChannel = 'status';

export function createWebhooks(): Webhooks {
  const urls = new Map<string, string>();
  const key = (dipId: string, channel: string) => `${dipId} ${channelName(channel)}`;
  return {
    set(dipId, channel, url) {
      if (!isHttps(url)) throw raise('DIP_WEBHOOK_NOT_HTTPS', { url, dipId, channel });
      urls.set(key(dipId, channel), url);
    },
    remove: (dipId, channel) => void urls.delete(key(dipId, channel)),
    get: (dipId, channel) => urls.get(key(dipId, channel)),
  };
}

/** `PUB-031` and `if-031` name the channel `IF-031`. */
export function channelName(id: string): string {
  return id === statusChannel ? id : id.toUpperCase().replace(/^PUB-/, 'IF-');
}
