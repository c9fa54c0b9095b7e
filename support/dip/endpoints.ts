import { sha256Hex, type IncomingRequest, type OutgoingAnswer } from '../wire';
import type { AccessList } from './access-list';
import { codedItem, refusalStatus, standardItem, standardResponse } from './answers';
import { type Authentication, refusalTexts, type RefusalText } from './authentication';
import type { Busy } from './busy';
import type { EntryMaker, HttpSide } from './entries';
import type { Faults } from './faults';
import type { Intake, Origin } from './intake';
import type { Past } from './replay';
import { type ReplayRefusal, replayQuery } from './replay-request';
import type { ReplayQuery } from './journal';
import { routeOf, type Route } from './routes';
import type { Status } from './status';
import type { RecordEntry } from './types';
import { validateRequest } from './validate';
import { statusChannel, webhookConfig, type Webhooks } from './webhooks';

export interface EndpointDeps {
  authenticate(r: IncomingRequest, o: { signed?: boolean }): Authentication;
  access: AccessList;
  intake: Intake;
  faults: Pick<Faults, 'instead' | 'taking' | 'lose' | 'found'>;
  status: Status;
  webhooks: Webhooks;
  record: RecordEntry;
  entry: EntryMaker;
  busy: Busy;
  clock(): Date;
  past(query: ReplayQuery): Promise<{ ok: true; found: Past[]; body: Buffer } | ({ ok: false } & ReplayRefusal)>;
  /** Queues past publications to their recipient once more. */
  requeue(to: string, found: readonly Past[]): void;
}

type Authenticated = Extract<Authentication, { ok: true }>;
type RouteTo<T extends Route['to']> = Extract<Route, { to: T }>;

/** One call of an endpoint: the caller, and what the ledger is told of it. */
interface Call {
  r: IncomingRequest;
  caller: Authenticated;
  http: HttpSide;
  /** performance.now() when the request came in. */
  started: number;
}

/** The message API: finds the endpoint, checks the caller, does it, and records every call and every refusal. */
export function endpoints(d: EndpointDeps): (r: IncomingRequest) => Promise<OutgoingAnswer> {
  async function handle(r: IncomingRequest): Promise<OutgoingAnswer> {
    const started = performance.now();
    const route = routeOf(r);
    const caller = d.authenticate(r, { signed: route.to !== 'validate' });
    const http: HttpSide = {
      method: r.method,
      url: r.url,
      headers: r.headers,
      certificate: caller.fingerprint,
      bodySha256: sha256Hex(r.body),
    };
    if (route.to === 'nothing') {
      refuse(caller, http, route.status, route.status === 404 ? 'not-found' : 'method-not-allowed');
      return { status: route.status, ...(route.status === 405 && { headers: { allow: route.allow } }) };
    }
    if (!caller.ok) {
      if (route.to !== 'submit') {
        return refuse(caller, http, refusalStatus(route, caller.status), caller.name, caller.detail, caller.told);
      }
      const origin = { caller: caller.dipId, http, signature: caller.signature, started, bytes: r.body };
      const why = { name: caller.name, httpStatus: caller.status };
      d.intake.turnAway(json(r.body), { ...origin, channel: route.channel }, why);
      return refusal(caller.dipId, caller.status, caller.told);
    }
    const answered = await answer(route, { r, caller, http, started });
    // Who never got the answer may send the same bytes again.
    return answered.status < 300 ? { ...answered, sent: caller.used } : answered;
  }

  function answer(route: Exclude<Route, RouteTo<'nothing'>>, call: Call): Promise<OutgoingAnswer> | OutgoingAnswer {
    const { r, caller, http, started } = call;
    const instead = route.to === 'submit' ? undefined : d.faults.instead(caller.dipId);
    if (instead) {
      refuse(caller, http, instead.status, instead.name);
      return { status: instead.status, headers: instead.headers };
    }
    if (route.to === 'validate') return validate(route, call);
    if (route.to === 'submit') {
      const origin = { channel: route.channel, caller: caller.dipId, http, signature: caller.signature, started };
      return d.busy.during(submit(json(r.body), { ...origin, bytes: r.body }));
    }
    if (!caller.signature.boundTo.includes(caller.dipId)) {
      const detail = `the signing certificate is not bound to ${caller.dipId}`;
      return refuse(
        caller,
        http,
        refusalStatus(route, 403),
        'signing-certificate-not-bound',
        detail,
        refusalTexts.forbidden,
      );
    }
    if (route.to === 'status') return takeStatus(call);
    if (!d.access.actsFor(caller.dipId, route.recipient)) {
      const detail = `the API key of ${caller.dipId} does not act for ${route.recipient}`;
      return refuse(caller, http, refusalStatus(route, 403), 'recipient-not-yours', detail, refusalTexts.forbidden);
    }
    if (route.to === 'webhook' || route.to === 'status-webhook') return configure(route, call);
    return pastOf(route, call);
  }

  async function submit(value: unknown, origin: Origin): Promise<OutgoingAnswer> {
    const instead = d.faults.instead(origin.caller, origin.channel, value);
    if (instead) {
      d.intake.turnAway(value, origin, { name: instead.name, httpStatus: instead.status });
      return { status: instead.status, headers: instead.headers };
    }
    const before = d.faults.found(value);
    if (before) {
      // Taken before, and the sender never knew: it is told again, and nothing is done twice.
      const name = 'taken-before';
      d.record(d.entry({ kind: 'refused', from: origin.caller, to: 'DIP', httpStatus: 201, name }, origin.http), {});
      return before;
    }
    const { unresolved, loses } = d.faults.taking(origin.caller, origin.channel, value);
    const { status, response, retryAfterS } = await d.intake.submit(value, { ...origin, unresolved });
    const later = retryAfterS === undefined ? {} : { headers: { 'retry-after': String(retryAfterS) } };
    const answered: OutgoingAnswer = { status, body: response, ...later };
    if (!loses || status !== 201) return answered;
    d.faults.lose(value, answered);
    return { status: 504 };
  }

  function validate(route: RouteTo<'validate'>, call: Call): OutgoingAnswer {
    const { status, body } = validateRequest(call.r.body, route.interface, route.event);
    told(call, 'validate', status, { interface: route.interface, event: route.event, body: JSON.parse(body) });
    return { status, body };
  }

  async function takeStatus({ r, caller, http }: Call): Promise<OutgoingAnswer> {
    const facts = { signature: caller.signature };
    const { status, response } = await d.status.receive(json(r.body), caller.dipId, http, facts);
    return { status, body: response };
  }

  function configure(route: RouteTo<'webhook' | 'status-webhook'>, call: Call): OutgoingAnswer {
    const channel = route.to === 'webhook' ? route.channel : statusChannel;
    const about = { ...(route.to === 'webhook' && { interface: channel }), to: route.recipient };
    if (route.method === 'DELETE') {
      d.webhooks.remove(route.recipient, channel);
      told(call, 'remove-webhook', 204, about);
      return { status: 204 };
    }
    const read = webhookConfig(call.r.body);
    if (!read.ok) return refuse(call.caller, call.http, 400, 'callback-url-invalid', read.problem);
    const { url: callbackURL, ...limits } = read.webhook;
    if (!d.webhooks.allows(callbackURL)) {
      return refuse(
        call.caller,
        call.http,
        400,
        'callback-host-not-allowed',
        'callbackURL: this host is not on the list of the DIP',
      );
    }
    d.webhooks.set(route.recipient, channel, read.webhook);
    told(call, 'set-webhook', 201, { ...about, body: { callbackURL, ...limits } });
    return { status: 201 };
  }

  async function pastOf(route: RouteTo<'replay' | 'requeue'>, call: Call): Promise<OutgoingAnswer> {
    const read = replayQuery(call.r.body, route.channel, route.recipient);
    const result = read.ok ? await d.past(read.query) : read;
    const mpan = read.ok ? read.query.mpan : undefined;
    const about = { interface: route.channel, to: route.recipient, ...(mpan && { mpan }) };
    if (!result.ok) {
      const now = d.clock();
      const item = codedItem(now, result.code, { recipientID: call.caller.dipId, help: result.help });
      told(call, route.to, 400, { ...about, body: { help: result.help } });
      return { status: 400, body: standardResponse(now, [item]) };
    }
    told(call, route.to, 200, { ...about, body: { request: json(call.r.body), found: result.found.length } });
    if (route.to === 'replay') return { status: 200, body: result.body };
    d.requeue(route.recipient, result.found);
    return { status: 200 };
  }

  /** Records a call that was answered; `to` of the entry is the DIP, the recipient it is about stands in the body. */
  function told(
    { caller, http, started }: Call,
    name: string,
    httpStatus: number,
    { body, to, ...about }: { interface?: string; event?: string; mpan?: string; to?: string; body?: unknown },
  ): void {
    const whole = to === undefined ? body : { recipient: to, ...(body as object | undefined) };
    const ms = performance.now() - started;
    const input = { kind: 'call' as const, from: caller.dipId, to: 'DIP', name, httpStatus, ms, ...about, body: whole };
    d.record(d.entry(input, http), { signature: caller.signature });
  }

  /** The ledger is told the reason and its detail, the caller no more than `told`, or the reason where that is all. */
  function refuse(
    caller: Authentication,
    http: HttpSide,
    httpStatus: number,
    name: string,
    detail = '',
    told: RefusalText = { message: name, help: detail },
  ): OutgoingAnswer {
    const body = detail === '' ? undefined : { error: detail };
    const input = { kind: 'refused' as const, from: caller.dipId, to: 'DIP', httpStatus, name, body };
    d.record(d.entry(input, http), { signature: caller.signature });
    return refusal(caller.dipId, httpStatus, told);
  }

  function refusal(dipId: string, status: number, told: RefusalText): OutgoingAnswer {
    const now = d.clock();
    // A caller that is not known is told no DIP ID, whatever its certificate says.
    const recipientID = status === 401 || dipId.length !== 10 ? null : dipId;
    return { status, body: standardResponse(now, [standardItem(now, { recipientID, ...told })]) };
  }

  return handle;
}

// What cannot be parsed goes on as its text, which no schema takes for a batch.
function json(body: Buffer): unknown {
  const text = body.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
