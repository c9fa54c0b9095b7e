import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChain } from './check-chain';
import { identities } from './wire.fixture';

const day = 24 * 60 * 60 * 1000;

test('a certificate whose authority is trusted leads there, and lasts as long as the first of the chain to end', async () => {
  const { dip } = await identities();
  const check = checkChain(dip.transport.certificate, [dip.ca], new Date());
  assert.ok(check.ok);
  assert.ok(Math.abs(check.until - Date.now() - 90 * day) < day);
});

test('an authority in the file counts only when it is trusted, too', async () => {
  const { dip, foreign } = await identities();
  const withChain = dip.transport.certificate + dip.ca;
  assert.ok(checkChain(withChain, [withChain], new Date()).ok);
  const foreignOnly = checkChain(withChain, [foreign.ca], new Date());
  assert.equal(foreignOnly.ok ? undefined : foreignOnly.fault, 'certificate-untrusted');
});

test('a certificate that is trusted itself, without its authority, leads nowhere', async () => {
  const { dip } = await identities();
  const check = checkChain(dip.transport.certificate, [dip.transport.certificate], new Date());
  assert.match(check.ok ? '' : check.detail, /^issued by CN=Qualify test authority .* not there$/);
});

test('a chain that has ended is told by date; what is no certificate is told, not thrown', async () => {
  const { expired } = await identities();
  const ended = checkChain(expired.transport.certificate, [expired.ca], new Date());
  assert.match(ended.ok ? '' : ended.detail, /^CN=expired expired on 20/);
  assert.equal(checkChain('nothing', [expired.ca], new Date()).ok, false);
  const garbled = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  assert.equal(checkChain(garbled, [expired.ca], new Date()).ok, false);
});
