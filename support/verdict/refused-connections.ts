import { errorsOf, verdictErrors } from '../errors';
import type { LedgerEntry } from '../ledger';
import type { Finding } from './schema';

const raise = errorsOf(verdictErrors);

/**
 * Connections that the DIP refused before a request was read, each kind once: a must where the certificate is one of the
 * profile's, else a should, since anybody could have come.
 */
export function refusedConnections(ledger: readonly LedgerEntry[]): Finding[] {
  const known = new Map<string, Finding>();
  for (const entry of ledger.filter(({ kind }) => kind === 'tls')) {
    const { seq, from, name = 'handshake-failed', certificate, body } = entry;
    const { detail = '' } = (body ?? {}) as { detail?: string };
    if (name === 'handshake-failed' && detail === 'ECONNRESET') continue;
    const same = known.get([name, from, certificate].join());
    if (same) {
      same.ledger.push(seq);
      continue;
    }
    const isOwn = from !== 'unknown';
    const error = raise('CONNECTION_REFUSED', {
      reason: name,
      whose: isOwn ? `DIP ID ${from}` : 'a client that the profile does not know',
      detail: certificate ? `${detail}, SHA-256 ${certificate}` : detail,
    });
    const { code, kind: blame, message: reason } = error;
    known.set([name, from, certificate].join(), {
      code,
      blame,
      level: isOwn ? 'must' : 'should',
      reason,
      ledger: [seq],
    });
  }
  return [...known.values()];
}
