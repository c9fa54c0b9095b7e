import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import { isLoopback, loadSettings, usualSettings, webhookHostsOf } from './settings';

function written(text: string): string {
  const file = path.join(scratchDir(), 'hub.yaml');
  writeFileSync(file, text);
  return file;
}

test('files are meant from the folder of the settings, durations become milliseconds', async () => {
  const file = written(`schema: 1
listen: { host: 0.0.0.0, port: 443 }
publicBase: https://dip.example.test
certificates:
  server: { certificate: tls.pem, key: tls.key }
  signing: { certificate: sign.pem, key: sign.key }
trust: [anchors.pem]
proxy: { header: x-client-certificate, from: [10.0.0.0/8] }
webhookHosts: ['*.example.test']
journal: { keep: 168h }
ledger: { keep: 720h, megabytes: 64 }
log: warn
environment: own.yaml
tenants: [{ name: one, participant: one/participant.yaml }]
`);
  const at = (name: string) => path.join(path.dirname(file), name);
  const settings = await loadSettings(file);
  assert.deepEqual(settings.certificates.server, { certificate: at('tls.pem'), key: at('tls.key') });
  assert.deepEqual([settings.trust, settings.environment], [[at('anchors.pem')], at('own.yaml')]);
  assert.equal(settings.tenants[0]!.participant, at('one/participant.yaml'));
  assert.equal(settings.journal.keep, 168 * 3_600_000);
});

test('a bundled environment keeps its name', async () => {
  assert.equal((await loadSettings(written('schema: 1\nenvironment: pit\n'))).environment, 'pit');
});

test('a mistake is told with file, line, field and what was meant', async () => {
  const file = written('schema: 1\nlisten:\n  prot: 8443\n');
  await assert.rejects(loadSettings(file), (error: Error & { code: string; place: string }) => {
    assert.equal(error.code, 'HUB_SETTINGS_WRONG');
    assert.equal(error.place, `${file}:3`);
    assert.match(error.message, /listen\.prot: unknown key "prot"; did you mean "port"/);
    return true;
  });
  for (const [text, field] of [
    ['journal: { keep: 3 days }', /journal\.keep/],
    ['journal: { keep: 0s }', /journal\.keep/],
    ['publicBase: http://dip.example.test', /publicBase/],
    ['webhookHosts: everywhere', /webhookHosts/],
    ['tenants: [{ name: Not So, participant: x }]', /tenants\[0\]\.name/],
    ['listen: { port: 0 }', /listen\.port/],
  ] as const) {
    await assert.rejects(loadSettings(written(`schema: 1\n${text}\n`)), { code: 'HUB_SETTINGS_WRONG', message: field });
  }
  await assert.rejects(loadSettings('/no/such/file'), { code: 'HUB_SETTINGS_MISSING' });
});

test('one certificate without the other is refused', async () => {
  const pair = '{ certificate: a, key: b }';
  const file = written(`schema: 1\ncertificates: { server: ${pair} }\n`);
  await assert.rejects(loadSettings(file), { code: 'HUB_IDENTITY_PARTIAL', message: /no signing certificate/ });
});

test('who listens to others must say where webhooks may be', () => {
  const usual = usualSettings();
  assert.equal(webhookHostsOf(usual, '127.0.0.1', '--host'), null);
  assert.throws(() => webhookHostsOf(usual, '0.0.0.0', '--host'), {
    code: 'HUB_WEBHOOK_HOSTS_MISSING',
    place: '--host',
  });
  assert.equal(webhookHostsOf({ ...usual, webhookHosts: 'any' }, '0.0.0.0', 'x'), null);
  assert.deepEqual(webhookHostsOf({ ...usual, webhookHosts: ['a.test'] }, '127.0.0.1', 'x'), ['a.test']);
  assert.deepEqual(
    ['127.0.0.1', '127.1.2.3', 'localhost', '::1', '0.0.0.0', '::', '127.example.test', '10.0.0.1'].map(isLoopback),
    [true, true, true, true, false, false, false, false],
  );
});
