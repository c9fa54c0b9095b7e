import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostMatcher } from './webhook-hosts';

const matching = (hosts: string[] | null) => {
  const matches = hostMatcher(hosts);
  return (url: string) => matches(new URL(url));
};

test('no list allows any host, an empty one none', () => {
  assert.equal(matching(null)('https://anywhere.example/'), true);
  assert.equal(matching([])('https://anywhere.example/'), false);
});

test('names match as a whole, a star stands for one or more labels at the front', () => {
  const matches = matching(['hooks.example.org', '*.Example.net.', 'localhost']);
  for (const url of [
    'https://hooks.example.org/in',
    'https://HOOKS.example.org:8443/in',
    'https://hooks.example.org./in',
    'https://a.example.net/',
    'https://a.b.example.net/',
    'https://localhost:1/',
  ]) {
    assert.equal(matches(url), true, url);
  }
  for (const url of [
    'https://example.org/',
    'https://x.hooks.example.org/',
    'https://hooks.example.org.evil.example/',
    'https://evilexample.net/',
    'https://example.net/',
    'https://hooks.example.org@evil.example/',
    'https://evil.example/?hooks.example.org',
    'https://127.0.0.1/',
  ]) {
    assert.equal(matches(url), false, url);
  }
});

test('addresses match by their number, however they are written', () => {
  const matches = matching(['127.0.0.1', '[::1]', '10.20.0.0/16', 'fd00::/8']);
  for (const url of [
    'https://127.0.0.1:9/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[0:0::1]/',
    'https://10.20.9.9/',
    'https://[fd12::9]/',
  ]) {
    assert.equal(matches(url), true, url);
  }
  for (const url of ['https://127.0.0.2/', 'https://10.21.0.1/', 'https://[::2]/', 'https://localhost/']) {
    assert.equal(matches(url), false, url);
  }
});

test('what is no host is refused', () => {
  for (const pattern of [
    'https://x.example',
    'x.example:443',
    'x.example/in',
    'a.*.example',
    '*',
    '',
    '10.0.0.0/33',
    '*x.example',
  ]) {
    assert.throws(() => hostMatcher([pattern]), { code: 'DIP_WEBHOOK_HOST_PATTERN' }, pattern);
  }
});
