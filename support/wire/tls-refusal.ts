import { X509Certificate } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { Socket } from 'node:net';
import { fingerprintOf, oneLine } from './pem';

export type TlsRefusalReason =
  | 'no-certificate'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'handshake-failed'
  /** Behind a proxy: a connection from an address that is not the proxy's. */
  | 'not-the-proxy';

/** Why a client certificate is not let in. */
export interface NotAdmitted {
  reason: TlsRefusalReason;
  detail: string;
}

/** A connection that was refused before a request was read. `fingerprint` is that of the client's certificate. */
export interface TlsRefusal {
  reason: TlsRefusalReason;
  /** What is known beyond the reason: OpenSSL's code, subject and issuer. */
  detail: string;
  fingerprint?: string;
  /** Address and port of the client; behind a proxy those of the proxy. */
  remote: string;
}

const dates: Record<string, TlsRefusalReason> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
};

/** Why OpenSSL does not let in a client that finished its handshake. */
export function notAuthorized(socket: TLSSocket, certificate: X509Certificate): NotAdmitted {
  // Typed as an Error, but it is OpenSSL's code.
  const code = String(socket.authorizationError);
  const detail = `${code}: ${oneLine(certificate.subject)}, issued by ${oneLine(certificate.issuer)}`;
  return { reason: dates[code] ?? 'certificate-untrusted', detail };
}

export function refusalOf(why: NotAdmitted, remote: string, certificate?: X509Certificate): TlsRefusal {
  return { ...why, ...(certificate && { fingerprint: fingerprintOf(certificate) }), remote };
}

/** The client showed no certificate, or the proxy told of none. */
export const noCertificate: NotAdmitted = { reason: 'no-certificate', detail: 'the client showed no certificate' };

export function remoteOf(socket: Socket): string {
  return `${socket.remoteAddress ?? 'unknown'}:${socket.remotePort ?? 0}`;
}
