import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSigner, createVerifier, type Identity, type IncomingRequest, signatureHeaders } from '../wire';
import { createAccessList } from './access-list';
import { authenticator, type Authentication, refusalTexts } from './authentication';
import { accessOf, identitiesOf, ids, keyOf } from './dip.fixture';
import { createSpentSignatures } from './spent-signatures';

const url = 'https://127.0.0.1:1/dip-channel/IF-031';
const skewMs = 60_000;

/** `sup` has a provider with the certificates of `regs`; `regs` is also a DIP ID of its own. */
async function setUp() {
  const all = await identitiesOf();
  const access = createAccessList([
    accessOf(ids.sup, all.sup, ids.provider),
    accessOf(ids.regs, all.regs),
    accessOf(ids.provider, all.regs),
  ]);
  let now = Date.now();
  const clock = () => new Date(now);
  const spent = createSpentSignatures({ skewMs, clock });
  const authenticate = authenticator(access, createVerifier({ trust: [all.dip.ca], skewMs }), clock, spent);
  return { ...all, authenticate, pass: (ms: number) => void (now += ms) };
}

function request(
  who: Identity,
  o: { key?: string; body?: string; signed?: string; transport?: Identity } = {},
): IncomingRequest {
  const body = Buffer.from(o.body ?? '[{}]');
  const signed = { method: 'POST', url, body: Buffer.from(o.signed ?? o.body ?? '[{}]') };
  return {
    ...{ method: 'POST', path: '/dip-channel/IF-031', url, body },
    headers: { ...signatureHeaders(createSigner(who.signing), signed), 'x-api-key': o.key ?? keyOf(ids.sup) },
    clientFingerprint: (o.transport ?? who).transport.fingerprint,
  };
}

const without = (r: IncomingRequest, header: string) => ({ ...r, headers: { ...r.headers, [header]: undefined } });
const named = (a: Authentication) => (a.ok ? a.dipId : a.name);

test('the key says who calls, and several DIP IDs may share certificates', async () => {
  const { authenticate, sup, regs } = await setUp();
  assert.equal(named(authenticate(request(sup))), ids.sup);
  assert.equal(named(authenticate(request(regs, { key: keyOf(ids.regs) }))), ids.regs);
  const provider = authenticate(request(regs, { key: keyOf(ids.provider), body: '[1]' }));
  assert.equal(named(provider), ids.provider);
  assert.deepEqual(provider.signature, { ok: true, boundTo: [ids.sup, ids.regs, ids.provider] });
});

test('a connection provider may also use the key of the DIP ID with its own certificates', async () => {
  const { authenticate, sup, regs } = await setUp();
  assert.equal(named(authenticate(request(regs, { key: keyOf(ids.sup) }))), ids.sup);
  assert.equal(named(authenticate(request(sup, { key: keyOf(ids.provider) }))), 'transport-certificate-not-bound');
});

test('each refusal has its reason for the ledger, and an answer that tells no more than its kind', async () => {
  const { authenticate, sup, foreign, regs } = await setUp();
  const good = request(sup);
  const cases: [string, 401 | 403, keyof typeof refusalTexts, IncomingRequest][] = [
    ['api-key-missing', 401, 'incomplete', without(good, 'x-api-key')],
    ['missing-header', 401, 'incomplete', without(good, 'x-dip-signature')],
    ['api-key-unknown', 401, 'incomplete', without(request(sup, { key: 'of nobody' }), 'x-dip-signature')],
    ['api-key-unknown', 401, 'unauthorised', request(sup, { key: 'of nobody' })],
    ['api-key-unknown', 401, 'unauthorised', request(sup, { key: 'of nobody', signed: 'other' })],
    ['hash-mismatch', 401, 'unauthorised', request(sup, { signed: 'other' })],
    ['signature-mismatch', 401, 'unauthorised', { ...good, url: `${url}2` }],
    ['certificate-untrusted', 401, 'unauthorised', request(foreign, { transport: sup })],
    ['transport-certificate-not-bound', 403, 'forbidden', request(regs, { key: keyOf(ids.provider), transport: sup })],
  ];
  for (const [name, status, text, r] of cases) {
    const refused = authenticate(r);
    assert.ok(!refused.ok, name);
    assert.deepEqual([refused.name, refused.status, refused.told], [name, status, refusalTexts[text]]);
    assert.ok(refused.detail.length > 0);
    assert.doesNotMatch(JSON.stringify(refused.told), /POST;|\d{10}|fingerprint|[0-9a-f]{16}/);
  }
  assert.equal(named(authenticate(good)), ids.sup);
});

test('no refusal of a stranger tells whether its key exists', async () => {
  const { authenticate, foreign } = await setUp();
  const told = (key: string) => {
    const refused = authenticate(request(foreign, { key }));
    return refused.ok ? undefined : [refused.status, refused.told];
  };
  assert.deepEqual(told(keyOf(ids.sup)), told('of nobody'));
  assert.notEqual(told('of nobody'), undefined);
});

test('a date beyond the skew is refused', async () => {
  const { authenticate, sup, pass } = await setUp();
  const r = request(sup);
  pass(skewMs + 1000);
  assert.equal(named(authenticate(r)), 'date-skew');
});

test('a signature counts until it was used: the same bytes may come again after a failure, not after a success', async () => {
  const { authenticate, sup } = await setUp();
  const r = request(sup);
  assert.equal(named(authenticate(r)), ids.sup);
  const second = authenticate(r);
  assert.ok(second.ok);
  second.used();
  const third = authenticate(r);
  assert.ok(!third.ok);
  assert.deepEqual([third.name, third.status, third.told], ['signature-replayed', 401, refusalTexts.replayed]);
  assert.equal(third.dipId, ids.sup);
  assert.equal(named(authenticate(request(sup, { body: '[2]' }))), ids.sup);
});

test('a replay with the certificate of another is told no more than any', async () => {
  const { authenticate, sup, foreign } = await setUp();
  const r = request(sup);
  const first = authenticate(r);
  assert.ok(first.ok);
  first.used();
  assert.equal(
    named(authenticate({ ...r, clientFingerprint: foreign.transport.fingerprint })),
    'transport-certificate-not-bound',
  );
});

test('where no signature is asked for, key and certificate are', async () => {
  const { authenticate, sup, foreign } = await setUp();
  const bare = { ...request(sup), headers: { 'x-api-key': keyOf(ids.sup) } };
  const unsigned = (r: IncomingRequest) => authenticate(r, { signed: false });
  assert.equal(named(unsigned(bare)), ids.sup);
  assert.deepEqual(unsigned(bare).signature.boundTo, []);
  assert.equal(named(unsigned({ ...bare, headers: {} })), 'api-key-missing');
  assert.equal(
    named(unsigned({ ...bare, clientFingerprint: foreign.transport.fingerprint })),
    'transport-certificate-not-bound',
  );
  assert.equal(named(authenticate(bare)), 'missing-header');
});

test('a request without a body may be signed as an empty object', async () => {
  const { authenticate, sup } = await setUp();
  assert.equal(named(authenticate(request(sup, { body: '', signed: '{}' }))), ids.sup);
  assert.equal(named(authenticate(request(sup, { body: '[]', signed: '{}' }))), 'hash-mismatch');
});
