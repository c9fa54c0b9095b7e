import { STATUS_CODES } from 'node:http';
import type http from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { discardMs } from './body';
import { Connections } from './connections';
import { codeOf } from './failures';
import { remoteOf } from './tls-refusal';

export type BadRequestReason =
  | 'malformed'
  | 'method-not-served'
  | 'http-version'
  | 'headers-too-large'
  | 'request-timeout'
  | 'body-too-large'
  /** The client went away in the middle of its body: there is no answer. */
  | 'body-cut-short';

/** A request that reached no handler, as HTTP itself was wrong with it. Nothing of what was sent stands in it. */
export interface BadRequest {
  reason: BadRequestReason;
  /** What was answered, without a body; absent when nobody was there to answer. */
  status?: number;
  /** node's code of what was wrong, or a few words. */
  detail: string;
  /** Fingerprint of the client's certificate, where the request or its connection had shown one. */
  fingerprint?: string;
  remote: string;
  /** Present where the headers could be read. */
  method?: string;
  path?: string;
}

const byCode: Record<string, { reason: BadRequestReason; status: number }> = {
  HPE_HEADER_OVERFLOW: { reason: 'headers-too-large', status: 431 },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { reason: 'body-too-large', status: 413 },
  HPE_INVALID_VERSION: { reason: 'http-version', status: 505 },
  ERR_HTTP_REQUEST_TIMEOUT: { reason: 'request-timeout', status: 408 },
};
const malformed = { reason: 'malformed', status: 400 } as const;

/**
 * Answers and tells what node's parser could not take: malformed requests, too many headers, slow clients. Returns
 * whether a connection was turned away so.
 */
export function refuseUnparsed(
  server: http.Server,
  connections: Connections,
  tell: (r: BadRequest) => void,
): (socket: Socket) => boolean {
  const turnedAway = new WeakSet<Duplex>();

  function refuse(
    socket: Socket,
    kind: { reason: BadRequestReason; status: number },
    detail: string,
    allow = '',
  ): void {
    if (turnedAway.has(socket)) return;
    turnedAway.add(socket);
    // Its answer would be taken for that of the request before it, which is under way.
    const answered = socket.writable && !connections.answering(socket);
    const fingerprint = connections.fingerprint(socket);
    tell({
      reason: kind.reason,
      ...(answered && { status: kind.status }),
      detail,
      ...(fingerprint !== undefined && { fingerprint }),
      remote: remoteOf(socket),
    });
    if (!answered) return void socket.destroy();
    const timer = setTimeout(() => socket.destroy(), discardMs);
    socket.once('close', () => clearTimeout(timer));
    const head = `HTTP/1.1 ${kind.status} ${STATUS_CODES[kind.status]}`;
    socket.end(`${head}\r\n${allow}Connection: close\r\nContent-Length: 0\r\n\r\n`);
  }

  server.on('clientError', (error: Error, stream: Duplex) => {
    const socket = stream as Socket;
    const code = codeOf(error);
    const known = byCode[code] ?? (code.startsWith('HPE_') ? malformed : undefined);
    // A failed handshake comes here too, and was told; so does a connection that broke.
    if (!connections.admitted(socket) || !known) return void socket.destroy();
    refuse(socket, known, code);
  });
  server.on('connect', (_request, stream: Duplex) => {
    const methods = 'Allow: POST, DELETE\r\n';
    refuse(stream as Socket, { reason: 'method-not-served', status: 405 }, 'CONNECT', methods);
  });
  return (socket) => turnedAway.has(socket);
}
