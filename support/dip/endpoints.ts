import { sha256Hex, type IncomingRequest, type OutgoingAnswer } from '../wire';
import type { AccessList } from './access-list';
import { standardItem, standardResponse } from './answers';
import type { Authentication } from './authentication';
import type { EntryMaker, HttpSide } from './entries';
import type { Intake, Origin } from './intake';
import { routeOf, type Route } from './routes';
import type { Status } from './status';
import type { SubmissionFaults } from './submission-faults';
import type { RecordEntry } from './types';
import { callbackUrl, statusChannel, type Webhooks } from './webhooks';

export interface EndpointDeps {
  authenticate(r: IncomingRequest): Authentication;
  access: AccessList;
  intake: Intake;
  faults: SubmissionFaults;
  status: Status;
  webhooks: Webhooks;
  record: RecordEntry;
  entry: EntryMaker;
  clock(): Date;
}

type Configuration = Extract<Route, { method: string }>;

/** The message API: finds the endpoint, checks the caller, does it, and records every refusal. */
export function endpoints(d: EndpointDeps) {
  return async (r: IncomingRequest): Promise<OutgoingAnswer> => {
    const started = performance.now();
    const route = routeOf(r);
    const caller = d.authenticate(r);
    const http: HttpSide = {
      method: r.method,
      url: r.url,
      headers: r.headers,
      certificate: caller.fingerprint,
      bodySha256: sha256Hex(r.body),
    };

    function refuse(status: number, name: string, detail: string): OutgoingAnswer {
      const body = detail === '' ? undefined : { error: detail };
      const facts = { signature: caller.signature };
      d.record(
        d.entry({ kind: 'refused', from: caller.dipId, to: 'DIP', httpStatus: status, name, body }, http),
        facts,
      );
      return { status, body: refusal(caller.dipId, name, detail) };
    }

    function refusal(dipId: string, name: string, detail: string) {
      const now = d.clock();
      const recipientID = dipId.length === 10 ? dipId : null;
      return standardResponse(now, [standardItem(now, { recipientID, message: name, help: detail })]);
    }

    function configure(to: Configuration): OutgoingAnswer {
      const channel = to.to === 'webhook' ? to.channel : statusChannel;
      if (!d.access.actsFor(caller.dipId, to.recipient)) {
        return refuse(403, 'recipient-not-yours', `the API key of ${caller.dipId} cannot configure ${to.recipient}`);
      }
      if (to.method === 'DELETE') {
        d.webhooks.remove(to.recipient, channel);
        return { status: 204 };
      }
      const url = callbackUrl(r.body);
      if (url === undefined) return refuse(400, 'callback-url-invalid', 'callbackURL: expected an https URL');
      d.webhooks.set(to.recipient, channel, url);
      return { status: 201 };
    }

    if (route.to === 'nothing') {
      const answer = refuse(route.status, route.status === 404 ? 'not-found' : 'method-not-allowed', '');
      return { status: answer.status, ...(route.status === 405 && { headers: { allow: route.allow } }) };
    }
    const origin = { caller: caller.dipId, http, signature: caller.signature, started, bytes: r.body };
    if (!caller.ok) {
      const { status, name, detail } = caller;
      if (route.to !== 'submit') return refuse(status, name, detail);
      d.intake.turnAway(json(r.body).value, { ...origin, channel: route.channel }, { name, httpStatus: status });
      return { status, body: refusal(caller.dipId, name, detail) };
    }
    if (route.to === 'submit') return submit(json(r.body), { ...origin, channel: route.channel });
    if (!caller.signature.boundTo.includes(caller.dipId)) {
      return refuse(403, 'signing-certificate-not-bound', `the signing certificate is not bound to ${caller.dipId}`);
    }
    if (route.to !== 'status') return configure(route);
    const { status, response } = d.status.receive(json(r.body).value, caller.dipId, http, {
      signature: caller.signature,
    });
    return { status, body: response };
  };

  function submit({ value }: { value: unknown }, origin: Origin): OutgoingAnswer {
    const before = d.faults.found(value);
    if (before) {
      // Taken before, and the sender never knew: it is told again, and nothing is done twice.
      const name = 'taken-before';
      d.record(d.entry({ kind: 'refused', from: origin.caller, to: 'DIP', httpStatus: 201, name }, origin.http), {});
      return before;
    }
    const { fault, code = 'MSG1037' } = d.faults.strike(origin.caller, value) ?? {};
    if (fault === 'unavailable') {
      d.intake.turnAway(value, origin, { name: 'unavailable', httpStatus: 503 });
      return { status: 503 };
    }
    const unresolved = fault === 'unresolved' ? code : undefined;
    const { status, response } = d.intake.submit(value, { ...origin, unresolved });
    const answer = { status, body: response };
    if (fault !== 'lose-answer' || status !== 201) return answer;
    d.faults.lose(value, answer);
    return { status: 504 };
  }
}

// What cannot be parsed goes on as its text, which no schema takes for a batch.
function json(body: Buffer): { value: unknown } {
  const text = body.toString('utf8');
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { value: text };
  }
}
