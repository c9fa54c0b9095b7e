import { constants } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { errorsOf, wireErrors } from '../errors';
import { BodyCutShort, BodyTooLarge, declaredTooLarge, readBody, refuseBody } from './body';
import { Connections } from './connections';
import { codeOf } from './failures';
import { Identity } from './identity';
import { fingerprintOf } from './pem';
import { refusalOf, remoteOf, TlsRefusal } from './tls-refusal';
import { readTrust } from './trust';

const raise = errorsOf(wireErrors);

/** `url` is the public base (without one: what the client calls this server) and the path, as a signature covers it. */
export interface IncomingRequest {
  method: string;
  path: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  clientFingerprint: string;
}

/** An object body is sent as JSON. */
export interface OutgoingAnswer {
  status: number;
  body?: Buffer | object;
  headers?: Record<string, string>;
}

export interface MtlsServerOptions {
  identity: Identity;
  /** PEMs of the authorities whose client certificates are let in. */
  trust: string[];
  maxBodyBytes: number;
  publicBase?: string;
  onRequest(r: IncomingRequest): Promise<OutgoingAnswer>;
  onRefused(r: TlsRefusal): void;
  /** What `onRequest` threw; the client sees a bare 500. Without it the process warns. */
  onFault?(error: unknown): void;
}

export interface MtlsServer {
  /** Port 0 (the default) takes a free one. Resolves to the base URL. QualifyError WIRE_PORT_UNUSABLE. */
  listen(port?: number, host?: string): Promise<string>;
  /** Lets requests under way finish and closes every other connection at once. */
  close(): Promise<void>;
}

/**
 * An HTTPS server that lets in clients with a trusted certificate only; all others are cut off before a request is
 * read, with the reason told. Bodies over the limit are answered 413.
 */
export async function createMtlsServer(o: MtlsServerOptions): Promise<MtlsServer> {
  readTrust(o.trust);
  const base = o.publicBase?.replace(/\/+$/, '');
  const connections = new Connections();
  const server = https.createServer({
    key: o.identity.transport.key,
    cert: o.identity.transport.certificate,
    ca: o.trust,
    minVersion: 'TLSv1.2',
    requestCert: true,
    // Refused below instead, so that the reason and the certificate are known. No session is resumed, since a resumed
    // one passes without its certificate being looked at again.
    rejectUnauthorized: false,
    secureOptions: constants.SSL_OP_NO_TICKET,
    maxHeaderSize: 32 * 1024,
    keepAliveTimeout: 60_000,
  });

  server.on('connection', (socket: Socket) => connections.arrived(socket));
  server.on('tlsClientError', (error, socket) => {
    const detail = codeOf(error) || error.message;
    o.onRefused({ reason: 'handshake-failed', detail, remote: remoteOf(socket) });
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    connections.handshaken(socket);
    const certificate = socket.getPeerX509Certificate();
    if (socket.authorized && certificate) return connections.admit(socket, fingerprintOf(certificate));
    o.onRefused(refusalOf(socket, certificate));
    socket.destroy();
  });
  server.on('request', (request, response) => void handle(request, response, true));
  server.on('checkContinue', (request, response) => {
    const go = !declaredTooLarge(request, o.maxBodyBytes);
    if (go) response.writeContinue();
    void handle(request, response, go);
  });

  async function handle(request: IncomingMessage, response: ServerResponse, continued: boolean): Promise<void> {
    const { socket } = request;
    const clientFingerprint = connections.fingerprint(socket);
    if (clientFingerprint === undefined) return void socket.destroy();
    connections.began(socket);
    response.once('close', () => connections.ended(socket));
    try {
      const path = request.url ?? '/';
      const url = `${base ?? `https://${request.headers.host ?? ''}`}${path}`;
      const body = await readBody(request, o.maxBodyBytes);
      const r = { method: request.method ?? '', path, url, headers: request.headers, body, clientFingerprint };
      answer(response, await o.onRequest(r));
    } catch (error) {
      if (error instanceof BodyTooLarge) return refuseBody(request, response, continued);
      if (error instanceof BodyCutShort) return;
      if (o.onFault) o.onFault(error);
      else process.emitWarning(error instanceof Error ? error : String(error));
      answer(response, { status: 500 });
    }
  }

  function answer(response: ServerResponse, { status, body, headers }: OutgoingAnswer): void {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body), 'utf8');
    const length = status === 204 ? {} : { 'content-length': bytes.length };
    const type = bytes.length > 0 ? { 'content-type': 'application/json' } : {};
    const last = connections.closing ? { connection: 'close' } : {};
    response.writeHead(status, { ...type, ...headers, ...length, ...last }).end(bytes);
  }

  return {
    async listen(port = 0, host = '127.0.0.1') {
      await new Promise<void>((resolve, reject) => {
        const failed = (error: Error) =>
          reject(raise('WIRE_PORT_UNUSABLE', { port, host, detail: codeOf(error) }, `${host}:${port}`, error));
        server.once('error', failed);
        server.listen(port, host, () => {
          server.off('error', failed);
          resolve();
        });
      });
      const shown = host.includes(':') ? `[${host}]` : host;
      return `https://${shown}:${(server.address() as AddressInfo).port}`;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.close();
      await closed;
    },
  };
}
