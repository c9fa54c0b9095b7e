import { X509Certificate } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { Socket } from 'node:net';
import { fingerprintOf } from './pem';

export type TlsRefusalReason =
  'no-certificate' | 'certificate-untrusted' | 'certificate-expired' | 'certificate-not-yet-valid' | 'handshake-failed';

/** A connection that was refused before a request was read. `fingerprint` is that of the client's certificate. */
export interface TlsRefusal {
  reason: TlsRefusalReason;
  /** What is known beyond the reason: OpenSSL's code, subject and issuer. */
  detail: string;
  fingerprint?: string;
  /** Address and port of the client. */
  remote: string;
}

const dates: Record<string, TlsRefusalReason> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
};

/** Why a client that finished its handshake is not let in. */
export function refusalOf(socket: TLSSocket, certificate: X509Certificate | undefined): TlsRefusal {
  const remote = remoteOf(socket);
  if (!certificate) return { reason: 'no-certificate', detail: 'the client showed no certificate', remote };
  // Typed as an Error, but it is OpenSSL's code.
  const code = String(socket.authorizationError);
  const oneLine = (name: string) => name.replaceAll('\n', ', ');
  return {
    reason: dates[code] ?? 'certificate-untrusted',
    detail: `${code}: ${oneLine(certificate.subject)}, issued by ${oneLine(certificate.issuer)}`,
    fingerprint: fingerprintOf(certificate),
    remote,
  };
}

export function remoteOf(socket: Socket): string {
  return `${socket.remoteAddress ?? 'unknown'}:${socket.remotePort ?? 0}`;
}
