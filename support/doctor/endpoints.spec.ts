import assert from 'node:assert/strict';
import { once } from 'node:events';
import https from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { after, test } from 'node:test';
import { createMtlsServer, createWebhookReceiver, openCertificateStore, type OutgoingAnswer } from '../wire';
import { assertOnly, codes, environment, own, type Own } from './doctor.fixture';
import { endpointFindings, type EndpointInput } from './endpoints';
import type { Finding } from './finding';
import { authority, issued } from './issue.fixture';

const closing: (() => unknown)[] = [];
after(() => Promise.all(closing.map((close) => close())));

const place = own();

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that demands a client certificate of the harness's authority, and answers like this. */
async function closed(answer: OutgoingAnswer): Promise<string> {
  const store = await openCertificateStore((await place).stateDir);
  const server = await createMtlsServer({
    identity: await store.identity('own-server'),
    trust: [store.ca],
    maxBodyBytes: 1_000,
    onRequest: async () => answer,
    onRefused: () => undefined,
  });
  closing.push(() => server.close());
  return server.listen();
}

/** A server that lets everybody in, and answers like this. */
async function open(status: number, text = ''): Promise<string> {
  const store = await openCertificateStore((await place).stateDir);
  const { transport } = await store.identity('own-server');
  const options = { key: transport.key, cert: transport.certificate };
  return listen(https.createServer(options, (_, response) => response.writeHead(status).end(text)));
}

async function examined(change: (text: string) => string, o: Partial<EndpointInput> = {}): Promise<Finding[]> {
  const { stateDir, profile: load }: Own = await place;
  const profile = await load(change);
  const store = await openCertificateStore(stateDir);
  return endpointFindings({
    ...{ profile, environment: await environment(), identities: profile.identities, stateDir },
    ...{ dip: await store.identity('simulated-dip'), trust: [store.ca], thorough: true },
    ...o,
  });
}

const webhook = (url: string) => (text: string) =>
  text
    .replace('      default: https://127.0.0.1:9443/dip\n', `      default: ${url}/dip\n`)
    .replace(/ {6}status: .*\n/, '');
const triggers =
  (url: string, more = '') =>
  (text: string) =>
    withoutWebhooks(text).replace('triggers:', `triggers:\n  connection: { baseUrl: ${url}${more} }`);
const withoutWebhooks = (text: string) =>
  text.replace(/registeredBy: harness.*/, 'registeredBy: itself').replace(/ {6}(default|status): .*\n/g, '');
const quiet = { thorough: false };

test('a webhook that lets in the DIP and nobody else is well, whatever it says to a GET', async () => {
  assert.deepEqual(await examined(webhook(await closed({ status: 404 }))), []);
  const store = await openCertificateStore((await place).stateDir);
  const receiver = await createWebhookReceiver({
    ...{ identity: await store.identity('own-server'), trust: [store.ca] },
    onPublications: async () => assert.fail('it was given a publication'),
    onStatus: async () => assert.fail('it was given a status message'),
  });
  closing.push(() => receiver.close());
  assert.deepEqual(await examined(webhook(await receiver.listen())), []);
});

test('a webhook that nobody serves is refused; a second address with the same fault is told apart', async () => {
  assertOnly(await examined(webhook('https://127.0.0.1:1')), 'WIRE_CONNECTION_REFUSED', /127\.0\.0\.1:1\/dip/);
  const found = await examined((text) => text.replaceAll(':9443', ':1'));
  assert.deepEqual(codes(found), ['WIRE_CONNECTION_REFUSED', 'WIRE_CONNECTION_REFUSED']);
  assert.notEqual(found[0]!.place, found[1]!.place);
});

test('a publication with an address of its own is asked there', async () => {
  const url = await closed({ status: 200 });
  const found = await examined((text) =>
    webhook(url)(text).replace(/( {6})default/, '$1publications: { PUB-002: https://127.0.0.1:1/two }\n$1default'),
  );
  assertOnly(found, 'WIRE_CONNECTION_REFUSED', /127\.0\.0\.1:1\/two/);
});

test('a webhook whose server certificate the DIP does not trust is refused, until its authority is trusted', async () => {
  const root = await authority('own root');
  const { key, certificate } = await issued(root);
  const store = await openCertificateStore((await place).stateDir);
  const server = https.createServer({ key, cert: certificate, ca: store.ca, requestCert: true }, (_, r) => r.end());
  const url = await listen(server);
  assertOnly(await examined(webhook(url)), 'WIRE_TLS_UNTRUSTED');
  assert.deepEqual(await examined(webhook(url), { trust: [store.ca, root.pem] }), []);
});

test('a webhook that does not trust the certificate of the DIP is refused', async () => {
  const store = await openCertificateStore((await place).stateDir);
  const { transport } = await store.identity('own-server');
  const { pem } = await authority('other root');
  const options = { key: transport.key, cert: transport.certificate, ca: pem, requestCert: true };
  const found = await examined(webhook(await listen(https.createServer(options, (_, r) => r.end()))));
  // Node ends the connection without an alert; a server that sends one makes it WIRE_TLS_REFUSED.
  assertOnly(found, 'WIRE_CONNECTION_LOST');
  assert.match(found[0]!.fix, /trusts our client certificate/);
});

test('a port that does not speak TLS, and one that says nothing, are refused', async () => {
  const plain = await listen(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  assertOnly(await examined(webhook(plain)), 'WIRE_TLS_FAILED');
  const mute = await listen(createServer((socket) => closing.push(() => socket.destroy())));
  const pit = await environment();
  const hasty = { ...pit, limits: { ...pit.limits, delivery: { value: '100ms', assumption: 'delivery-timeout' } } };
  assertOnly(await examined(webhook(mute), { environment: hasty }), 'WIRE_TIMEOUT', /100 ms/);
});

test('a webhook that lets in whoever comes is shown, and is no obstacle to a run', async () => {
  const url = await open(200);
  const found = await examined(webhook(url));
  assertOnly(found, 'DOCTOR_WEBHOOK_OPEN', /answered 200 to a client that showed no certificate/);
  assert.equal(found[0]!.level, 'warning');
  assert.deepEqual(await examined(webhook(url), quiet), []);
  assertOnly(await examined(webhook(await open(400, 'bad request'))), 'DOCTOR_WEBHOOK_OPEN');
});

test('a gateway that refuses by an answer is well', async () => {
  for (const [status, text] of [
    [403, ''],
    [401, ''],
    [400, 'No required SSL certificate was sent'],
  ] as const) {
    assert.deepEqual(await examined(webhook(await open(status, text))), []);
  }
});

test('a gateway whose service is down is shown', async () => {
  const url = await closed({ status: 503, body: Buffer.from('upstream\n is gone') });
  assertOnly(await examined(webhook(url)), 'DOCTOR_ENDPOINT_UNWELL', /503: upstream is gone/);
});

test('a clock that is off is refused beyond the limit of signatures, and shown before', async () => {
  const at = (ms: number) => closed({ status: 200, headers: { date: new Date(Date.now() + ms).toUTCString() } });
  const ahead = await examined(webhook(await at(400_000)));
  assertOnly(
    ahead,
    'DOCTOR_CLOCK_OFF',
    /(399|400) s ahead of this one; signatures may be 5m apart \(assumption signature-skew\)/,
  );
  assert.equal(ahead[0]!.level, 'error');
  assertOnly(await examined(webhook(await at(-100_000))), 'DOCTOR_CLOCK_DRIFTS', /(98|99|100) s behind this one/);
  assert.deepEqual(await examined(webhook(await at(-3_000))), []);
});

test('triggers that answer anything are well; the token is shown, and no act is run', async () => {
  const asked: (string | undefined)[] = [];
  const store = await openCertificateStore((await place).stateDir);
  const server = await createMtlsServer({
    ...{ identity: await store.identity('own-server'), trust: [store.ca], maxBodyBytes: 1_000 },
    async onRequest({ method, path, headers }) {
      asked.push(`${method} ${path} ${String(headers.authorization)}`);
      return { status: 404 };
    },
    onRefused: () => assert.fail('the client certificate was not shown'),
  });
  closing.push(() => server.close());
  const url = await server.listen();
  assert.deepEqual(await examined(triggers(`${url}/driver`, ', token: issued, ca: issued'), quiet), []);
  assert.equal(asked.length, 1);
  assert.match(asked[0]!, /^GET \/driver Bearer \S{20,}$/);
});

test('triggers that are not there, are not trusted, or do not take the token are found', async () => {
  assertOnly(await examined(triggers('https://127.0.0.1:1'), quiet), 'WIRE_CONNECTION_REFUSED');
  assertOnly(await examined(triggers(await open(200)), quiet), 'WIRE_TLS_UNTRUSTED');
  const denied = await examined(triggers(await open(401), ', token: issued, ca: issued'), quiet);
  assertOnly(denied, 'DOCTOR_ACCESS_DENIED', /401/);
  assert.match(denied[0]!.fix, /triggers\.connection\.token/);
  assert.deepEqual(await examined(triggers(await open(401), ', ca: issued'), quiet), []);
});

test('a token that is not set, and an authority that is not there, are found at their lines', async () => {
  const unset = triggers('https://127.0.0.1:1', ', token: { env: NOT_SET_ANYWHERE }');
  assertOnly(await examined(unset, quiet), 'PROFILE_SECRET_MISSING', /NOT_SET_ANYWHERE/);
  assertOnly(
    await examined(triggers('https://127.0.0.1:1', ', ca: gone.pem'), quiet),
    'PROFILE_FILE_MISSING',
    /gone\.pem/,
  );
});

test('probes with a connection of their own are asked there', async () => {
  const probes = `probes:\n  connection: { baseUrl: 'https://127.0.0.1:1' }`;
  const found = await examined((text) => withoutWebhooks(text).replace('probes: {}', probes), quiet);
  assertOnly(found, 'WIRE_CONNECTION_REFUSED');
});

test('what cannot be asked yet is said, and only there', async () => {
  const unknown = await examined(withoutWebhooks);
  assertOnly(unknown, 'DOCTOR_NOT_ASKED', /The webhooks of 1100000001.*your system tells the DIP/);
  assert.deepEqual(await examined(withoutWebhooks, quiet), []);
});
