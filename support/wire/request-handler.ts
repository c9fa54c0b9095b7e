import { IncomingMessage, ServerResponse } from 'node:http';
import { BadRequest } from './bad-request';
import { answerUnread, BodyCutShort, BodyTooLarge, declaredTooLarge, readBody } from './body';
import { Connections } from './connections';
import { Front } from './front';
import type { IncomingRequest, MtlsServerOptions, OutgoingAnswer } from './server';
import { remoteOf } from './tls-refusal';

interface HandlerDeps extends Pick<MtlsServerOptions, 'maxBodyBytes' | 'onRequest' | 'onRefused' | 'onFault'> {
  base: string | undefined;
  front: Front;
  connections: Connections;
  tell(r: BadRequest): void;
  turnedAway(socket: IncomingMessage['socket']): boolean;
}

/** What is done with every request that node could parse. `continued`: whether its body is on its way. */
export function requestHandler(d: HandlerDeps) {
  return async (request: IncomingMessage, response: ServerResponse, expects: 'nothing' | '100' | 'other') => {
    const { connections } = d;
    const { socket } = request;
    const client = d.front.client(request);
    if (client === undefined) return void socket.destroy();
    connections.began(socket);
    response.once('close', () => connections.ended(socket));
    let continued = expects === 'nothing';

    if (typeof client !== 'string') {
      d.onRefused(client);
      return answerUnread(request, response, { status: 401, continued });
    }
    const path = request.url ?? '/';
    const refuse = (reason: BadRequest['reason'], detail: string, status?: number) => {
      const method = request.method ?? '';
      d.tell({ reason, status, detail, fingerprint: client, remote: remoteOf(socket), method, path });
      if (status !== undefined) answerUnread(request, response, { status, continued });
    };
    if (expects === 'other') return refuse('malformed', 'an Expect header that is not 100-continue', 400);
    const host = request.headers.host;
    if (host === undefined && request.httpVersion === '1.1') return refuse('malformed', 'no Host header', 400);
    try {
      if (expects === '100' && !declaredTooLarge(request, d.maxBodyBytes)) {
        response.writeContinue();
        continued = true;
      }
      const body = await readBody(request, d.maxBodyBytes);
      connections.beganAnswer(socket);
      response.once('close', () => connections.endedAnswer(socket));
      const url = `${d.base ?? `https://${host ?? ''}`}${path}`;
      const r: IncomingRequest = {
        ...{ method: request.method ?? '', path, url, headers: request.headers, body },
        clientFingerprint: client,
      };
      answer(response, await d.onRequest(r), connections.closing);
    } catch (error) {
      if (error instanceof BodyTooLarge) return refuse('body-too-large', `over ${d.maxBodyBytes} bytes`, 413);
      if (error instanceof BodyCutShort) {
        return d.turnedAway(socket) ? undefined : refuse('body-cut-short', error.message);
      }
      if (d.onFault) d.onFault(error);
      else process.emitWarning(error instanceof Error ? error : String(error));
      if (response.headersSent) return void socket.destroy();
      answer(response, { status: 500 }, connections.closing);
    }
  };
}

function answer(response: ServerResponse, o: OutgoingAnswer, closing: boolean): void {
  const { status, body, headers, sent } = o;
  // A text goes out with the headers as one write, bytes do not.
  const content = Buffer.isBuffer(body) || typeof body === 'string' ? body : body ? JSON.stringify(body) : '';
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(content) };
  const type = content.length > 0 ? { 'content-type': 'application/json' } : {};
  const last = closing ? { connection: 'close' } : {};
  // On a connection that broke meanwhile node finishes too, but nothing went out.
  const { socket } = response;
  if (sent) response.once('finish', () => void (socket?.destroyed === false && sent()));
  response.writeHead(status, { ...type, ...headers, ...length, ...last }).end(content);
}
