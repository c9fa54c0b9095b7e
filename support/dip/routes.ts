import type { IncomingRequest } from '../wire';
import { canonicalEvent } from './validate';
import { channelName } from './webhooks';

/** What a request asks for, or the status that says that nothing is there. */
export type Route =
  | { to: 'submit'; channel: string }
  | { to: 'webhook'; channel: string; recipient: string; method: 'POST' | 'DELETE' }
  /** `replay` answers with past publications, `requeue` pushes them to the webhook again. */
  | { to: 'replay' | 'requeue'; channel: string; recipient: string }
  | { to: 'status' }
  | { to: 'status-webhook'; recipient: string; method: 'POST' | 'DELETE' }
  /** The event without brackets, both in the case of the release where it knows them. */
  | { to: 'validate'; interface: string; event: string }
  | { to: 'nothing'; status: 404 }
  | { to: 'nothing'; status: 405; allow: string };

type Method = 'POST' | 'DELETE';

interface Endpoint {
  /** Segments: a word stands for itself in whatever case, `{…}` for a value. */
  path: readonly string[];
  methods: readonly Method[];
  /** Undefined when the values name nothing that can be there. */
  route(values: readonly string[], method: Method): Route | undefined;
}

// Any channel of the published form: one that this catalogue does not know is refused by its schema (MSG1001).
const channelForm = /^(IF|REP)-\d{3}[A-Z]?$/;
const channelOf = (id: string) => [channelName(id)].find((name) => channelForm.test(name));

const endpoint = (path: string, methods: readonly Method[], route: Endpoint['route']): Endpoint => ({
  path: path.split('/').slice(1),
  methods,
  route,
});

/** An endpoint about the publications of one channel to one DIP ID. */
const published = (last: string, methods: readonly Method[], route: (c: string, r: string, m: Method) => Route) =>
  endpoint(`/dip-channel/{id}/${last}/{recipient-id}`, methods, ([id, recipient], method) => {
    const channel = channelOf(id!);
    return channel === undefined ? undefined : route(channel, recipient!, method);
  });

const endpoints: readonly Endpoint[] = [
  endpoint('/dip-channel/{id}', ['POST'], ([id]) => {
    const channel = id!.toUpperCase();
    return channelForm.test(channel) ? { to: 'submit', channel } : undefined;
  }),
  published('pubconfig', ['POST', 'DELETE'], (channel, recipient, method) => {
    return { to: 'webhook', channel, recipient, method };
  }),
  published('replay', ['POST'], (channel, recipient) => ({ to: 'replay', channel, recipient })),
  published('requeue', ['POST'], (channel, recipient) => ({ to: 'requeue', channel, recipient })),
  endpoint('/statusmessage', ['POST'], () => ({ to: 'status' })),
  endpoint('/statusmessage/config/{recipient-id}', ['POST', 'DELETE'], ([recipient], method) => {
    return { to: 'status-webhook', recipient: recipient!, method };
  }),
  endpoint('/validate/{interface}/{event}', ['POST'], ([id, event]) => ({
    to: 'validate',
    ...canonicalEvent(id!, event!),
  })),
];

/**
 * Finds the endpoint of a request. The case of the path does not matter, as on the DIP; a query is not looked at.
 * Values are decoded and never empty.
 */
export function routeOf(r: Pick<IncomingRequest, 'method' | 'path'>): Route {
  const segments = segmentsOf(r.path);
  for (const { path, methods, route } of segments ? endpoints : []) {
    const values = valuesOf(path, segments!);
    if (values === undefined) continue;
    const known = methods.find((method) => method === r.method);
    const found = route(values, known ?? methods[0]!);
    if (found === undefined) break;
    return known ? found : { to: 'nothing', status: 405, allow: methods.join(', ') };
  }
  return { to: 'nothing', status: 404 };
}

function valuesOf(path: readonly string[], segments: readonly string[]): string[] | undefined {
  if (path.length !== segments.length) return undefined;
  const values: string[] = [];
  for (const [i, word] of path.entries()) {
    const segment = segments[i]!;
    if (!word.startsWith('{')) {
      if (word !== segment.toLowerCase()) return undefined;
    } else if (segment === '') {
      return undefined;
    } else {
      values.push(segment);
    }
  }
  return values;
}

function segmentsOf(path: string): string[] | undefined {
  try {
    return path.split('?', 1)[0]!.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
