import { standardResponseSchema } from '../wire';

/** What came back for a request; `closed` when the connection ended without an answer. */
export type Reply = { status: number; headers: Record<string, string>; body: string } | 'closed';

export interface Asked {
  method: string;
  path: string;
  /** What was sent is no request that must be answered: cut off, garbage, or never finished. */
  mayClose?: boolean;
}

const coded = /^[A-Z]{3}\d{4} - ./;
/** Answers of the listener itself, to what never becomes a request; they have no body. */
const listener = new Set([400, 408, 413, 431, 505]);

type Body = 'response' | 'text' | 'messages' | 'nothing';

/** Statuses and bodies that each endpoint publishes, as far as a request alone can bring them about. */
const endpoints: readonly { path: RegExp; answers: Record<string, Record<number, readonly Body[]>> }[] = [
  {
    path: /^\/dip-channel\/(IF|REP)-\d{3}[A-Z]?$/i,
    answers: { POST: { 201: ['response'], 400: ['response'], ...refusals(), 429: ['response'] } },
  },
  {
    path: /^\/dip-channel\/[^/]+\/pubconfig\/[^/]+$/i,
    answers: {
      POST: { 201: ['nothing'], 400: ['response', 'nothing'], ...refusals() },
      DELETE: { 204: ['nothing'], ...refusals() },
    },
  },
  {
    path: /^\/dip-channel\/[^/]+\/replay\/[^/]+$/i,
    answers: { POST: { 200: ['messages'], 400: ['response'], ...refusals() } },
  },
  {
    path: /^\/dip-channel\/[^/]+\/requeue\/[^/]+$/i,
    answers: { POST: { 200: ['nothing'], 400: ['response'], ...refusals() } },
  },
  { path: /^\/statusmessage$/i, answers: { POST: { 201: ['response'], 400: ['response'], ...refusals() } } },
  {
    path: /^\/statusmessage\/config\/[^/]+$/i,
    answers: {
      POST: { 201: ['nothing'], 400: ['response', 'nothing'], ...refusals() },
      DELETE: { 204: ['nothing'], ...refusals() },
    },
  },
  {
    path: /^\/validate\/[^/]+\/[^/]+$/i,
    answers: { POST: { 201: ['text'], 400: ['text'], 404: ['text'], ...refusals() } },
  },
];

function refusals(): Record<number, readonly Body[]> {
  return { 401: ['response', 'nothing'], 403: ['response', 'nothing'] };
}

/** What is wrong with an answer; undefined when it is a documented one. */
export function undocumented(asked: Asked, reply: Reply): string | undefined {
  if (reply === 'closed') return asked.mayClose ? undefined : 'the connection was closed without an answer';
  const { status, body, headers } = reply;
  if (listener.has(status) && body === '') return undefined;
  const known = endpoints.find(({ path }) => path.test(asked.path.split('?', 1)[0]!));
  const answers = known?.answers[asked.method];
  if (status === 404 && body === '') return undefined;
  if (known && !answers && status === 405) {
    return body === '' && headers.allow === Object.keys(known.answers).join(', ') ? undefined : 'a 405 without Allow';
  }
  // Who is nobody learns nothing of what there is.
  const allowed = answers ? answers[status] : refusals()[status];
  if (!allowed) return `status ${status} is not published for ${asked.method} ${asked.path}`;
  const wrong = allowed.map((form) => wrongBody(form, body));
  return wrong.includes(undefined) ? undefined : `status ${status}: ${wrong.join('; ')}`;
}

function wrongBody(form: Body, body: string): string | undefined {
  if (form === 'nothing') return body === '' ? undefined : `expected no body, got ${body.slice(0, 200)}`;
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return `not JSON: ${body.slice(0, 200)}`;
  }
  if (form === 'text') return typeof json === 'string' ? undefined : 'expected a JSON text';
  if (form === 'messages') return Array.isArray(json) ? undefined : 'expected an array of messages';
  const parsed = standardResponseSchema.safeParse(json);
  if (!parsed.success) return `no StandardResponse: ${parsed.error.issues[0]?.message} in ${body.slice(0, 200)}`;
  const bad = parsed.data.messageArray.find(({ message, help, senderID }) => {
    return !message || message.length > 200 || (help?.length ?? 0) > 500 || senderID.length !== 10;
  });
  return bad && `an item beyond the published lengths: ${JSON.stringify(bad).slice(0, 300)}`;
}

/** Whether the items of a submission's answer bear codes: those of a 201 or a 400 do. */
export function uncoded(asked: Asked, reply: Reply): string | undefined {
  if (reply === 'closed' || reply.body === '' || ![201, 400].includes(reply.status)) return undefined;
  if (!/^\/dip-channel\/[^/]+$/i.test(asked.path)) return undefined;
  const parsed = standardResponseSchema.safeParse(JSON.parse(reply.body));
  const item = parsed.data?.messageArray.find(({ message }) => !coded.test(message ?? ''));
  return item && `an item without a code: ${item.message}`;
}
