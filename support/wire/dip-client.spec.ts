import assert from 'node:assert/strict';
import { test, TestContext } from 'node:test';
import { createDipClient } from './dip-client';
import { coded, identities, startServer } from './wire.fixture';
import { statusItem } from './standard-response';
import { createVerifier } from './verifier';

async function client(t: TestContext, baseUrl: string, timeoutMs?: number) {
  const { supplier } = await identities();
  const made = createDipClient({ identity: supplier, dipId: '9000000001', apiKey: 'a-key', baseUrl, timeoutMs });
  t.after(() => made.close());
  return made;
}

test('every call is the published one, signed over the bytes that arrive', async (t) => {
  const server = await startServer();
  t.after(server.close);
  const dip = await client(t, `${server.url}/Api/`);
  const item = statusItem({ sentTimestamp: '2027-06-22T09:30:00+00:00', senderID: '9000000001', message: 'RCP0000' });
  const answer = await dip.submit('IF-031', [{ name: 'Dŵr — £' }, { n: 2 }]);
  assert.deepEqual([answer.status, answer.headers['content-type']], [201, 'application/json']);
  assert.ok(Buffer.isBuffer(answer.body) && answer.ms > 0);
  await dip.submitBytes('IF-031', Buffer.from('{ "not": normalised,\r\n'));
  await dip.configureWebhook('IF-031', 'https://supplier.example/hook');
  await dip.removeWebhook('IF-031');
  await dip.configureStatusWebhook('https://supplier.example/hook/status');
  await dip.sendStatus([item]);
  const past = { datetimeFrom: null, datetimeTo: null, eventCode: null, MPAN: '2000000000016', version: null };
  await dip.replay('IF-035', past);
  await dip.requeue('IF-035', past);
  assert.deepEqual(
    server.requests.map(({ method, path, body }) => [method, path, body.toString('utf8')]),
    [
      ['POST', '/Api/dip-channel/IF-031', '[{"payload":{"name":"Dŵr — £"}},{"payload":{"n":2}}]'],
      ['POST', '/Api/dip-channel/IF-031', '{ "not": normalised,\r\n'],
      ['POST', '/Api/dip-channel/IF-031/pubconfig/9000000001', '{"callbackURL":"https://supplier.example/hook"}'],
      ['DELETE', '/Api/dip-channel/IF-031/pubconfig/9000000001', '{}'],
      ['POST', '/Api/statusmessage/config/9000000001', '{"callbackURL":"https://supplier.example/hook/status"}'],
      ['POST', '/Api/statusmessage', JSON.stringify([item])],
      ['POST', '/Api/dip-channel/IF-035/replay/9000000001', JSON.stringify(past)],
      ['POST', '/Api/dip-channel/IF-035/requeue/9000000001', JSON.stringify(past)],
    ],
  );
  const verify = createVerifier({ trust: [(await identities()).dip.ca], skewMs: 60_000 });
  for (const request of server.requests) {
    assert.deepEqual(verify(request).ok, true);
    assert.equal(request.headers['x-api-key'], 'a-key');
    assert.equal(request.headers['content-type'], 'application/json');
  }
});

test('any status is an answer, a redirect is not followed', async (t) => {
  const statuses = [307, 400, 503];
  const seen: string[] = [];
  const server = await startServer({
    onRequest: async ({ path }) => {
      seen.push(path);
      return { status: statuses[seen.length - 1]!, headers: { location: '/elsewhere' }, body: { why: 'x' } };
    },
  });
  t.after(server.close);
  const dip = await client(t, server.url);
  for (const status of statuses) {
    const answer = await dip.submit('IF-031', [{}]);
    assert.deepEqual([answer.status, answer.body.toString()], [status, '{"why":"x"}']);
  }
  assert.deepEqual(seen, Array(3).fill('/dip-channel/IF-031'));
});

test('an untrusted or silent DIP is told apart, and the error holds no key', async (t) => {
  const { foreign, supplier } = await identities();
  const other = await startServer({ identity: foreign });
  t.after(other.close);
  await assert.rejects((await client(t, other.url)).submit('IF-031', [{}]), coded('WIRE_TLS_UNTRUSTED'));

  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const silent = await startServer({ onRequest: () => held.then(() => ({ status: 200 })) });
  await assert.rejects((await client(t, silent.url, 50)).submit('IF-031', [{}]), coded('WIRE_TIMEOUT'));
  release();
  await silent.close();
  await assert.rejects((await client(t, silent.url)).submit('IF-031', [{}]), (error: Error) => {
    assert.equal((error as { code?: string }).code, 'WIRE_CONNECTION_REFUSED');
    const seen = `${JSON.stringify(error)}${JSON.stringify(error.cause)}${String(error.cause)}`;
    assert.ok(!seen.includes('a-key') && !seen.includes(supplier.signing.key.slice(30, 60)));
    return true;
  });
});

test('a client that the DIP does not let in loses its connection', async (t) => {
  const { foreign, dip } = await identities();
  const server = await startServer();
  t.after(server.close);
  const made = createDipClient({
    identity: { ...foreign, ca: dip.ca },
    dipId: '9000000001',
    apiKey: 'a-key',
    baseUrl: server.url,
  });
  t.after(() => made.close());
  await assert.rejects(made.submit('IF-031', [{}]), coded('WIRE_CONNECTION_LOST'));
  assert.deepEqual(
    server.refusals.map(({ reason }) => reason),
    ['certificate-untrusted'],
  );
});
