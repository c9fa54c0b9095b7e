import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMtlsServer, openCertificateStore } from '../wire';
import { scratchDir } from '../testing';
import { loadProfile } from '../participant';
import { bundled } from './places';
import { systemAnswer, systemFindings } from './system-asked';

const at = '2027-06-01T12:00:00.000Z';
const build = (crm: string, more: Record<string, string> = {}, name = 'Own system') => ({
  at,
  name,
  components: Object.entries({ crm, ...more }).map(([component, version]) => ({ name: component, version })),
});
const stated = build('7.2');
const codes = (start: Parameters<typeof systemFindings>[1]['start'], end: typeof start) =>
  systemFindings(stated, { start, end }).map(({ code, blame, level }) => `${code} ${blame} ${level}`);

test('a system that says twice what the profile states has no finding; further components are no difference', () => {
  assert.deepEqual(codes(build('7.2'), build('7.2')), []);
  assert.deepEqual(codes(build('7.2', { adapter: '1' }), build('7.2', { adapter: '1' })), []);
  assert.deepEqual(codes(build('7.2'), null), []);
  assert.deepEqual(codes(null, null), []);
});

test('another build than stated, by version, by name or by absence, is the fault of the profile', () => {
  const other = ['SYSTEM_OTHER configuration must'];
  assert.deepEqual(codes(build('7.3'), build('7.3')), other);
  assert.deepEqual(codes(build('7.2', {}, 'Other'), build('7.2', {}, 'Other')), other);
  const without = { at, name: 'Own system', components: [] };
  assert.deepEqual(codes(without, without), other);
});

test('a change inside the run is a finding of its own, also of a component that the profile does not state', () => {
  const changed = 'SYSTEM_CHANGED participant must';
  assert.deepEqual(codes(build('7.2'), build('7.3')), [changed]);
  assert.deepEqual(codes(build('7.2', { adapter: '1' }), build('7.2', { adapter: '2' })), [changed]);
  assert.deepEqual(codes(build('7.2'), build('7.2', { adapter: '1' })), [changed]);
  assert.deepEqual(codes(build('7.2', { adapter: '1' }), build('7.2')), [changed]);
  const [finding] = systemFindings(stated, { start: build('7.2'), end: build('7.3') });
  assert.match(finding!.reason, /crm: 7\.2, then 7\.3/);
});

test('a probe that fails leaves the build unknown, which is a finding', () => {
  assert.deepEqual(codes({ at, problem: 'x' }, build('7.2')), ['SYSTEM_NOT_KNOWN configuration must']);
  assert.deepEqual(codes(build('7.2'), { at, problem: 'x' }), ['SYSTEM_NOT_KNOWN configuration must']);
});

test('the system is asked over the connection of the profile; a wrong answer and silence are told', async () => {
  const stateDir = scratchDir();
  const store = await openCertificateStore(stateDir);
  let body: object = { name: 'Own system', components: [{ name: 'crm', version: '7.2' }], more: 1 };
  const server = await createMtlsServer({
    identity: await store.identity('some-system'),
    trust: [store.ca],
    maxBodyBytes: 1000,
    onRefused: () => undefined,
    onRequest: () => Promise.resolve({ status: 200, body }),
  });
  const started = await server.listen();
  const profile = await loadProfile(bundled.participant);
  const now = () => new Date(at);
  assert.deepEqual(await systemAnswer(profile, { stateDir, started }, { now }), stated);
  body = { components: [{ name: 'crm', version: 7 }] };
  const wrong = await systemAnswer(profile, { stateDir, started }, { now });
  assert.match(JSON.stringify(wrong), /SYSTEM_ANSWER_WRONG.*components\.0\.version/);
  const signal = AbortSignal.abort('Ctrl-C');
  assert.equal(await systemAnswer(profile, { stateDir, started }, { now, signal }), undefined);
  await server.close();
  assert.match(JSON.stringify(await systemAnswer(profile, { stateDir, started }, { now })), /TRIGGER_UNREACHABLE/);
  const { systemUnderTest: _, ...probes } = profile.probes;
  assert.equal(await systemAnswer({ ...profile, probes }, { stateDir, started }, { now }), undefined);
});
