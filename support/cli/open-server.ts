import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Viewer } from '../evidence';

export interface OpenServer {
  /** `http://127.0.0.1:49152/` */
  url: string;
  close(): Promise<void>;
}

/** Nothing is fetched, framed or run; a form leads to this server only. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

interface Answer {
  status: number;
  type?: string;
  text?: string;
  further?: Record<string, string>;
}

/** Serves pages from memory on 127.0.0.1. Rejects with the error of the system when the port cannot be had. */
export async function serveViewer(viewer: Pick<Viewer, 'pages' | 'search'>, port: number): Promise<OpenServer> {
  const server = createServer((request, response) => {
    const { port: own } = server.address() as AddressInfo;
    send(request, response, answerTo(request, own, viewer));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function answerTo(
  { method, url = '/', headers: asked }: IncomingMessage,
  port: number,
  viewer: Pick<Viewer, 'pages' | 'search'>,
): Answer {
  // A page of others could have its own name lead here, and read what this server answers.
  if (asked.host !== `127.0.0.1:${port}` && asked.host !== `localhost:${port}`)
    return { status: 421, text: 'This server answers to 127.0.0.1 and localhost only.\n' };
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, text: 'Read only.\n', further: { Allow: 'GET, HEAD' } };
  const [path = '/', query = ''] = url.split('?', 2);
  if (path === '/') return redirect('/pages/index.html');
  // Browsers ask for it, and tell a page's reader of an error where it is not there.
  if (path === '/favicon.ico') return { status: 200, type: 'image/x-icon' };
  if (path === '/search') {
    const found = viewer.search(new URLSearchParams(query).get('q') ?? '');
    return 'href' in found ? redirect(`/${found.href}`) : { status: 200, type: 'text/html', text: found.text };
  }
  const text = viewer.pages.get(path.slice(1));
  if (text === undefined) return { status: 404, text: 'There is no such page. Begin at /\n' };
  return { status: 200, type: 'text/html', text };
}

const redirect = (to: string): Answer => ({ status: 303, further: { Location: to } });

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, type = 'text/plain', text = '', further = {} }: Answer,
): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, {
    ...headers,
    ...further,
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': bytes.length,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}
