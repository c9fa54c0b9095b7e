import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Finding, Plan } from '../doctor';
import { createMtlsServer, openCertificateStore } from '../wire';
import { assertTold, newPlace, ownProfile, runsOf, start, startRun, write, type Place } from './qualify.fixture';

const closing: (() => Promise<void>)[] = [];
after(() => Promise.all(closing.map((close) => close())));

/** The address of a webhook that lets in the DIP and answers its GETs. */
async function webhook(place: Place): Promise<string> {
  const store = await openCertificateStore(place.state);
  const server = await createMtlsServer({
    ...{ identity: await store.identity('own-server'), trust: [store.ca], maxBodyBytes: 1_000 },
    onRequest: async () => ({ status: 405 }),
    onRefused: () => undefined,
  });
  closing.push(() => server.close());
  return `${await server.listen()}/dip`;
}

const found = (stdout: string) => JSON.parse(stdout) as { schema: 1; findings: Finding[]; exitCode: number };

test('doctor finds nothing wrong with the bundled participant', async () => {
  const { code, stdout, stderr } = await start(newPlace(), ['doctor', '--json']).ended;
  assert.equal(code, 0, stderr);
  const { schema, findings, exitCode } = found(stdout);
  assert.deepEqual([schema, exitCode], [1, 0]);
  assert.deepEqual([...new Set(findings.map(({ level }) => level))], ['info']);
  assert.match(stderr, /^0 errors, 0 warnings, \d notes? \(\d+\.\d s\)$/);
});

test('doctor passes a system whose webhooks stand, and names what does not for one whose do not', async () => {
  const place = newPlace();
  const file = write(place, 'participant.yaml', ownProfile(await webhook(place)));
  const well = await start(place, ['doctor', '--participant', file]).ended;
  assert.equal(well.code, 0, well.stdout);
  assert.match(well.stdout, /^info {4}DOCTOR_PROBE_ABSENT$/m);

  write(place, 'participant.yaml', ownProfile());
  const ill = await start(place, ['doctor', '--participant', file]).ended;
  assert.equal(ill.code, 2, ill.stdout);
  assert.match(
    ill.stdout,
    /^error {3}WIRE_CONNECTION_REFUSED\n {8}Nothing listens at \S+\n {8}at {3}participant\.yaml:8\n {8}next \S/m,
  );
  assert.match(ill.stderr, /^2 errors/);
});

test('doctor tells every mistake of the files at once', async () => {
  const place = newPlace();
  const wrong = ownProfile().replace('mpid: TEST', 'mpidd: TEST').replace('role: SUP', 'role: SUPP');
  const args = ['--participant', write(place, 'participant.yaml', wrong), '--environment', 'nowhere'];
  const { code, stdout } = await start(place, ['doctor', '--json', '--out', write(place, 'file', ''), ...args]).ended;
  assert.equal(code, 2);
  const codes = found(stdout).findings.flatMap(({ code, level }) => (level === 'error' ? code : []));
  assert.deepEqual(codes.sort(), [
    'ENVIRONMENT_MISSING',
    'FOLDER_NOT_WRITABLE',
    'PROFILE_KEY_UNKNOWN',
    'PROFILE_VALUE_WRONG',
  ]);
});

test('doctor says that another run holds the state folder, and that nothing would run', async () => {
  const place = newPlace();
  await openCertificateStore(place.state);
  const lock = path.relative(place.dir, path.join(place.state, 'run.lock'));
  write(place, lock, JSON.stringify({ pid: process.pid, since: '2027-01-01' }));
  const { stdout } = await start(place, ['doctor', '--json', '--type', 'migration']).ended;
  const codes = found(stdout).findings.flatMap(({ code, level }) => (level === 'error' ? code : []));
  assert.deepEqual(codes.sort(), ['RUN_ALREADY_GOING', 'SELECTION_EMPTY']);
});

test('a run that something would spoil is not begun', async () => {
  const place = newPlace();
  const url = await webhook(place);
  const file = write(
    place,
    'participant.yaml',
    ownProfile(url).replace(/status: \S+/, 'status: https://127.0.0.1:1/status'),
  );
  assertTold(await startRun(place, ['--participant', file]).ended, 'WIRE_CONNECTION_REFUSED');
  const { port } = new URL(url);
  const both = await startRun(place, ['--participant', file, '--dip-port', port]).ended;
  assertTold(both, 'DOCTOR_STOPS_RUN');
  assert.match(both.stderr, new RegExp(`DOCTOR_PORT_TAKEN 127\\.0\\.0\\.1:${port}: `));
  assert.deepEqual(runsOf(place), []);
  assert.ok(!existsSync(path.join(place.state, 'hub.json')));
});

test('plan says what a selection needs', async () => {
  const place = newPlace();
  const file = write(place, 'participant.yaml', ownProfile().replace('automatic', "{ manual: 'Press the button.' }"));
  const options = ['--participant', file, '--scenario', 'MQ-BP001-020', 'MQ-BP001-040'];
  const { code, stdout } = await start(place, ['plan', '--json', ...options]).ended;
  assert.equal(code, 0);
  const plan = JSON.parse(stdout) as Plan & { schema: 1 };
  assert.deepEqual([plan.schema, plan.scenarios, plan.mpans[0]?.needed, plan.records.probe], [1, 1, 1, false]);
  assert.deepEqual(
    plan.acts.map(({ act, how, scenarios, notRun }) => [act, how, scenarios, notRun]),
    [
      ['appointMeteringService', 'manual', ['MQ-BP001-020'], []],
      ['appointDataService', 'absent', [], ['MQ-BP001-040']],
      ['dayArrives', 'absent', [], ['MQ-BP001-040']],
    ],
  );
  const shown = await start(place, ['plan', ...options]).ended;
  assert.match(shown.stdout, /to do: Press the button\./);
  assert.match(shown.stderr, /^1 scenario would run; not run for want of a trigger: 1; not applicable: 0$/);
});

test('list --why gathers what is left out under its reasons', async () => {
  const { stdout, stderr } = await start(newPlace(), ['list', '--why']).ended;
  const reasons = [...stdout.matchAll(/^not-applicable: it proves (.+) \((\d+)\)$/gm)];
  assert.ok(reasons.length > 1);
  const left = reasons.reduce((sum, [, , count]) => sum + Number(count), 0);
  assert.match(stderr, new RegExp(`, ${left} do not$`));
  assert.equal(stdout.match(/^ {2}MQ-/gm)?.length, left);
});
