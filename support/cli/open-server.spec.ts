import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { serveViewer, type OpenServer } from './open-server';

const viewer = {
  pages: new Map([['pages/index.html', '<!doctype html><title>ü</title>']]),
  search: (query: string) => (query === 'T-1' ? { href: 'pages/mpan/1.html#l-2' } : { text: `none of ${query}` }),
};
let server: OpenServer;

before(async () => {
  server = await serveViewer(viewer, 0);
});
after(() => server.close());

interface Told {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

/** Asks as it is told, also for paths that a client would tidy up. */
function ask(path: string, { method = 'GET', host }: { method?: string; host?: string } = {}): Promise<Told> {
  const { port, host: own } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { Host: host ?? own } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    asked.on('error', reject).end();
  });
}

test('a page is served from memory, without script, and is not to be kept', async () => {
  const { status, headers, text } = await ask('/pages/index.html');
  assert.deepEqual([status, text], [200, viewer.pages.get('pages/index.html')]);
  assert.match(String(headers['content-security-policy']), /^default-src 'none'; style-src 'unsafe-inline'/);
  assert.doesNotMatch(String(headers['content-security-policy']), /script-src/);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['content-length'], String(Buffer.byteLength(text)));
});

test('the address itself leads to the first page', async () => {
  const { status, headers } = await ask('/');
  assert.deepEqual([status, headers.location], [303, '/pages/index.html']);
});

test('only a Host header of this machine with the port of the server is answered', async () => {
  const { port } = new URL(server.url);
  assert.equal((await ask('/pages/index.html', { host: `localhost:${port}` })).status, 200);
  const others = ['evil.example', `evil.example:${port}`, '127.0.0.1', 'localhost:1', `127.0.0.1.evil.example:${port}`];
  for (const host of others) {
    const { status, text } = await ask('/pages/index.html', { host });
    assert.ok(status === 421 || status === 400, `${host}: ${status}`);
    assert.doesNotMatch(text, /doctype/);
  }
});

test('it is read only: HEAD has no body, and no other method is taken', async () => {
  const head = await ask('/pages/index.html', { method: 'HEAD' });
  assert.deepEqual([head.status, head.text], [200, '']);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const { status, headers } = await ask('/pages/index.html', { method });
    assert.deepEqual([status, headers.allow], [405, 'GET, HEAD'], method);
  }
});

test('no path leads to a file, or to what is no page', async () => {
  const paths = [
    '/package.json',
    '/pages/',
    '/pages/../package.json',
    '/pages/..%2f..%2fpackage.json',
    '//etc/passwd',
    '/%00',
    '/__proto__',
    '/pages/index.html/',
    `${server.url}pages/index.html`,
  ];
  for (const path of paths) {
    const { status, text } = await ask(path);
    assert.deepEqual([status, text], [404, 'There is no such page. Begin at /\n'], path);
  }
});

test('an exact hit of a search leads to its place, anything else to a page', async () => {
  const { status, headers } = await ask('/search?q=T-1');
  assert.deepEqual([status, headers.location], [303, '/pages/mpan/1.html#l-2']);
  assert.deepEqual((await ask('/search?q=a%20b')).text, 'none of a b');
  assert.deepEqual((await ask('/search')).text, 'none of ');
  assert.equal((await ask('/search?q=%E0%A4%A')).status, 200);
});
