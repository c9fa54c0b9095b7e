import http from 'node:http';
import { AddressInfo } from 'node:net';
import { errorsOf, wireErrors } from '../errors';
import { BadRequest, refuseUnparsed } from './bad-request';
import { Fingerprints } from './client-admission';
import { Connections } from './connections';
import { codeOf } from './failures';
import { Front, proxyFront, tlsFront } from './front';
import { Identity } from './identity';
import { ProxyOptions } from './proxy';
import { requestHandler } from './request-handler';
import { TlsRefusal } from './tls-refusal';

const raise = errorsOf(wireErrors);
const defaultHeaderBytes = 32 * 1024;

/** `url` is the public base (without one: what the client calls this server) and the path, as a signature covers it. */
export interface IncomingRequest {
  method: string;
  path: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  clientFingerprint: string;
}

/** An object is sent as JSON; bytes and a text, which must be JSON, as they are. */
export interface OutgoingAnswer {
  status: number;
  body?: Buffer | string | object;
  headers?: Record<string, string>;
  /** Called when the whole answer went out; never when the connection was gone before. */
  sent?(): void;
}

/** How long clients may take, in milliseconds. */
export interface ServerTimeouts {
  /** For the TLS handshake; default 10 s. */
  handshakeMs?: number;
  /** For the headers of a request, from its first byte or from connecting; default 10 s. Then 408. */
  headersMs?: number;
  /** For a whole request, its headers too; default 60 s. Then 408. */
  requestMs?: number;
  /** Between two requests; default 60 s. */
  idleMs?: number;
  /** Without a byte in either direction, while a request is answered; default 120 s. */
  stalledMs?: number;
}

export interface MtlsServerOptions {
  identity: Identity;
  /** PEMs of the authorities whose client certificates are let in. May be empty where there are `fingerprints`. */
  trust: string[];
  /** Client certificates that are let in whoever issued them, as long as they are in force; asked for each connection. */
  fingerprints?: Fingerprints;
  /** Without TLS of its own, behind a proxy that ends it. Who has no good certificate is then answered a bare 401. */
  proxy?: ProxyOptions;
  maxBodyBytes: number;
  /** Default 32 KiB, all headers of a request together. */
  maxHeaderBytes?: number;
  timeouts?: ServerTimeouts;
  /** Scheme, host and path before every path, as clients call them. Without it https and the Host header. */
  publicBase?: string;
  onRequest(r: IncomingRequest): Promise<OutgoingAnswer>;
  onRefused(r: TlsRefusal): void;
  /** Told of each request that was answered, or given up, before `onRequest` could see it. */
  onBadRequest?(r: BadRequest): void;
  /** What `onRequest` threw; the client sees a bare 500. Without it the process warns. */
  onFault?(error: unknown): void;
}

export interface MtlsServer {
  /** Port 0 (the default) takes a free one. Resolves to the base URL, http behind a proxy. QualifyError WIRE_PORT_UNUSABLE. */
  listen(port?: number, host?: string): Promise<string>;
  /** Replaces the trusted authorities for connections (behind a proxy: requests) from now on. WIRE_TRUST_EMPTY. */
  setTrust(pems: string[]): void;
  /** Lets requests under way finish and closes every other connection at once. */
  close(): Promise<void>;
}

/**
 * A server that lets in clients with a trusted certificate only. Over TLS all others are cut off before a request is
 * read, behind a proxy they are answered 401; the reason is told. Answers by itself: 400 to what is no HTTP, 408 to
 * slow requests, 413 and 431 over the limits, 505 to other versions of HTTP. QualifyErrors WIRE_TRUST_EMPTY,
 * WIRE_PROXY_ADDRESS.
 */
export async function createMtlsServer(o: MtlsServerOptions): Promise<MtlsServer> {
  const base = o.publicBase?.replace(/\/+$/, '');
  const connections = new Connections();
  const front = frontOf(o, connections);
  const { server } = front;
  server.timeout = o.timeouts?.stalledMs ?? 120_000;

  const tell = (r: BadRequest) => o.onBadRequest?.(r);
  const turnedAway = refuseUnparsed(server, connections, tell);
  const handle = requestHandler({ ...o, base, front, connections, tell, turnedAway });
  server.on('request', (request, response) => void handle(request, response, 'nothing'));
  server.on('checkContinue', (request, response) => void handle(request, response, '100'));
  server.on('checkExpectation', (request, response) => void handle(request, response, 'other'));

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
      return `${front.scheme}://${shown}:${(server.address() as AddressInfo).port}`;
    },
    setTrust: (pems) => front.setTrust(pems),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.close();
      await closed;
    },
  };
}

function frontOf(o: MtlsServerOptions, connections: Connections): Front {
  const { handshakeMs = 10_000, headersMs = 10_000, requestMs = 60_000, idleMs = 60_000 } = o.timeouts ?? {};
  const settings: http.ServerOptions = {
    maxHeaderSize: o.maxHeaderBytes ?? defaultHeaderBytes,
    headersTimeout: Math.min(headersMs, requestMs),
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.max(10, Math.min(headersMs, requestMs, 10_000) / 4),
    keepAliveTimeout: idleMs,
    // Refused by the handler, which tells of it.
    requireHostHeader: false,
  };
  const { proxy } = o;
  if (proxy) return proxyFront({ ...o, proxy }, settings, connections);
  return tlsFront(o, { ...settings, handshakeTimeout: handshakeMs }, connections);
}
