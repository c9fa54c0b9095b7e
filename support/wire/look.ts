import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { deadline } from './deadline';
import { requestFailure, requestUrl } from './failures';
import type { KeyPair } from './identity';

const excerptBytes = 2 * 1024;

/** What a server says to a bare GET. */
export interface Look {
  status: number;
  /** Its clock by the Date header against ours, in ms, ahead is positive; undefined without the header. */
  clockOffsetMs?: number;
  /** The first 2 KiB of the body. */
  excerpt: string;
}

/**
 * Asks a server once, by a GET without side effects, on a connection of its own: with that client certificate or none.
 * `ca` (PEM) defaults to the authorities that Node trusts. Any status is an answer; rejects as `postSigned` does.
 */
export async function lookAt(o: {
  url: string;
  ca?: string[];
  client?: KeyPair;
  headers?: Record<string, string>;
  timeoutMs: number;
}): Promise<Look> {
  const url = requestUrl(o.url);
  const limit = deadline(url.href, o.timeoutMs);
  const options: https.RequestOptions = {
    agent: false,
    minVersion: 'TLSv1.2',
    signal: limit.signal,
    headers: { accept: 'application/json', ...o.headers },
    ...(o.ca ? { ca: o.ca } : {}),
    ...(o.client ? { key: o.client.key, cert: o.client.certificate } : {}),
  };
  try {
    return await answerTo(url, options);
  } catch (error) {
    throw limit.signal.aborted ? limit.signal.reason : requestFailure(error, url.href);
  } finally {
    limit.clear();
  }
}

function answerTo(url: URL, options: https.RequestOptions): Promise<Look> {
  return new Promise((resolve, reject) => {
    const asked = Date.now();
    const request = https.request(url, options, (response) => {
      const offset = offsetOf(response.headers.date, asked, Date.now());
      excerptOf(response).then((excerpt) => {
        request.destroy();
        resolve({
          status: response.statusCode ?? 0,
          excerpt,
          ...(offset === undefined ? {} : { clockOffsetMs: offset }),
        });
      }, reject);
    });
    request.on('error', reject);
    request.end();
  });
}

/** The Date header counts whole seconds: what lies within its second, or within the time of the call, is no offset. */
function offsetOf(header: string | undefined, asked: number, answered: number): number | undefined {
  const date = header === undefined ? Number.NaN : Date.parse(header);
  if (Number.isNaN(date)) return undefined;
  if (date > answered) return date - answered;
  return date + 1_000 < asked ? date + 1_000 - asked : 0;
}

async function excerptOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size >= excerptBytes) break;
  }
  return Buffer.concat(parts).subarray(0, excerptBytes).toString('utf8');
}
