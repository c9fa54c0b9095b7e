import assert from 'node:assert/strict';
import { test, TestContext } from 'node:test';
import { createAgent, postSigned, SignedPost } from './post-signed';
import { createSigner, Signer } from './signer';
import { identities } from './wire.fixture';
import { StandardItem, standardResponseSchema, statusItem } from './standard-response';
import { createWebhookReceiver, WebhookReceiverOptions, WebhookRefusal } from './webhook-receiver';

const sentTimestamp = '2027-06-22T09:30:00+00:00';
const taken = statusItem({ sentTimestamp, senderID: '9000000001', transactionID: 'T-1', message: 'RCP0000 - x' });

async function receiver(t: TestContext, o: Partial<WebhookReceiverOptions> = {}) {
  const { supplier, dip } = await identities();
  const publications: unknown[] = [];
  const statuses: StandardItem[] = [];
  const refused: WebhookRefusal[] = [];
  const webhook = await createWebhookReceiver({
    identity: supplier,
    trust: [dip.ca],
    dipFingerprints: [dip.signing.fingerprint],
    onPublications: async (items) => {
      publications.push(...items);
      return { status: 201, items: [taken] };
    },
    onStatus: async (items) => void statuses.push(...items),
    onRefused: (reason) => void refused.push(reason),
    ...o,
  });
  const url = await webhook.listen();
  const agent = createAgent(dip);
  t.after(() => agent.destroy());
  t.after(() => webhook.close());
  const signer = createSigner(dip.signing);
  const send = async (path: string, body: unknown, post: Partial<SignedPost> = {}) => {
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const answer = await postSigned({ agent, signer, url: url + path, body: bytes, timeoutMs: 5000, ...post });
    return { status: answer.status, read: standardResponseSchema.safeParse(JSON.parse(answer.body.toString() || '0')) };
  };
  return { send, publications, statuses, refused, signer };
}

test('publications are handed on and answered with a StandardResponse', async (t) => {
  const { send, publications } = await receiver(t);
  const { status, read } = await send('/hook?x=/status', [{ payload: { name: 'Dŵr' } }, { payload: 2 }]);
  assert.equal(status, 201);
  assert.deepEqual(read.data?.messageArray, [taken]);
  assert.match(read.data!.timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
  assert.deepEqual(publications, [{ payload: { name: 'Dŵr' } }, { payload: 2 }]);
});

test('status messages go their own way and are acknowledged', async (t) => {
  const { send, publications, statuses } = await receiver(t);
  const item = statusItem({ sentTimestamp, senderID: '0000000000', transactionID: 'T-9', message: 'MSG1031 - x' });
  const { status, read } = await send('/hook/status', [item]);
  assert.equal(status, 201);
  assert.deepEqual([statuses, publications], [[item], []]);
  const [answer] = read.data!.messageArray;
  assert.deepEqual(
    [answer?.transactionID, answer?.recipientID, answer?.senderID, answer?.message],
    ['T-9', '0000000000', 'supplier', 'RCP0000 - Message Success'],
  );
});

test('another status for status messages is answered without a body', async (t) => {
  const item = statusItem({ sentTimestamp, senderID: '0000000000', message: 'MSG1031 - x' });
  const { send } = await receiver(t, { onStatus: async () => ({ status: 404 }) });
  const { status, read } = await send('/hook/status', [item]);
  assert.deepEqual([status, read.success], [404, false]);
  const { send: good } = await receiver(t, { onStatus: async () => ({ status: 201 }) });
  assert.equal((await good('/hook/status', [item])).read.data?.messageArray.length, 1);
});

test('a signature that is not the one of the DIP is answered 400 with RCP9999 and has no effect', async (t) => {
  const { send, publications, statuses, refused, signer } = await receiver(t);
  const { foreign, supplier } = await identities();
  const wrongKey: Signer = { ...signer, sign: createSigner(supplier.signing).sign };
  const cases: [WebhookRefusal, Partial<SignedPost>][] = [
    ['signature-mismatch', { signer: wrongKey }],
    ['certificate-untrusted', { signer: createSigner(foreign.signing) }],
    ['signer-unknown', { signer: createSigner(supplier.signing) }],
  ];
  for (const [reason, post] of cases) {
    for (const path of ['/hook', '/hook/status']) {
      const { status, read } = await send(path, [{ payload: 1 }], post);
      assert.equal(status, 400);
      const [item] = read.data!.messageArray;
      assert.equal(item?.message, 'RCP9999 - Message Signature Invalid');
      assert.ok(item?.help?.startsWith(`${reason}: `) && item.help.length <= 500);
    }
    assert.deepEqual(refused.splice(0), [reason, reason]);
  }
  assert.deepEqual([publications, statuses], [[], []]);
});

test('without named fingerprints any trusted certificate signs', async (t) => {
  const { send } = await receiver(t, { dipFingerprints: undefined });
  const { supplier } = await identities();
  assert.equal((await send('/hook', [{ payload: 1 }], { signer: createSigner(supplier.signing) })).status, 201);
});

test('a body that is not as published is answered 400 with RCP1001', async (t) => {
  const { send, refused, publications } = await receiver(t);
  const bodies: [string, unknown][] = [
    ['/hook', 'not JSON'],
    ['/hook', { payload: 1 }],
    ['/hook', []],
    ['/hook', [1]],
    ['/hook', [{ noPayload: 1 }]],
    ['/hook/status', [{ message: 'short of nine keys' }]],
  ];
  for (const [path, body] of bodies) {
    const { status, read } = await send(path, body);
    assert.deepEqual([status, read.data?.messageArray[0]?.message], [400, 'RCP1001 - Schema Failure'], String(body));
  }
  assert.deepEqual(refused, Array(bodies.length).fill('body-unreadable'));
  assert.deepEqual(publications, []);
});

test('a refusal may be worded by the caller, and only POST is served', async (t) => {
  const { send } = await receiver(t, {
    onRefused: () => ({ ...taken, message: 'RCP1000 - Message Processing Failed' }),
  });
  const { read } = await send('/hook', 'not JSON');
  assert.equal(read.data?.messageArray[0]?.message, 'RCP1000 - Message Processing Failed');
  assert.equal((await send('/hook', [{ payload: 1 }], { method: 'DELETE' })).status, 405);
});

test('a client certificate of a stranger is cut off, unless it is named: then it is let in, whoever issued it', async (t) => {
  const { foreign, dip } = await identities();
  // A client of the foreign authority that trusts the server all the same.
  const agent = createAgent({ ...foreign, ca: dip.ca });
  t.after(() => agent.destroy());
  const closed = await receiver(t);
  await assert.rejects(closed.send('/dip', [{ payload: 1 }], { agent }));
  assert.deepEqual(closed.publications, []);
  const open = await receiver(t, { fingerprints: () => new Set([foreign.transport.fingerprint]) });
  assert.equal((await open.send('/dip', [{ payload: 1 }], { agent })).status, 201);
});
