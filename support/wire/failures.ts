import { errorsOf, QualifyError, wireErrors } from '../errors';

const raise = errorsOf(wireErrors);

const untrusted = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];
// Alerts by which a server refuses a client's certificate: bad_certificate to certificate_unknown, unknown_ca,
// access_denied, certificate_required. TLS 1.2 shows them in the text only.
const refusingAlerts = ['42', '43', '44', '45', '46', '48', '49', '116'];

/** The code of a network or TLS error, looked for in its causes too; empty where there is none. */
export function codeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const { code } = at as NodeJS.ErrnoException;
    if (code && !code.startsWith('ERR_BAD_')) return code;
  }
  return '';
}

/** Turns what node says of a failed request into an error that says whose turn it is. */
export function requestFailure(error: unknown, url: string): QualifyError {
  if (error instanceof QualifyError) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const tlsReason = /SSL routines:[^:]*:([^:]+):/.exec(message)?.[1];
  const alert = /SSL alert number (\d+)/.exec(message)?.[1] ?? '';
  const detail = tlsReason ?? (code || message);
  const values = { url, detail };
  if (code === 'ECONNREFUSED') return raise('WIRE_CONNECTION_REFUSED', values, url, error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return raise('WIRE_HOST_UNKNOWN', values, url, error);
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return raise('WIRE_PEER_CERTIFICATE_EXPIRED', values, url, error);
  }
  if (untrusted.includes(code)) return raise('WIRE_TLS_UNTRUSTED', values, url, error);
  if (refusingAlerts.includes(alert)) return raise('WIRE_TLS_REFUSED', values, url, error);
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return raise('WIRE_TLS_FAILED', values, url, error);
  return raise('WIRE_CONNECTION_LOST', values, url, error);
}

/** The URL as it is requested and signed: absolute, https, without a fragment. QualifyError WIRE_URL_INVALID. */
export function requestUrl(url: string): URL {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch (cause) {
    throw raise('WIRE_URL_INVALID', { url }, url, cause);
  }
  if (parsed.protocol !== 'https:') throw raise('WIRE_URL_INVALID', { url }, url);
  parsed.hash = '';
  return parsed;
}
