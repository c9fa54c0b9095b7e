import type { IncomingRequest } from '../wire';
import { channelName } from './webhooks';

/** What a request asks for, or the status that says that nothing is there. */
export type Route =
  | { to: 'submit'; channel: string }
  | { to: 'webhook'; channel: string; recipient: string; method: 'POST' | 'DELETE' }
  | { to: 'status' }
  | { to: 'status-webhook'; recipient: string; method: 'POST' | 'DELETE' }
  | { to: 'nothing'; status: 404 }
  | { to: 'nothing'; status: 405; allow: string };

// Any channel of the published form: one that this catalogue does not know is refused by its schema (MSG1001).
const channelForm = /^(IF|REP)-\d{3}[A-Z]?$/;

/** Finds the endpoint of a request. The case of the path does not matter, as on the DIP; a query is not looked at. */
export function routeOf(r: Pick<IncomingRequest, 'method' | 'path'>): Route {
  const parts = segmentsOf(r.path);
  if (parts === undefined) return { to: 'nothing', status: 404 };
  const [first, second, third, fourth] = parts;
  const head = first?.toLowerCase();

  if (head === 'dip-channel' && second !== undefined && parts.length === 2) {
    const channel = second.toUpperCase();
    if (!channelForm.test(channel)) return { to: 'nothing', status: 404 };
    return r.method === 'POST' ? { to: 'submit', channel } : { to: 'nothing', status: 405, allow: 'POST' };
  }
  if (head === 'dip-channel' && second && third?.toLowerCase() === 'pubconfig' && fourth && parts.length === 4) {
    const channel = channelName(second);
    if (!channelForm.test(channel)) return { to: 'nothing', status: 404 };
    return configuration(r.method, (method) => ({ to: 'webhook', channel, recipient: fourth, method }));
  }
  if (head === 'statusmessage' && parts.length === 1) {
    return r.method === 'POST' ? { to: 'status' } : { to: 'nothing', status: 405, allow: 'POST' };
  }
  if (head === 'statusmessage' && second?.toLowerCase() === 'config' && third && parts.length === 3) {
    return configuration(r.method, (method) => ({ to: 'status-webhook', recipient: third, method }));
  }
  return { to: 'nothing', status: 404 };
}

function configuration(method: string, make: (method: 'POST' | 'DELETE') => Route): Route {
  return method === 'POST' || method === 'DELETE'
    ? make(method)
    : { to: 'nothing', status: 405, allow: 'POST, DELETE' };
}

function segmentsOf(path: string): string[] | undefined {
  try {
    return path.split('?', 1)[0]!.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
