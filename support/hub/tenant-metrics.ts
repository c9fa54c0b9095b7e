import type { LedgerEntry } from '../ledger';
import type { IncomingRequest } from '../wire';
import { resultOf } from './exchange';
import type { Metrics } from './metrics';

/** Counts what happens in the worlds of all tenants. Labels name tenants, interfaces and codes, never an MPAN. */
export interface HubCounters {
  answered(tenant: string, request: Pick<IncomingRequest, 'method' | 'path'>, status: number, ms: number): void;
  recorded(tenant: string, entry: LedgerEntry): void;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createCounters(metrics: Metrics): HubCounters {
  const requests = metrics.counter('dip_requests_total', 'Requests to the message API by endpoint and status.');
  const durations = metrics.histogram('dip_request_duration_seconds', 'Time to the answer of a request.', seconds);
  const results = metrics.counter(
    'dip_validation_results_total',
    'Results of validation by level (L1 to L4) and code.',
  );
  const deliveries = metrics.counter('dip_deliveries_total', 'Messages handed over to a webhook or simulated party.');
  const retries = metrics.counter('dip_failed_attempts_total', 'Attempts at a delivery that failed.');
  const dead = metrics.counter('dip_dead_letters_total', 'Messages given up after the last attempt.');
  const refused = metrics.counter('dip_refused_connections_total', 'Connections refused before a request was read.');

  const interfaces = bounded(200);
  const codes = bounded(400);

  return {
    answered(tenant, request, status, ms) {
      const endpoint = endpointOf(request);
      requests.add({ tenant, endpoint, status: String(status) });
      durations.observe({ tenant, endpoint }, ms / 1000);
    },
    recorded(tenant, entry) {
      const labels = { tenant, interface: entry.interface === undefined ? 'none' : interfaces(entry.interface) };
      const { level, code } = resultOf(entry);
      const status = entry.httpStatus ?? null;
      if (level) results.add({ ...labels, level, code: codes(code ?? String(status ?? 'none')) });
      if (entry.kind === 'delivered') deliveries.add(labels);
      if (entry.kind === 'answered' && (status === null || retried.has(status))) retries.add(labels);
      if (entry.kind === 'refused' && entry.to !== 'DIP') dead.add(labels);
      if (entry.kind === 'tls') refused.add({ tenant, reason: codes(entry.name ?? 'unknown') });
    },
  };
}

const retried = new Set([408, 429, 500, 502, 503, 504]);

/** Values that somebody outside can choose make no labels without end. */
function bounded(most: number): (value: string) => string {
  const seen = new Set<string>();
  return (value) => {
    if (!seen.has(value) && (seen.size >= most || !/^[\w-]{1,40}$/.test(value))) return 'other';
    seen.add(value);
    return value;
  };
}

/** The path of a request without what differs from call to call. */
export function endpointOf({ method, path }: Pick<IncomingRequest, 'method' | 'path'>): string {
  const parts = path.split('?', 1)[0]!.toLowerCase().split('/').slice(1);
  const [head = '', , third] = parts;
  const verb = /^(GET|POST|DELETE|PUT|PATCH|HEAD|OPTIONS)$/.test(method) ? method : 'OTHER';
  if (head === 'dip-channel' && parts.length === 2) return `${verb} /dip-channel/{id}`;
  if (head === 'dip-channel' && /^(pubconfig|replay|requeue)$/.test(third ?? ''))
    return `${verb} /dip-channel/{id}/${third}`;
  if (head === 'statusmessage') return `${verb} /statusmessage${parts.length > 1 ? '/config' : ''}`;
  if (head === 'validate') return `${verb} /validate`;
  return `${verb} other`;
}
