import { constants, X509Certificate } from 'node:crypto';
import http, { IncomingMessage } from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { createAdmission, Fingerprints } from './client-admission';
import { Connections } from './connections';
import { codeOf } from './failures';
import { Identity } from './identity';
import { fingerprintOf } from './pem';
import { addressMatcher, certificatesInHeader, ProxyOptions } from './proxy';
import { noCertificate, notAuthorized, refusalOf, remoteOf, TlsRefusal } from './tls-refusal';

const keptHeaders = 1000;

export interface FrontOptions {
  identity: Identity;
  trust: string[];
  fingerprints?: Fingerprints;
  proxy?: ProxyOptions;
  onRefused(r: TlsRefusal): void;
}

/** Where clients come in: it knows by which certificate, and turns away who has no good one. */
export interface Front {
  server: http.Server;
  scheme: 'https' | 'http';
  /** Fingerprint of the client of a request, or why it has none; undefined on a connection that was cut off before. */
  client(request: IncomingMessage): string | TlsRefusal | undefined;
  setTrust(pems: string[]): void;
}

/** TLS ends here. The certificate is that of the connection. */
export function tlsFront(
  o: FrontOptions,
  settings: http.ServerOptions & { handshakeTimeout: number },
  connections: Connections,
): Front {
  const admission = createAdmission(o.trust, o.fingerprints);
  // Many clients show a certificate only when its authority is among the names that the server sends, and those of the
  // `ca` are sent. Where certificates count by fingerprint no names are sent, and the chain is led back here.
  const ownCheck = o.fingerprints !== undefined;
  const context = (trust: string[]) => ({
    key: o.identity.transport.key,
    cert: o.identity.transport.certificate,
    ca: ownCheck ? [] : trust,
    minVersion: 'TLSv1.2' as const,
    // No session is resumed, since a resumed one passes without its certificate being looked at again.
    secureOptions: constants.SSL_OP_NO_TICKET,
  });
  const server = https.createServer({
    ...settings,
    ...context(o.trust),
    requestCert: true,
    // Refused below instead, so that the reason and the certificate are known.
    rejectUnauthorized: false,
  });

  server.on('connection', (socket: Socket) => connections.arrived(socket));
  server.on('tlsClientError', (error, socket) => {
    const detail = codeOf(error) || error.message;
    o.onRefused({ reason: 'handshake-failed', detail, remote: remoteOf(socket) });
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    connections.handshaken(socket);
    const leaf = socket.getPeerX509Certificate();
    const why = leaf ? refusalOfPeer(socket, leaf) : noCertificate;
    if (leaf && !why) return connections.admit(socket, fingerprintOf(leaf));
    o.onRefused(refusalOf(why!, remoteOf(socket), leaf));
    socket.destroy();
  });

  function refusalOfPeer(socket: TLSSocket, leaf: X509Certificate) {
    if (ownCheck) return admission.refusal(leaf, issuersOf(leaf), new Date());
    return socket.authorized ? undefined : notAuthorized(socket, leaf);
  }

  return {
    server: server as unknown as http.Server,
    scheme: 'https',
    client: ({ socket }) => connections.fingerprint(socket),
    setTrust(pems) {
      admission.setTrust(pems);
      server.setSecureContext(context(pems));
    },
  };
}

/** A proxy ends TLS and writes the client's certificate into a header; nobody else may connect. */
export function proxyFront(
  o: FrontOptions & { proxy: ProxyOptions },
  settings: http.ServerOptions,
  connections: Connections,
): Front {
  const admission = createAdmission(o.trust, o.fingerprints);
  const isProxy = addressMatcher(o.proxy.from);
  const name = o.proxy.header.toLowerCase();
  const known = new Map<string, Shown>();
  const server = http.createServer(settings);

  server.prependListener('connection', (socket: Socket) => {
    if (isProxy(socket.remoteAddress)) return connections.admit(socket);
    const detail = 'the connection does not come from the proxy';
    o.onRefused({ reason: 'not-the-proxy', detail, remote: remoteOf(socket) });
    socket.destroy();
  });

  function shown(header: string): Shown {
    const found = known.get(header);
    if (found) return found;
    const read = certificatesInHeader(header);
    if (known.size >= keptHeaders) known.clear();
    known.set(header, read);
    return read;
  }

  return {
    server,
    scheme: 'http',
    client(request) {
      if (!connections.admitted(request.socket)) return undefined;
      const given = request.headers[name];
      delete request.headers[name];
      const header = Array.isArray(given) ? given.join(', ') : (given ?? '');
      const remote = remoteOf(request.socket);
      if (header === '') return refusalOf(noCertificate, remote);
      const read = shown(header);
      if (typeof read === 'string') return refusalOf({ reason: 'certificate-untrusted', detail: read }, remote);
      const [leaf, ...behind] = read;
      const why = admission.refusal(leaf!, behind, new Date());
      return why ? refusalOf(why, remote, leaf) : fingerprintOf(leaf!);
    },
    setTrust: (pems) => admission.setTrust(pems),
  };
}

type Shown = X509Certificate[] | string;

/** The certificates that the client sent behind its own. */
function issuersOf(leaf: X509Certificate): X509Certificate[] {
  const found: X509Certificate[] = [];
  for (let at = leaf.issuerCertificate; at && found.length < 8; at = at.issuerCertificate) {
    if (found.some(({ fingerprint256 }) => fingerprint256 === at!.fingerprint256)) break;
    found.push(at);
  }
  return found;
}
