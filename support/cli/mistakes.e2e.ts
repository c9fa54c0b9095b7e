import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bundled } from '../session';
import { scratchDir } from '../testing';
import { openCertificateStore } from '../wire';
import {
  assertTold,
  newPlace,
  ownDipId,
  ownProfile,
  runsOf,
  start,
  startRun,
  verdictsOf,
  write,
  type Ended,
  type Place,
} from './qualify.fixture';

const environment = readFileSync(bundled.environment('pit'), 'utf8').replace(
  '../mpans',
  path.resolve(bundled.features, '../fixtures/mpans'),
);

interface Mistake {
  what: string;
  code: string;
  says: RegExp;
  args?: string[];
  /** A profile of one's own that differs from the good one. */
  profile?: (good: string) => string;
  prepare?: (place: Place) => string[];
}

const certificates = (name: string) => `    certificates:
      transport: { certificate: ${name}.pem, key: ${name}-key.pem }
      signing: { certificate: ${name}.pem, key: ${name}-key.pem }\n`;
const withCertificates = (name: string) => (good: string) =>
  good.replace('    webhooks:', `${certificates(name)}    webhooks:`);

const mistakes: Mistake[] = [
  {
    what: 'a profile with an unknown key',
    code: 'PROFILE_KEY_UNKNOWN',
    says: /"mpidd" is not a key here; did you mean "mpid"\?[^]*at {3}participant\.yaml:7/,
    profile: (good) => good.replace('mpid: TEST', 'mpid: TEST\n    mpidd: TEST'),
  },
  {
    what: 'a wrong DIP ID',
    code: 'PROFILE_VALUE_WRONG',
    says: /identities\[0\]\.dipId: expected 10 digits in quotes; it is "11000"[^]*at {3}participant\.yaml:5/,
    profile: (good) => good.replace(ownDipId, '11000'),
  },
  {
    what: 'a profile that is not YAML',
    code: 'PROFILE_YAML',
    says: /at {3}participant\.yaml:4/,
    profile: (good) => good.replace('{ name: Test system }', '{ name: Test system'),
  },
  {
    what: 'twenty mistakes in one profile',
    code: 'PROFILE_INVALID',
    says: /20 problems[^]*and 10 more/,
    profile: (good) => good + Array.from({ length: 20 }, (_, i) => `wrong${i}: 1\n`).join(''),
  },
  {
    what: 'a profile that is not there',
    code: 'PROFILE_FILE_MISSING',
    says: /ENOENT/,
    args: ['--participant', 'gone.yaml'],
  },
  {
    what: 'a missing certificate',
    code: 'PROFILE_FILE_MISSING',
    says: /identities\[0\]\.certificates\.transport\.certificate: the file gone\.pem cannot be read \(ENOENT\)/,
    profile: withCertificates('gone'),
  },
  {
    what: 'a missing key file',
    code: 'PROFILE_KEY_FILE_MISSING',
    says: /the private key good-key\.pem cannot be read[^]*at {3}participant\.yaml:9/,
    profile: withCertificates('good'),
  },
  {
    what: 'an expired certificate',
    code: 'PROFILE_CERTIFICATE_EXPIRED',
    says: /transport\.certificate: the certificate old\.pem expired on Apr {2}2 03:04:05 2026/,
    profile: withCertificates('old'),
  },
  {
    what: 'an API key that is not set',
    code: 'PROFILE_SECRET_MISSING',
    says: /the environment variable NOT_SET_ANYWHERE is not set/,
    profile: (good) => good.replace('    webhooks:', '    apiKey: { env: NOT_SET_ANYWHERE }\n    webhooks:'),
  },
  {
    what: 'a token of the triggers that is not set',
    code: 'PROFILE_SECRET_MISSING',
    says: /triggers\.connection\.token: the environment variable NOT_SET_ANYWHERE is not set/,
    profile: (good) =>
      good.replace(
        'triggers:',
        'triggers:\n  connection: { baseUrl: https://127.0.0.1:1, token: { env: NOT_SET_ANYWHERE } }',
      ),
  },
  {
    what: 'an unknown role',
    code: 'ROLE_UNKNOWN',
    says: /no role "SUPP"[^]*Did you mean SUP\?/,
    args: ['--role', 'SUPP'],
  },
  { what: 'a role that is not held', code: 'ROLE_NOT_HELD', says: /role LSS[^]*SUP, REGS/, args: ['--role', 'LSS'] },
  {
    what: 'an unknown scenario beside a known one',
    code: 'SELECTION_UNKNOWN',
    says: /no scenario MQ-BP001-021[^]*Did you mean MQ-BP001-020\?/,
    args: ['--scenario', 'MQ-BP001-010', 'MQ-BP001-021'],
  },
  { what: 'an unknown process', code: 'SELECTION_UNKNOWN', says: /no process BP01\./, args: ['--process', 'BP01'] },
  { what: 'an empty selection', code: 'SELECTION_EMPTY', says: /type migration/, args: ['--type', 'migration'] },
  {
    what: 'a stage without an environment',
    code: 'STAGE_NOT_BUNDLED',
    says: /--environment FILE/,
    args: ['--stage', 'SIT'],
  },
  {
    what: 'a stage that is not that of the environment',
    code: 'STAGE_DIFFERS',
    says: /for stage PIT, but SIT was asked for/,
    args: ['--stage', 'SIT', '--environment', 'pit'],
  },
  { what: 'an unknown stage', code: 'USAGE_WRONG', says: /PIT, SIT, UIT/, args: ['--stage', 'PITT'] },
  {
    what: 'an environment file with an unknown key',
    code: 'ENVIRONMENT_WRONG',
    says: /unknown key "poool"; did you mean "pool"[^]*at {3}\S+environment\.yaml/,
    prepare: (place) => ['--environment', write(place, 'environment.yaml', `${environment}\npoool: x\n`)],
  },
  {
    what: 'an environment that is not there',
    code: 'ENVIRONMENT_MISSING',
    says: /pit/,
    args: ['--environment', 'pitt'],
  },
  { what: 'no worker', code: 'OPTION_WRONG', says: /--workers cannot be 0/, args: ['--workers', '0'] },
  { what: 'a time limit that is none', code: 'OPTION_WRONG', says: /--timeout cannot be x/, args: ['--timeout', 'x'] },
  { what: 'an unknown option', code: 'USAGE_WRONG', says: /'--worker'.*--workers/, args: ['--worker', '2'] },
  {
    what: 'a folder for reports that cannot be written',
    code: 'FOLDER_NOT_WRITABLE',
    says: /--out/,
    // A file stands where the folder should be: that stops the superuser, too.
    prepare: (place) => ['--out', path.join(write(place, 'file', ''), 'out')],
  },
];

const longAgo = new Date('2026-01-02T03:04:05Z');
async function issuedAt(now: Date): Promise<string> {
  const store = await openCertificateStore(scratchDir(), () => now);
  return (await store.identity('own')).transport.certificate;
}
const [good, expired] = [issuedAt(new Date()), issuedAt(longAgo)];

async function refused({ args = [], profile, prepare }: Mistake): Promise<{ place: Place; ended: Ended }> {
  const place = newPlace();
  if (profile) write(place, 'participant.yaml', profile(ownProfile()));
  write(place, 'good.pem', await good);
  write(place, 'old.pem', await expired);
  const own = profile ? ['--participant', 'participant.yaml'] : [];
  return { place, ended: await startRun(place, [...own, ...args, ...(prepare?.(place) ?? [])]).ended };
}

test('a mistake is told on one screen, and nothing is started', { concurrency: 2 }, async (t) => {
  await Promise.all(
    mistakes.map((mistake) =>
      t.test(mistake.what, async () => {
        const { place, ended } = await refused(mistake);
        assertTold(ended, mistake.code);
        assert.match(ended.stderr, mistake.says);
        assert.deepEqual(runsOf(place), []);
        for (const file of ['hub.json', 'session.json', 'run.lock'])
          assert.ok(!existsSync(path.join(place.state, file)), file);
      }),
    ),
  );
});

test('commands are refused in the same way', async () => {
  const place = newPlace();
  const tell = async (args: string[], code: string) => assertTold(await start(place, args).ended, code);
  await Promise.all([tell(['lisst'], 'USAGE_WRONG'), tell(['report'], 'USAGE_WRONG')]);
  await Promise.all([
    tell(['report', 'nowhere'], 'SUBJECT_UNKNOWN'),
    tell(['init', '--role', 'SUPP'], 'PROFILE_ROLE_UNKNOWN'),
    tell(['list', '--scenario', 'MQ-BP001-011'], 'SELECTION_UNKNOWN'),
  ]);
});

test('a state folder that cannot be written is told', async () => {
  const place = newPlace();
  const state = path.join(write(place, 'file', ''), 'state');
  assertTold(await startRun({ ...place, state }, []).ended, 'FOLDER_NOT_WRITABLE');
});

const needsStop = {
  skip: process.platform === 'win32' ? 'left out: Windows cannot stop and continue a process' : false,
};

test('a second run on one state folder is refused, and the first goes on and passes', needsStop, async () => {
  const place = newPlace();
  mkdirSync(place.state);
  const locked = new Promise<void>((resolve) => {
    const watcher = watch(place.state, (_, name) => {
      if (name !== 'run.lock') return;
      watcher.close();
      resolve();
    });
  });
  const first = startRun(place, ['--scenario', 'MQ-BP001-020', '--no-report']);
  await locked;
  // The holder of the lock stands still, so that the second run surely meets it.
  const lock = path.join(place.state, 'run.lock');
  const { pid } = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number };
  process.kill(pid, 'SIGSTOP');
  const second = await startRun(place, ['--no-report']).ended;
  process.kill(pid, 'SIGCONT');
  assertTold(second, 'RUN_ALREADY_GOING');
  assert.match(second.stderr, new RegExp(`process ${pid}, since 20`));
  const { code, stderr } = await first.ended;
  assert.equal(code, 0, stderr);
  assert.equal(verdictsOf(place).totals.pass, 1);
  assert.ok(!existsSync(lock));
});
