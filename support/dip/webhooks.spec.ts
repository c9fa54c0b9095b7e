import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { callbackUrl, createWebhooks, statusChannel, webhookConfig } from './webhooks';
import { createMtlsServer } from '../wire';
import { identitiesOf, ids } from './dip.fixture';
import { start, stopAll } from './webhook.fixture';

after(stopAll);

const url = 'https://hooks.example.org/in';
const read = (body: unknown) => webhookConfig(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));

test('a configuration is read with its limits, whatever the case of its keys', () => {
  assert.deepEqual(read({ callbackURL: url }), { ok: true, webhook: { url } });
  assert.deepEqual(read({ callbackUrl: url, MaxMessageCount: 5, maxPayloadSize: 99.5, more: 1 }), {
    ok: true,
    webhook: { url, maxMessageCount: 5, maxPayloadSize: 99 },
  });
  assert.deepEqual(read({ callbackURL: url, maxMessageCount: null }), { ok: true, webhook: { url } });
  assert.equal(callbackUrl(Buffer.from(JSON.stringify({ callbackURL: url }))), url);
});

test('a configuration that is not one says what is wrong, without quoting a password', () => {
  const cases: [unknown, RegExp][] = [
    ['{', /^the body is not JSON$/],
    [[], /^expected an object$/],
    [null, /^expected an object$/],
    [{}, /^callbackURL: expected an https URL$/],
    [{ callbackURL: 7 }, /^callbackURL: expected an https URL$/],
    [{ callbackURL: 'http://hooks.example.org/in' }, /^callbackURL: expected an https URL$/],
    [{ callbackURL: 'hooks.example.org' }, /^callbackURL: expected an https URL$/],
    [
      { callbackURL: 'https://me:hunter2@hooks.example.org/' },
      /^callbackURL: expected a URL without a user name or password$/,
    ],
    [{ callbackURL: `${url}?${'x'.repeat(2048)}` }, /^callbackURL: expected at most 2048 characters$/],
    [{ callbackURL: url, maxMessageCount: 0 }, /^maxMessageCount: expected a number over 0$/],
    [{ callbackURL: url, maxPayloadSize: '100' }, /^maxPayloadSize: expected a number over 0$/],
  ];
  for (const [body, problem] of cases) {
    const result = read(body);
    assert.match(result.ok ? 'ok' : result.problem, problem, JSON.stringify(body));
  }
  assert.equal(callbackUrl(Buffer.from('{}')), undefined);
});

test('webhooks are kept by DIP ID and channel, and their removal says whether there was one', () => {
  const webhooks = createWebhooks();
  webhooks.set(ids.sup, 'pub-031', { url, maxMessageCount: 5, maxPayloadSize: 100 });
  webhooks.set(ids.sup, statusChannel, url);
  assert.deepEqual(webhooks.get(ids.sup, 'IF-031'), { url, maxMessageCount: 5, maxPayloadSize: 100 });
  assert.deepEqual(webhooks.get(ids.sup, statusChannel), { url });
  assert.equal(webhooks.get(ids.regs, 'IF-031'), undefined);
  assert.deepEqual(webhooks.list(), [
    { dipId: ids.sup, channel: 'IF-031', url, maxMessageCount: 5, maxPayloadSize: 100 },
    { dipId: ids.sup, channel: 'status', url },
  ]);
  assert.deepEqual([webhooks.remove(ids.sup, 'if-031'), webhooks.remove(ids.sup, 'IF-031')], [true, false]);
  assert.equal(webhooks.get(ids.sup, 'IF-031'), undefined);
});

test('hosts that are not allowed get no webhook, nor does a URL with a password', () => {
  const webhooks = createWebhooks({ hosts: ['*.example.org'] });
  const set = (given: string) => () => webhooks.set(ids.sup, 'IF-031', given);
  assert.throws(set('https://127.0.0.1/in'), { code: 'DIP_WEBHOOK_HOST' });
  assert.throws(set('ftp://hooks.example.org'), { code: 'DIP_WEBHOOK_NOT_HTTPS' });
  assert.throws(set('https://me:hunter2@hooks.example.org/'), (error: Error) => !error.message.includes('hunter2'));
  assert.deepEqual(webhooks.list(), []);
  assert.deepEqual(
    [webhooks.allows(url), webhooks.allows('https://127.0.0.1/in'), webhooks.allows('x')],
    [true, false, false],
  );
  set(url)();
  assert.equal(webhooks.get(ids.sup, 'IF-031')?.url, url);
});

test('what was remembered is there again, as far as its host is still allowed', () => {
  const kept = new Map<string, unknown>([['something-else', { url }]]);
  const remember = (key: string, value: unknown) =>
    void (value === undefined ? kept.delete(key) : kept.set(key, value));
  const first = createWebhooks({ remember, initial: kept });
  first.set(ids.sup, 'IF-031', { url, maxMessageCount: 5 });
  first.set(ids.sup, 'IF-032', 'https://127.0.0.1/in');
  first.set(ids.sup, statusChannel, url);
  first.remove(ids.sup, statusChannel);
  const stored = new Map(JSON.parse(JSON.stringify([...kept])) as [string, unknown][]);
  stored.set(`webhook ${ids.sup} IF-033`, { url: 7 });
  assert.deepEqual(createWebhooks({ initial: stored }).list(), first.list());
  assert.equal(first.list().length, 2);
  const narrower = createWebhooks({ initial: stored, hosts: ['hooks.example.org'] });
  assert.deepEqual(narrower.list(), [{ dipId: ids.sup, channel: 'IF-031', url, maxMessageCount: 5 }]);
});

test('a redirect is an answer: it is neither followed nor repeated', async (context) => {
  const { sup, dip } = await identitiesOf();
  const paths: string[] = [];
  const server = await createMtlsServer({
    ...{ identity: sup, trust: [dip.ca], maxBodyBytes: 100_000, onRefused: () => undefined },
    onRequest: async ({ path }) => {
      paths.push(path);
      return { status: 307, headers: { location: '/elsewhere' } };
    },
  });
  const base = await server.listen();
  context.after(() => server.close());
  const t = await start();
  t.dip.configureWebhook(ids.sup, 'IF-032', `${base}/in`);
  await t.send(t.answer());
  await t.dip.idle();
  assert.deepEqual(paths, ['/in']);
  assert.deepEqual(
    t.entries('answered').map((e) => e.httpStatus),
    [307],
  );
});
