import http from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { controlErrors, errorsOf, QualifyError } from '../errors';
import {
  actRequest,
  callRequest,
  faultRequest,
  instructionRequest,
  leaseRequest,
  probeRequest,
  releaseRequest,
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
} from '../control';
import type { LedgerEntry } from '../ledger';

const raise = errorsOf(controlErrors);
// More than the largest answer of a probe that is read.
const maxBytes = 8 * 1024 * 1024;

/** What the control API can be asked: the hub behind it. */
export interface Controls {
  lease(request: LeaseRequest): Lease;
  act(request: ActRequest): void;
  probed(request: ProbeRequest): Recorded;
  instruct(request: InstructionRequest): void;
  fault(request: FaultRequest): void;
  release(request: ReleaseRequest): void;
  deliverTogether(request: CallRequest): void;
  records(dipId: string, mpan: string): unknown;
  subscribe(listener: (entry: LedgerEntry) => void, from: number): () => void;
  idle(): Promise<void>;
}

type Handler = (body: unknown) => Promise<object> | object;

function route<T>(schema: z.ZodType<T>, handle: (value: T) => Promise<object | void> | object | void): Handler {
  return async (body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      throw raise('REQUEST_WRONG', { problem: `${issue.path.join('.')}: ${issue.message}` });
    }
    return (await handle(parsed.data)) ?? {};
  };
}

/** Serves the control API on loopback. Every request must bear the token. */
export async function startControlServer(
  controls: Controls,
  options: { token: string; port: number },
): Promise<{ url: string; close(): Promise<void> }> {
  const streams = new Set<{ response: http.ServerResponse; stop(): void }>();
  const expected = Buffer.from(`Bearer ${options.token}`);
  let aborted: StreamEvent | undefined;

  const send = (response: http.ServerResponse, event: StreamEvent) =>
    response.write(`data: ${JSON.stringify(event)}\n\n`);

  const routes: Record<string, Handler> = {
    'POST /leases': route(leaseRequest, (request) => {
      // Who has not begun is not to begin.
      if (aborted?.type === 'abort') throw raise('RUN_INTERRUPTED', { reason: aborted.reason });
      return controls.lease(request);
    }),
    'POST /acts': route(actRequest, (request) => controls.act(request)),
    'POST /probes': route(probeRequest, (request) => controls.probed(request)),
    'POST /instructions': route(instructionRequest, (request) => controls.instruct(request)),
    'POST /faults': route(faultRequest, (request) => controls.fault(request)),
    'POST /releases': route(releaseRequest, (request) => controls.release(request)),
    'POST /calls': route(callRequest, (request) => controls.deliverTogether(request)),
    'POST /idle': route(z.object({}), () => controls.idle()),
    'POST /abort': route(z.object({ reason: z.string() }), ({ reason }) => {
      aborted = { type: 'abort', reason };
      for (const stream of streams) send(stream.response, aborted);
    }),
  };

  function openStream(url: URL, response: http.ServerResponse): void {
    const mpan = url.searchParams.get('mpan');
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    const stop = controls.subscribe(
      (entry) => entry.mpan === mpan && send(response, { type: 'entry', entry }),
      Number(url.searchParams.get('from') ?? 1),
    );
    const stream = { response, stop };
    streams.add(stream);
    if (aborted) send(response, aborted);
    response.on('close', () => {
      stop();
      streams.delete(stream);
    });
  }

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const given = Buffer.from(request.headers.authorization ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return reply(response, 401, { message: 'the token is missing or wrong' });
    }
    const url = new URL(request.url ?? '/', 'http://hub');
    if (request.method === 'GET' && url.pathname === '/stream') return openStream(url, response);
    const records = /^\/records\/(\d{10})\/(\d{13})$/.exec(url.pathname);
    if (request.method === 'GET' && records) return reply(response, 200, controls.records(records[1]!, records[2]!));
    const handler = routes[`${request.method} ${url.pathname}`];
    if (!handler) return reply(response, 404, { message: 'there is no such path' });
    reply(response, 200, await handler(await bodyOf(request)));
  }

  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => reply(response, 400, failureOf(error)));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      for (const { response, stop } of streams) {
        stop();
        response.end();
      }
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function reply(response: http.ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function failureOf(error: unknown): object {
  if (error instanceof QualifyError) {
    const { code, kind, message, fix, place } = error;
    return { code, kind, message, fix, place };
  }
  const problem = error instanceof Error ? error.message : String(error);
  const unexpected = raise('REQUEST_WRONG', { problem });
  return { code: unexpected.code, kind: unexpected.kind, message: unexpected.message, fix: unexpected.fix };
}

async function bodyOf(request: http.IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw raise('REQUEST_WRONG', { problem: 'the body is too large' });
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw raise('REQUEST_WRONG', { problem: 'the body is not JSON' });
  }
}
