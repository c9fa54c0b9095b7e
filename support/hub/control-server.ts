import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlErrors, errorsOf, QualifyError } from '../errors';
import type { Api, ApiAnswer } from './api';

const raise = errorsOf(controlErrors);
// More than the largest answer of a probe that is read.
const maxBytes = 8 * 1024 * 1024;

export interface ControlServerOptions {
  /** What the bearer of a token may use; undefined when nobody bears it. */
  bearer(token: string): Api | undefined;
  /** What may be had without a token. */
  open?: Api;
  port: number;
  host?: string;
}

export interface ControlServer {
  url: string;
  close(): Promise<void>;
}

/** Serves the control API. All but what is open needs a token, and the token decides whose world is spoken to. */
export async function startControlServer(options: ControlServerOptions): Promise<ControlServer> {
  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://hub');
    const method = request.method ?? '';
    const free = options.open?.find(method, url.pathname);
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const api = token === undefined ? undefined : options.bearer(token);
    if (!free && !api) return reply(response, { json: { message: 'the token is missing or wrong' }, status: 401 });
    const found = free ?? api?.find(method, url.pathname);
    if (!found) return reply(response, { json: { message: 'there is no such path' }, status: 404 });
    const body = method === 'POST' ? await bodyOf(request) : undefined;
    reply(response, await found.handle({ query: url.searchParams, params: found.params, body }));
  }

  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => reply(response, { json: failureOf(error), status: 400 }));
  });
  server.keepAliveTimeout = 60_000;
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const values = { port: options.port, host, detail: error.code ?? error.message };
      reject(raise('CONTROL_PORT_UNUSABLE', values, `${host}:${options.port}`, error));
    });
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function reply(response: http.ServerResponse, answer: ApiAnswer): void {
  if (response.headersSent) return void response.end();
  if ('stream' in answer) return answer.stream(response);
  const [type, text] =
    'text' in answer ? [answer.type, answer.text] : ['application/json', JSON.stringify(answer.json)];
  const status = 'status' in answer ? (answer.status ?? 200) : 200;
  const headers = 'headers' in answer ? answer.headers : {};
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(text);
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
