import { z } from 'zod';
import { dipErrors, errorsOf } from '../errors';
import { hostMatcher } from './webhook-hosts';

const raise = errorsOf(dipErrors);
const longestUrl = 2048;
const keyPrefix = 'webhook ';

/** A WebhookConfig as it was registered. */
export interface Webhook {
  url: string;
  /** Most messages that one call may hold. */
  maxMessageCount?: number;
  /** Most kilobytes that the body of one call may have. */
  maxPayloadSize?: number;
}

const count = z.number().int().min(1).optional();
const keptSchema = z.object({ url: z.string(), maxMessageCount: count, maxPayloadSize: count });
const limit = z.number().gt(0).nullish();
// The case of keys does not count on the way in.
const bodySchema = z.object({ callbackurl: z.string(), maxmessagecount: limit, maxpayloadsize: limit });

/** Reads a WebhookConfig body; a text says what is wrong with it. Which hosts are allowed is not looked at. */
export function webhookConfig(body: Buffer): { ok: true; webhook: Webhook } | { ok: false; problem: string } {
  const no = (problem: string) => ({ ok: false as const, problem });
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return no('the body is not JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return no('expected an object');
  const lower = Object.fromEntries(Object.entries(json).map(([key, value]) => [key.toLowerCase(), value as unknown]));
  const read = bodySchema.safeParse(lower);
  if (!read.success) {
    const [key] = read.error.issues[0]!.path;
    return no(
      key === 'callbackurl' ? 'callbackURL: expected an https URL' : `${published(key)}: expected a number over 0`,
    );
  }
  const { callbackurl: url, maxmessagecount, maxpayloadsize } = read.data;
  const problem = problemOf(url);
  if (problem !== undefined) return no(`callbackURL: ${problem}`);
  const atLeastOne = (value: number) => Math.max(1, Math.floor(value));
  return {
    ok: true,
    webhook: {
      url,
      ...(maxmessagecount && { maxMessageCount: atLeastOne(maxmessagecount) }),
      ...(maxpayloadsize && { maxPayloadSize: atLeastOne(maxpayloadsize) }),
    },
  };
}

const published = (key: unknown) => (key === 'maxmessagecount' ? 'maxMessageCount' : 'maxPayloadSize');

/** The callback URL of a WebhookConfig body, or undefined when there is none that is https. */
export function callbackUrl(body: Buffer): string | undefined {
  const read = webhookConfig(body);
  return read.ok ? read.webhook.url : undefined;
}

function problemOf(url: string): string | undefined {
  if (url.length > longestUrl) return `expected at most ${longestUrl} characters`;
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return 'expected an https URL';
  const { username, password } = new URL(url);
  return username || password ? 'expected a URL without a user name or password' : undefined;
}

/** The registered webhooks: per DIP ID and channel (`IF-031`), and the one for status messages. */
export interface Webhooks {
  /** QualifyErrors DIP_WEBHOOK_NOT_HTTPS, DIP_WEBHOOK_HOST. */
  set(dipId: string, channel: string, webhook: string | Webhook): void;
  /** Whether there was one. */
  remove(dipId: string, channel: string): boolean;
  get(dipId: string, channel: string): Webhook | undefined;
  /** Whether webhooks may be on the host of a URL. */
  allows(url: string): boolean;
  list(): (Webhook & { dipId: string; channel: string })[];
}

export interface WebhooksOptions {
  /** Hosts that webhooks may be on: names, `*.example.org`, addresses, networks. null or absent: any. */
  hosts?: readonly string[] | null;
  /** Keeps a value under a key, or forgets it where the value is undefined. */
  remember?(key: string, value: unknown): void;
  /** What was remembered; keys of others are left alone, hosts that are no longer allowed are left out. */
  initial?: Iterable<readonly [key: string, value: unknown]>;
}

/** Channel name under which the webhook for status messages is kept. */
export const statusChannel = 'status';

export function createWebhooks({ hosts = null, remember, initial = [] }: WebhooksOptions = {}): Webhooks {
  const matches = hostMatcher(hosts);
  const kept = new Map<string, Webhook>();
  const keyOf = (dipId: string, channel: string) => `${keyPrefix}${dipId} ${channelName(channel)}`;
  for (const [key, value] of initial) {
    const read = keptSchema.safeParse(value);
    if (!key.startsWith(keyPrefix) || !read.success || problemOf(read.data.url) !== undefined) continue;
    if (matches(new URL(read.data.url))) kept.set(key, read.data);
  }

  return {
    set(dipId, channel, given) {
      const webhook = typeof given === 'string' ? { url: given } : given;
      const { url } = webhook;
      if (problemOf(url) !== undefined) throw raise('DIP_WEBHOOK_NOT_HTTPS', { url: shown(url), dipId, channel });
      if (!matches(new URL(url))) throw raise('DIP_WEBHOOK_HOST', { host: new URL(url).hostname, dipId, channel });
      kept.set(keyOf(dipId, channel), webhook);
      remember?.(keyOf(dipId, channel), webhook);
    },
    remove(dipId, channel) {
      const key = keyOf(dipId, channel);
      const there = kept.delete(key);
      if (there) remember?.(key, undefined);
      return there;
    },
    get: (dipId, channel) => kept.get(keyOf(dipId, channel)),
    allows: (url) => URL.canParse(url) && matches(new URL(url)),
    list: () =>
      [...kept].map(([key, webhook]) => {
        const [dipId = '', channel = ''] = key.slice(keyPrefix.length).split(' ');
        return { dipId, channel, ...webhook };
      }),
  };
}

// A user name or password in it goes nowhere.
function shown(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//…@');
}

/** `PUB-031` and `if-031` name the channel `IF-031`. */
export function channelName(id: string): string {
  return id === statusChannel ? id : id.toUpperCase().replace(/^PUB-/, 'IF-');
}
