import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { doctorErrors, errorsOf, participantErrors } from '../errors';
import { scratchDir, scratchFile } from '../testing';
import {
  assertOnly,
  bindingFor,
  bundledProfile,
  codes,
  environment,
  environmentFile,
  own,
  scenario,
} from './doctor.fixture';
import { examine, type Examined } from './examine';
import { finding, findingsOf, refusal, sorted } from './finding';

const given = 'MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier';
const appoints = 'the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD';
const reads = 'the Incoming Supplier\'s records show the proposed Metering Service of MPAN "A" as accepted';

async function examined(o: Partial<Examined>): Promise<ReturnType<typeof examine>> {
  const dir = scratchDir();
  const places = { stateDir: path.join(dir, 'state'), out: path.join(dir, 'reports'), dipPort: 0, environmentFile };
  const machine = new Set(['DOCTOR_NO_JAVA', 'DOCTOR_NO_BROWSER']);
  const found = await examine({ ...places, roles: [], depth: 'all', ...o });
  return found.filter(({ code }) => !machine.has(code));
}

test('the bundled profile in the bundled environment is well, and is not called', async () => {
  const ready = { profile: await bundledProfile(), environment: await environment(), roles: ['SUP'] as const };
  assert.deepEqual(await examined({ ...ready, depth: 'start' }), []);
  const found = await examined(ready);
  assertOnly(found, 'DOCTOR_NOT_ASKED');
});

test('with the depth of a start only what would stop a run is told', async () => {
  const profile = await (
    await own()
  ).profile((text) => text.replace('mpid: EXMA', 'mpid: LARC').replaceAll(':9443', ':1'));
  const o = { profile, environment: await environment() };
  const start = await examined({ ...o, depth: 'start' });
  assert.deepEqual(codes(start), ['WIRE_CONNECTION_REFUSED', 'WIRE_CONNECTION_REFUSED']);
  assert.ok(codes(await examined(o)).includes('DOCTOR_MPID_TAKEN'));
});

test('what cannot be read does not hide the rest', async () => {
  const out = scratchFile('reports', '');
  assert.deepEqual(codes(await examined({ out })), ['FOLDER_NOT_WRITABLE']);
  const pool = scratchFile('pool.yaml', 'schema: 1\nranges: []\n');
  assertOnly(await examined({ environment: await environment({ pool }) }), 'POOL_WRONG');
  const gone = await environment({ pool: path.join(scratchDir(), 'gone.yaml') });
  assertOnly(await examined({ environment: gone }), 'POOL_WRONG');
});

test('only the identities of the roles in question are examined', async () => {
  const place = await own(['SUP', 'MSS']);
  const profile = await place.profile((text) => text.replaceAll(':9443', ':1'));
  place.put(`secrets/${profile.identities[1]!.dipId}-api-key`, '');
  const o = { profile, environment: await environment(), stateDir: place.stateDir, depth: 'start' as const };
  assert.ok(!codes(await examined({ ...o, roles: ['SUP'] })).includes('PROFILE_SECRET_MISSING'));
  assert.ok(codes(await examined({ ...o, roles: ['MSS'] })).includes('PROFILE_SECRET_MISSING'));
});

test('acts without a trigger and records without a probe are shown with what they cost', async () => {
  const pit = await environment();
  const bindingOf = bindingFor(pit);
  const selection = { selected: [scenario('one', [given, appoints, reads])], excluded: [], bindingOf };
  const itself = (text: string) =>
    text.replace(/registeredBy: harness.*/, 'registeredBy: itself').replace(/ {6}(default|status): .*\n/g, '');
  const bare = await (await own()).profile((text) => itself(text).replace(/ {4}appointMeteringService: .*\n/, ''));
  const found = await examined({ profile: bare, environment: pit, selection });
  assert.deepEqual(codes(found), ['DOCTOR_ACT_ABSENT', 'DOCTOR_NOT_ASKED', 'DOCTOR_PROBE_ABSENT']);
  assert.match(found[0]!.text, /^No trigger for appointMeteringService.*\(1\): one$/);
  const { acts } = (await bundledProfile()).triggers;
  const able = { ...bare, triggers: { acts }, probes: { records: { method: 'GET' as const, path: '/{mpan}' } } };
  assert.deepEqual(codes(await examined({ profile: able, environment: pit, selection })), ['DOCTOR_NOT_ASKED']);
});

test('problems that were thrown together are told apart; a fault of the harness is thrown on', () => {
  const raise = errorsOf(participantErrors);
  const each = [raise('PROFILE_YAML', { reason: 'x' }, 'a:1'), raise('PROFILE_EXISTS', { file: 'f' }, 'a:2')];
  assert.deepEqual(codes(findingsOf(raise('PROFILE_INVALID', {}, 'a:1', each))), ['PROFILE_EXISTS', 'PROFILE_YAML']);
  assert.throws(() => findingsOf(new TypeError('oops')), /oops/);
});

test('findings are told once, errors first; errors stop a run under their own code, or together', () => {
  const low = finding('DOCTOR_DISK_LOW', { free: 1, folder: 'x', least: 200 }, 'x');
  const java = finding('DOCTOR_NO_JAVA', {}, 'PATH');
  const port = finding('DOCTOR_PORT_TAKEN', { port: 1, detail: 'EADDRINUSE' }, '127.0.0.1:1');
  assert.deepEqual(sorted([java, low, { ...low }]), [low, java]);
  assert.equal(refusal([java]), undefined);
  const one = refusal([java, low]);
  assert.deepEqual([one?.code, one?.kind, one?.message, one?.place], [low.code, 'configuration', low.text, 'x']);
  const both = refusal([low, port]);
  assert.equal(both?.code, 'DOCTOR_STOPS_RUN');
  assert.match(both?.message ?? '', /2 things.*\n {2}DOCTOR_DISK_LOW x: .*\n {2}DOCTOR_PORT_TAKEN 127/);
});

test('every code of the doctor is raised here, and tripped by a test', () => {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.ts'));
  const text = (some: (name: string) => boolean) =>
    files
      .filter(some)
      .map((name) => readFileSync(path.join(__dirname, name), 'utf8'))
      .join('\n');
  const isSpec = (name: string) => name.endsWith('.spec.ts');
  const [source, specs] = [text((name) => !isSpec(name)), text(isSpec)];
  for (const code of Object.keys(doctorErrors)) {
    assert.ok(source.includes(`'${code}'`), `${code} is never raised`);
    assert.ok(specs.includes(`'${code}'`), `${code} is never tripped`);
  }
});
