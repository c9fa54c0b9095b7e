import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRedactor } from './redactor';

const secret = 'k3y/+ "quoted"';
const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----';
const redactor = createRedactor([secret, 'longer-secret-value', 'secret-value', 'short']);

test('headers lose their keys and keep the rest', () => {
  const { headers, rules } = redactor.headers({
    'X-API-Key': 'anything',
    Authorization: 'Bearer abc',
    'x-dip-content-hash': 'hash=',
    via: ['one', 'two'],
    absent: undefined,
  });
  assert.deepEqual(headers, {
    'x-api-key': '[struck: api-key]',
    authorization: '[struck: authorization]',
    'x-dip-content-hash': 'hash=',
    via: 'one, two',
  });
  assert.deepEqual(rules, ['api-key', 'authorization']);
});

test('a long text that was seen under a harmless name is struck under that of a key', () => {
  const long = 'a1B2'.repeat(500);
  assert.deepEqual(redactor.headers({ 'x-other': long }).headers, { 'x-other': long });
  assert.deepEqual(redactor.headers({ Authorization: long, 'x-api-key': long, 'x-other': long }), {
    headers: { authorization: '[struck: authorization]', 'x-api-key': '[struck: api-key]', 'x-other': long },
    rules: ['authorization', 'api-key'],
  });
});

test('a private key in the certificate header is struck, a certificate is not', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n';
  const encode = (text: string) => Buffer.from(text).toString('base64');
  const good = redactor.headers({ 'x-dip-signature-certificate': encode(certificate) });
  assert.deepEqual(good, { headers: { 'x-dip-signature-certificate': encode(certificate) }, rules: [] });
  const bad = redactor.headers({ 'x-dip-signature-certificate': encode(certificate + pem) });
  assert.deepEqual(bad.rules, ['private-key']);
  assert.ok(!bad.headers['x-dip-signature-certificate']?.includes(encode(certificate).slice(0, 20)));
});

test('a registered secret is struck wherever and however it stands', () => {
  const forms = [
    secret,
    JSON.stringify({ a: secret }),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
  ];
  for (const form of forms)
    assert.match(redactor.text(`before ${form} after`), /^before .*\[struck: secret\].* after$/);
  assert.equal(redactor.text('a longer-secret-value b'), 'a [struck: secret] b');
});

test('secrets of fewer than eight characters strike nothing', () => {
  assert.equal(redactor.text('a short text'), 'a short text');
  assert.equal(createRedactor([]).text('a text'), 'a text');
});

test('free text loses private keys, cut ones too, and written-out headers', () => {
  assert.equal(redactor.text(`x ${pem} y`), 'x [struck: private-key] y');
  assert.equal(redactor.text(`x ${JSON.stringify(pem)} y`), 'x "[struck: private-key]" y');
  assert.equal(redactor.text('x -----BEGIN RSA PRIVATE KEY-----\nMIIE'), 'x [struck: private-key]');
  assert.equal(redactor.text('X-API-Key: abc, done'), 'X-API-Key: [struck: api-key], done');
  assert.equal(redactor.text('{"authorization":"Bearer abc"}'), '{"authorization":"[struck: authorization]"}');
});

test('a body is walked to its leaves and the original stays', () => {
  const body = {
    list: [{ note: 'has secret-value in it' }, null, 7, true],
    'secret-value': 'as a key',
    apiKey: 'abc',
  };
  const before = JSON.stringify(body);
  const { value, rules } = redactor.value(body);
  assert.equal(
    JSON.stringify(value),
    '{"list":[{"note":"has [struck: secret] in it"},null,7,true],"[struck: secret]":"as a key","apiKey":"[struck: api-key]"}',
  );
  assert.deepEqual(rules.sort(), ['api-key', 'secret']);
  assert.equal(JSON.stringify(body), before);
  assert.deepEqual(redactor.value({ message: 'RCP0000 - Message Success' }), {
    value: { message: 'RCP0000 - Message Success' },
    rules: [],
  });
});
