import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createAgent, createDipClient, createSigner, openCertificateStore, postSigned } from '../wire';
import { call, request, response, start, stopAll } from './server.fixture';
import { accessOf, identitiesOf, ids, keyOf, message, scratchDir } from './dip.fixture';

after(stopAll);

test('401 without a known API key and with a signature that does not fit; both are recorded', async () => {
  const t = await start();
  const one = [{ payload: request() }];
  const noKey = await call(t.dip.url, '/dip-channel/IF-031', { key: 'not-a-key-of-anyone', body: one });
  assert.equal(noKey.status, 401);
  const told = response(noKey.body).messageArray[0]!;
  assert.equal(told.message, 'Unauthorised');

  const { sup } = await identitiesOf();
  const signer = createSigner(sup.signing);
  const agent = createAgent(sup);
  const bad = await postSigned({
    agent,
    signer: { ...signer, sign: (text) => signer.sign(`${text} `) },
    url: `${t.dip.url}/dip-channel/IF-031`,
    body: Buffer.from(JSON.stringify(one)),
    apiKey: keyOf(ids.sup),
    timeoutMs: 2000,
  });
  agent.destroy();
  assert.equal(bad.status, 401);
  // It is told the same, so that nobody learns which keys there are.
  assert.deepEqual(
    [response(bad.body).messageArray[0]!.message, response(bad.body).messageArray[0]!.help],
    [told.message, told.help],
  );
  const refused = t.entries('refused');
  assert.deepEqual(
    refused.map((e) => [e.name, e.httpStatus, e.from, e.interface]),
    [
      ['api-key-unknown', 401, ids.sup, 'IF-031'],
      ['signature-mismatch', 401, ids.sup, 'IF-031'],
    ],
  );
  assert.equal(t.factsOf(refused[1]).signature!.fault, 'signature-mismatch');
});

test('403 for a TLS certificate of another DIP ID', async () => {
  const t = await start();
  const answer = await call(t.dip.url, '/dip-channel/IF-031', { who: 'regs', body: [{ payload: request() }] });
  assert.equal(answer.status, 403);
  assert.equal(t.entries('refused')[0]!.name, 'transport-certificate-not-bound');
});

test('certificates of a foreign authority count where they are known by fingerprint, and only those', async () => {
  const { foreign, sup, dip } = await identitiesOf();
  const t = await start({ byFingerprint: true, access: [accessOf(ids.sup, foreign)], trust: [dip.ca] });
  const status = async (identity: typeof sup) => {
    const client = createDipClient({ identity, dipId: ids.sup, apiKey: keyOf(ids.sup), baseUrl: t.dip.url });
    const answer = await client.submit('IF-031', [request()]).finally(() => client.close());
    return answer.status;
  };
  assert.equal(await status({ ...foreign, ca: dip.ca }), 201);
  assert.equal(await status(sup), 403);
  assert.equal(await status({ ...foreign, ca: dip.ca, signing: sup.signing }), 400);
});

test('a certificate of a foreign authority gets no connection, and an entry', async () => {
  const t = await start();
  const { foreign, dip } = await identitiesOf();
  const identity = { ...foreign, ca: dip.ca };
  const client = createDipClient({ identity, dipId: ids.sup, apiKey: keyOf(ids.sup), baseUrl: t.dip.url });
  await assert.rejects(client.submit('IF-031', [request()]));
  client.close();
  const [entry] = t.entries('tls');
  assert.deepEqual(
    [entry!.name, entry!.from, entry!.certificate],
    ['certificate-untrusted', 'unknown', foreign.transport.fingerprint],
  );
});

test('an expired certificate gets no connection, and an entry that says whose it is', async () => {
  const hundredDays = 100 * 24 * 60 * 60 * 1000;
  const store = await openCertificateStore(scratchDir(), () => new Date(Date.now() - hundredDays));
  const expired = await store.identity('expired');
  const { dip: identity } = await identitiesOf();
  const t = await start({ trust: [identity.ca, store.ca], access: [accessOf(ids.sup, expired)] });
  const client = createDipClient({
    identity: { ...expired, ca: identity.ca },
    ...{ dipId: ids.sup, apiKey: keyOf(ids.sup), baseUrl: t.dip.url },
  });
  await assert.rejects(client.submit('IF-031', [request()]));
  client.close();
  const [entry] = t.entries('tls');
  assert.deepEqual([entry!.name, entry!.from], ['certificate-expired', ids.sup]);
  assert.match(JSON.stringify(entry!.body), /CN=expired/);
});

test('404 for what is not there, 405 for another method', async () => {
  const t = await start();
  const status = async (path: string, method = 'POST') => (await call(t.dip.url, path, { method, body: {} })).status;
  assert.equal(await status('/'), 404);
  assert.equal(await status('/dip-channel/XX-031'), 404);
  assert.equal(await status('/dip-channel/IF-031/bulk/1'), 404);
  assert.equal(await status('/dip-channel/IF-031', 'DELETE'), 405);
  assert.equal(await status('/statusmessage', 'DELETE'), 405);
});

test('webhooks are configured and removed by their owner only, https only', async () => {
  const t = await start();
  const path = `/dip-channel/IF-032/pubconfig/${ids.sup}`;
  const set = (body: unknown, at = path) => call(t.dip.url, at, { body });
  assert.equal((await set({ callbackURL: 'http://127.0.0.1/in' })).status, 400);
  assert.equal((await set({})).status, 400);
  assert.equal(
    (await set({ callbackURL: 'https://127.0.0.1/in' }, `/dip-channel/IF-032/pubconfig/${ids.regs}`)).status,
    403,
  );
  assert.equal((await set({ callbackURL: 'https://127.0.0.1/in', maxMessageCount: 5 })).status, 201);
  assert.equal((await t.client.configureStatusWebhook('https://127.0.0.1/status')).status, 201);
  // With no body at all, as the published DELETE has none.
  assert.equal((await call(t.dip.url, path, { method: 'DELETE' })).status, 204);
  assert.equal((await t.client.removeWebhook('IF-032')).status, 204);
  assert.throws(() => t.dip.configureWebhook(ids.sup, 'IF-032', 'ftp://x'), { code: 'DIP_WEBHOOK_NOT_HTTPS' });
  void t.dip.submit(ids.regs, 'IF-032', [message('IF-032', 'MSAppInitialResp', ids.regs, [ids.sup])]);
  await t.dip.idle();
  assert.equal(t.entries('refused', ids.sup)[0]!.name, 'no-webhook');
});

test('a connection provider submits for its user with its own key and certificates', async () => {
  const { sup, regs } = await identitiesOf();
  const access = [accessOf(ids.sup, regs, ids.provider), accessOf(ids.provider, sup)];
  const t = await start({ access });
  t.dip.attach(ids.regs, () => undefined);
  const payload = request();
  payload.CommonBlock.S1.DIPConnectionProviderID = ids.provider;
  const answer = await call(t.dip.url, '/dip-channel/IF-031', { key: keyOf(ids.provider), body: [{ payload }] });
  assert.equal(answer.status, 201);
  const [accepted] = t.entries('accepted');
  assert.equal(accepted!.from, ids.sup);
  assert.deepEqual(t.factsOf(accepted).signature, { ok: true, boundTo: [ids.sup, ids.provider] });
});
