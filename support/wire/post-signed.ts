import { ClientRequest, IncomingMessage } from 'node:http';
import https from 'node:https';
import { errorsOf, wireErrors } from '../errors';
import { deadline } from './deadline';
import { codeOf, requestFailure, requestUrl } from './failures';
import { Identity } from './identity';
import { Signer, signatureHeadersAsync } from './signer';

const raise = errorsOf(wireErrors);

/** Largest answer that is read, bytes. */
export const answerLimit = 16 * 1024 * 1024;

/** `ms` is the time from sending to the last byte of the answer; header names are in lower case. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  ms: number;
}

export interface SignedPost {
  agent: https.Agent;
  signer: Signer;
  url: string;
  method?: 'POST' | 'DELETE';
  body: Buffer;
  apiKey?: string;
  extraHeaders?: Record<string, string>;
  timeoutMs: number;
  signal?: AbortSignal;
}

/** A keep-alive agent that shows the identity's transport certificate and trusts servers of the identity's `ca` only. */
export function createAgent(identity: Identity): https.Agent {
  return new https.Agent({
    keepAlive: true,
    key: identity.transport.key,
    cert: identity.transport.certificate,
    ca: identity.ca,
    minVersion: 'TLSv1.2',
  });
}

/**
 * Sends the very bytes that it signs, on the thread pool; any HTTP status is an answer, redirects are not followed. Rejects with a
 * QualifyError: WIRE_URL_INVALID, WIRE_CONNECTION_REFUSED, WIRE_CONNECTION_LOST, WIRE_HOST_UNKNOWN, WIRE_TIMEOUT,
 * WIRE_INTERRUPTED, WIRE_TLS_UNTRUSTED, WIRE_TLS_REFUSED, WIRE_TLS_FAILED, WIRE_PEER_CERTIFICATE_EXPIRED,
 * WIRE_ANSWER_TOO_LARGE.
 */
export async function postSigned(o: SignedPost): Promise<HttpAnswer> {
  const url = requestUrl(o.url);
  const method = o.method ?? 'POST';
  const limit = deadline(url.href, o.timeoutMs, o.signal);
  let started = performance.now();
  try {
    const headers = {
      ...o.extraHeaders,
      'content-type': 'application/json',
      'content-length': String(o.body.length),
      ...(o.apiKey === undefined ? {} : { 'x-api-key': o.apiKey }),
      ...(await signatureHeadersAsync(o.signer, { method, url: url.href, body: o.body })),
    };
    started = performance.now();
    const attempt = () => send(url, { method, headers, agent: o.agent, signal: limit.signal }, o.body);
    const answer = await attempt().catch((error: unknown) => {
      if (error instanceof IdleConnectionClosed) return attempt();
      throw error;
    });
    return { ...answer, ms: performance.now() - started };
  } catch (error) {
    throw limit.signal.aborted ? limit.signal.reason : requestFailure(error, url.href);
  } finally {
    limit.clear();
  }
}

/** The server closed a kept-alive connection just as it was used again: nothing was read, so it is sent once more. */
class IdleConnectionClosed extends Error {}

function send(url: URL, options: https.RequestOptions, body: Buffer): Promise<Omit<HttpAnswer, 'ms'>> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = https.request(url, options, (response) => {
      collect(response, url.href).then(resolve, (error: unknown) => {
        request.destroy();
        reject(error);
      });
    });
    request.on('error', (error) => {
      const closed = request.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(codeOf(error));
      reject(closed ? new IdleConnectionClosed(error.message, { cause: error }) : error);
    });
    request.end(body);
  });
}

async function collect(response: IncomingMessage, url: string): Promise<Omit<HttpAnswer, 'ms'>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > answerLimit) throw raise('WIRE_ANSWER_TOO_LARGE', { url, limit: answerLimit }, url);
    parts.push(part);
  }
  return { status: response.statusCode ?? 0, headers: plainHeaders(response.headers), body: Buffer.concat(parts) };
}

/** One text per header: repeated ones are joined with a comma. */
export function plainHeaders(headers: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(
    given.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}
