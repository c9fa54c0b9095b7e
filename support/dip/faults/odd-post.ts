import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { signatureHeaders, type HttpAnswer, type Signer } from '../../wire';

/** How long a server may think about `Expect: 100-continue` before the body is sent all the same. */
const continueWithinMs = 1000;
const pieces = 20;

export interface OddPost {
  agent: https.Agent;
  signer: Signer;
  url: string;
  /** What is signed. */
  body: Buffer;
  /** What is sent. */
  sent: Buffer;
  extraHeaders?: Record<string, string>;
  /** Asks for leave before the body. */
  expect?: boolean;
  /** Milliseconds over which the body is spread. */
  slowMs?: number;
  /** The connection is broken off in mid-body; there is no answer. */
  reset?: boolean;
  signal: AbortSignal;
}

/** A signed POST as no client should send it. Rejects with what node says of a call that got no answer. */
export async function oddPost(o: OddPost): Promise<HttpAnswer> {
  const started = performance.now();
  const url = new URL(o.url);
  const headers = {
    ...o.extraHeaders,
    ...(o.expect && { expect: '100-continue' }),
    'content-type': 'application/json',
    'content-length': String(o.sent.length),
    ...signatureHeaders(o.signer, { method: 'POST', url: url.href, body: o.body }),
  };
  const request = https.request(url, { method: 'POST', headers, agent: o.agent, signal: o.signal });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  let isOver = false;
  const over = () => void (isOver = true);
  const settled = answered.then(over, over);
  if (o.expect) {
    const leave = once(request, 'continue').catch(() => undefined);
    await Promise.race([leave, settled, pause(continueWithinMs, undefined, { ref: false })]);
  }
  if (o.reset) breakOff(request, o.sent);
  else if (o.slowMs) await dribble(request, o.sent, o.slowMs, () => isOver);
  else if (!isOver) request.end(o.sent);
  const [response] = await answered;
  const parts: Buffer[] = [];
  for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
  // An answer came before the whole of the body was sent: nothing more can go over that connection.
  if (!request.writableEnded) request.destroy();
  const given = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(given) as Record<string, string>,
    body: Buffer.concat(parts),
    ms: performance.now() - started,
  };
}

/** Half of the body, then nothing but the end of the connection. */
function breakOff(request: ClientRequest, sent: Buffer): void {
  request.write(sent.subarray(0, Math.floor(sent.length / 2)), () =>
    request.destroy(new Error('the DIP broke the connection off in mid-body, as the fault reset asks')),
  );
}

async function dribble(request: ClientRequest, sent: Buffer, ms: number, over: () => boolean): Promise<void> {
  const size = Math.max(1, Math.ceil(sent.length / pieces));
  for (let at = 0; at < sent.length && !over() && !request.destroyed; at += size) {
    request.write(sent.subarray(at, at + size));
    await pause(ms / pieces);
  }
  if (!over() && !request.destroyed) request.end();
}
