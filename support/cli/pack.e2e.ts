import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { createLedger } from '../ledger';
import { mustFind, needs } from '../testing';
import { verdictsSchema } from '../verdict';
import { assertTold, newPlace, start, write, type Place } from './qualify.fixture';

const run = '20270210-100000-PIT-a1b2';
const openssl = needs('openssl');
const keys = newPlace();

before(() => {
  if (openssl.skip) return;
  const make = (name: string, ...args: string[]) =>
    execFileSync(
      mustFind('openssl'),
      ['req', '-x509', '-newkey', ...args, '-keyout', `${name}.pem`, '-out', `${name}.crt`, '-subj', `/CN=${name}`],
      { cwd: keys.dir, stdio: 'ignore' },
    );
  make('plain', 'ed25519', '-noenc');
  make('locked', 'rsa:2048', '-passout', 'pass:correct horse');
  make('curved', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc');
});

const signing = (name: string) => [
  '--key',
  path.join(keys.dir, `${name}.pem`),
  '--certificate',
  path.join(keys.dir, `${name}.crt`),
];

/** A place whose last run passed in one scenario; `over`: what its verdicts say else. */
async function place(over: object = {}): Promise<Place> {
  const at = newPlace();
  const folder = path.join(at.dir, 'reports', run);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(at.dir, 'reports/latest.txt'), `${run}\n`);
  const ledger = createLedger({ file: path.join(folder, 'ledger.ndjson') });
  ledger.append({ source: 'harness', kind: 'act', from: 'harness', to: '1000000001', scenario: 'MQ-BP001-010' });
  await ledger.close();
  const scenario = {
    ...{ id: 'MQ-BP001-010', name: 'x', process: 'BP001', theme: 'mpan-ownership', uri: 'x.feature', line: 1 },
    positions: { 'SUP (incoming)': 'participant', REGS: 'simulated' },
    ...{ roles: ['SUP'], interfaces: ['IF-031'], verdict: 'pass', blame: null, code: null, reason: null },
    ...{ observations: [], grade: 'seen on the wire', started: '2027-02-10T10:00:00.000Z', durationMs: 1 },
    ...{ attempts: 1, checks: [], steps: [] },
  };
  const verdicts = verdictsSchema.parse({
    ...{ schema: 1, run, started: '2027-02-10T10:00:00.000Z', ended: '2027-02-10T10:01:00.000Z', partial: false },
    harness: { version: '0.1.0', commit: null, scenarioSet: 'x', modified: false },
    systemUnderTest: { name: 'x', boundary: null, components: [] },
    participant: { name: 'Example', roles: ['SUP'], bundled: false },
    ...{ stage: 'PIT', release: '2.1.0', inForce: null, exitCode: 0, findings: [], assumptions: [] },
    totals: { pass: 1, fail: 0, inconclusive: 0, waiting: 0, notApplicable: 0, notRun: 0, observations: 0 },
    scenarios: [scenario],
    ...over,
  });
  writeFileSync(path.join(folder, 'verdicts.json'), JSON.stringify(verdicts));
  return at;
}

interface Packed {
  file: string;
  kind: string;
  signer: { scheme: string } | null;
  missing: { code: string }[];
}

async function packed(at: Place, ...args: string[]): Promise<Packed> {
  const { code, stdout, stderr } = await start(at, ['pack', '--json', ...args]).ended;
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Packed;
}

test('the last run becomes an unsigned draft beside its folder, which verifies and says what it is', async () => {
  const at = await place();
  const { code, stdout, stderr } = await start(at, ['pack']).ended;
  assert.equal(code, 0, stderr);
  assert.equal(stdout, `reports/${run}-draft.zip\n`);
  assert.match(stderr, /^Draft, not signed of the run 20270210-100000-PIT-a1b2: 1 run, /m);
  assert.match(stderr, /2 reasons why it is no submission/);
  const verified = await start(at, ['verify', stdout.trim()]).ended;
  assert.equal(verified.code, 0, verified.stdout);
  assert.match(verified.stdout, /^valid {2}/);
  assert.match(verified.stdout, /anybody could have made or changed/);
  assert.match(verified.stdout, /results +1 pass/);
});

test('a signed pack names its signer; one byte more and it is not valid, with exit code 1', openssl, async () => {
  const at = await place();
  const { file, signer } = await packed(at, ...signing('plain'), '--out', 'mine.zip');
  assert.equal(path.basename(file), 'mine.zip');
  assert.equal(signer?.scheme, 'ed25519');
  const good = await start(at, ['verify', 'mine.zip', '--json']).ended;
  assert.equal(good.code, 0, good.stdout);
  const { valid, signature } = JSON.parse(good.stdout) as {
    valid: boolean;
    signature: { state: string; chain: { subject: string }[] };
  };
  assert.deepEqual([valid, signature.state, signature.chain[0]?.subject], [true, 'valid', 'CN=plain']);
  appendFileSync(file, 'x');
  const bad = await start(at, ['verify', 'mine.zip']).ended;
  assert.equal(bad.code, 1);
  assert.match(bad.stdout, /^NOT VALID {2}.*\n {2}✕ added: 1 bytes at the end$/m);
  assert.equal(bad.stderr, '');
});

test(
  'a submission is refused with every reason, writes nothing, and is made once nothing is missing',
  openssl,
  async () => {
    const at = await place();
    const refused = await start(at, ['pack', '--submission', '--json']).ended;
    assert.equal(refused.code, 1);
    const reasons = JSON.parse(refused.stdout) as { refused: { code: string }[] };
    assert.deepEqual(
      reasons.refused.map(({ code }) => code),
      ['not-signed', 'not-signed-off'],
    );
    assert.match(refused.stderr, /^No submission was made of .*: 2 reasons$/m);
    assert.ok(!readdirSync(path.join(at.dir, 'reports')).some((name) => /zip|part/.test(name)));
    const summary = readFileSync(path.join(at.dir, 'reports', run, 'summary.html'), 'utf8');
    const sum = /verdicts\.json<\/code> SHA-256 <code>([0-9a-f]{64})/.exec(summary)![1]!;
    const signOff = `schema: 1\nverdicts: '${sum}'\nname: A. Reader\nrole: Test manager\nat: '2027-02-10T16:00:00Z'\nstatement: Read.\n`;
    write(at, 'signed.yaml', signOff);
    const { kind, missing } = await packed(at, '--submission', ...signing('plain'), '--sign-off', 'signed.yaml');
    assert.deepEqual([kind, missing], ['submission', []]);
    assert.ok(existsSync(path.join(at.dir, 'reports', `${run}-submission.zip`)));
    assert.equal((await start(at, ['verify', `reports/${run}-submission.zip`]).ended).code, 0);
  },
);

test('the passphrase of a key comes from the environment alone', openssl, async () => {
  const at = await place();
  process.env.QUALIFY_KEY_PASSPHRASE = 'correct horse';
  try {
    assert.equal((await packed(at, ...signing('locked'))).signer?.scheme, 'rsa-pkcs1v15-sha256');
  } finally {
    delete process.env.QUALIFY_KEY_PASSPHRASE;
  }
  assertTold(await start(at, ['pack', ...signing('locked')]).ended, 'PACK_KEY_UNREADABLE');
});

test('mistakes are told on one screen', openssl, async () => {
  const at = await place();
  const text = write(at, 'text.txt', 'text');
  const [key, certificate] = [signing('plain').slice(0, 2), signing('plain').slice(2)];
  const cases: [string, string[]][] = [
    ['PACK_SIGNER_FILE_MISSING', ['pack', ...certificate, '--key', 'gone.pem']],
    ['PACK_CERTIFICATE_UNREADABLE', ['pack', ...key, '--certificate', text]],
    ['PACK_KEY_KIND', ['pack', ...signing('curved')]],
    ['PACK_KEY_MISMATCH', ['pack', ...key, ...signing('curved').slice(2)]],
    ['PACK_SIGN_OFF_WRONG', ['pack', '--sign-off', text]],
    ['PACK_UNREADABLE', ['verify', text]],
    ['PACK_UNREADABLE', ['verify', 'gone.zip']],
  ];
  cases.push(['PACK_SIGNER_INCOMPLETE', ['pack', ...key]]);
  const ended = await Promise.all(cases.map(async ([code, args]) => ({ code, told: await start(at, args).ended })));
  for (const { code, told } of ended) assertTold(told, code);
});

test('a file that cannot be written is no fault of the harness', async () => {
  const at = await place();
  const { code, stderr } = await start(at, ['pack', '--out', 'no/such/folder/pack.zip']).ended;
  assert.equal(code, 3);
  assert.match(stderr, /^PACK_UNWRITABLE \(environment\)$/m);
});

test('a private key in a file of the run keeps everything from being packed', openssl, async () => {
  const at = await place();
  writeFileSync(path.join(at.dir, 'reports', run, 'notes.txt'), readFileSync(path.join(keys.dir, 'plain.pem')));
  assertTold(await start(at, ['pack']).ended, 'PACK_SECRET_FOUND');
});
