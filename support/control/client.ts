import http from 'node:http';
import { createParser } from 'eventsource-parser';
import { z } from 'zod';
import { controlErrors, errorsOf, QualifyError, type Blame } from '../errors';
import {
  failure,
  lease,
  recorded,
  streamEvent,
  type ActRequest,
  type CallRequest,
  type FaultRequest,
  type InstructionRequest,
  type Lease,
  type LeaseRequest,
  type ProbeRequest,
  type Recorded,
  type ReleaseRequest,
  type StreamEvent,
} from './schemas';

const raise = errorsOf(controlErrors);
const done = z.object({});

/** What a stream tells: an event of the hub, or that there is no hub any more. */
export type StreamNews = StreamEvent | { type: 'lost'; reason: string };

export interface ControlClient {
  lease(request: LeaseRequest): Promise<Lease>;
  act(request: ActRequest): Promise<void>;
  /** Records what a probe of the participant answered. */
  probed(request: ProbeRequest): Promise<Recorded>;
  instruct(request: InstructionRequest): Promise<void>;
  fault(request: FaultRequest): Promise<void>;
  release(request: ReleaseRequest): Promise<void>;
  deliverTogether(request: CallRequest): Promise<void>;
  /** Records of a simulated party. */
  records(dipId: string, mpan: string): Promise<unknown>;
  /**
   * Calls back for every ledger entry of an MPAN from `seq` on, when the run is to end, and when the hub is lost.
   * Returns the way to stop.
   */
  stream(mpan: string, seq: number, listener: (event: StreamNews) => void): () => void;
  /** Ends every wait of every worker. */
  abort(reason: string): Promise<void>;
  /** Resolves when the simulated DIP has nothing more to deliver. */
  idle(): Promise<void>;
  close(): void;
}

/** Speaks with the hub's control API on loopback. */
export function createControlClient(options: { url: string; token: string }): ControlClient {
  const agent = new http.Agent({ keepAlive: true });
  const headers = { authorization: `Bearer ${options.token}`, 'content-type': 'application/json' };

  function open(method: string, path: string, body?: unknown): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const request = http.request(new URL(path, options.url), { method, headers, agent }, resolve);
      request.on('error', (error) => reject(raise('HUB_UNREACHABLE', { url: options.url, problem: error.message })));
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  async function call<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
    const response = await open(method, path, body);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    if (response.statusCode === 401) throw raise('HUB_TOKEN_WRONG', {}, options.url);
    const answer = parseJson(Buffer.concat(chunks).toString('utf8'));
    if (response.statusCode !== 200) throw refused(answer, path);
    const parsed = schema.safeParse(answer);
    if (!parsed.success) throw raise('HUB_ANSWER_WRONG', { path });
    return parsed.data;
  }

  return {
    lease: (request) => call('POST', '/leases', lease, request),
    act: async (request) => void (await call('POST', '/acts', done, request)),
    probed: (request) => call('POST', '/probes', recorded, request),
    instruct: async (request) => void (await call('POST', '/instructions', done, request)),
    fault: async (request) => void (await call('POST', '/faults', done, request)),
    release: async (request) => void (await call('POST', '/releases', done, request)),
    deliverTogether: async (request) => void (await call('POST', '/calls', done, request)),
    records: (dipId, mpan) => call('GET', `/records/${dipId}/${mpan}`, z.unknown()),
    stream(mpan, seq, listener) {
      const parser = createParser({
        onEvent: (event) => {
          const parsed = streamEvent.safeParse(parseJson(event.data));
          if (parsed.success) listener(parsed.data);
        },
      });
      let request: http.ClientRequest | undefined = http.request(
        new URL(`/stream?mpan=${mpan}&from=${seq}`, options.url),
        { headers },
        (response) => {
          response.setEncoding('utf8');
          response.on('data', (text: string) => parser.feed(text));
          // A hub that is killed breaks the stream off without an end.
          response.on('error', () => undefined);
          response.on('close', () => request && listener({ type: 'lost', reason: 'the hub has ended' }));
        },
      );
      request.on(
        'error',
        (error) => request && listener({ type: 'lost', reason: `the hub is gone (${error.message})` }),
      );
      request.end();
      return () => {
        const ending = request;
        request = undefined;
        ending?.destroy();
      };
    },
    abort: async (reason) => void (await call('POST', '/abort', done, { reason })),
    idle: async () => void (await call('POST', '/idle', done, {})),
    close: () => agent.destroy(),
  };
}

function refused(answer: unknown, path: string): QualifyError {
  const parsed = failure.safeParse(answer);
  if (!parsed.success) return raise('HUB_ANSWER_WRONG', { path });
  const { code, kind, message, fix, place } = parsed.data;
  return new QualifyError(code, kind as Blame, message, fix, place);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
