import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import type { ScenarioVerdict, Verdicts } from '../../verdict';
import { scenario } from '../fixture';
import { sha256 } from '../text';
import { verifyPack } from '../verify';
import { bytesOf, greenRun, keysOf, laidDown, noOptions, signerOf, sourceOf } from './pack.fixture';
import type { Signer } from './signer';
import { makePack, type MakeOptions, type Made } from '.';

let signer: Signer;
before(async () => (signer = signerOf(await keysOf('ed25519'))));

interface Case {
  verdicts?: Partial<Verdicts>;
  profile?: string;
  /** What stands in sign-off.yaml besides the sum of the verdicts; null: there is none. */
  signOff?: string | null;
  options?: Partial<MakeOptions>;
}

const signedOff = (sum: string, more = '') => `schema: 1
verdicts: '${sum}'
name: A. Reader
role: Test manager
at: '2027-02-10T16:00:00Z'
statement: I have read the summary and every failure.
${more}`;

async function submitted({ verdicts, profile, signOff = '', options }: Case = {}): Promise<Made & { folder: string }> {
  const folder = await greenRun(verdicts, profile);
  const sum = sha256(await readFile(path.join(folder, 'verdicts.json')));
  if (signOff !== null) writeFileSync(path.join(folder, 'sign-off.yaml'), signedOff(sum, signOff));
  return { folder, ...makePack(await sourceOf(folder), { ...noOptions, submission: true, signer, ...options }) };
}

const codes = ({ missing }: Made) => [...new Set(missing.map(({ code }) => code))];
const passing = (id: string, over: Partial<ScenarioVerdict> = {}) => scenario({ id, ...over });
const second = "secondPerson: { name: B. Second, role: Director, at: '2027-02-11T09:00:00Z' }\n";

test('a green, signed, signed-off run is a submission, and verifies as one', async () => {
  const { pack, missing } = await submitted();
  assert.deepEqual(missing, []);
  const verification = await verifyPack(laidDown(bytesOf(pack!)));
  assert.deepEqual(verification.problems, []);
  assert.equal(verification.manifest?.kind, 'submission');
  assert.equal(verification.signOff?.name, 'A. Reader');
});

test('each thing that a submission must not be is told by itself', async () => {
  const cases: [string, Case][] = [
    ['not-signed', { options: { signer: undefined as never } }],
    ['not-signed-off', { signOff: null }],
    ['partial-run', { verdicts: { partial: true } }],
    ['bundled-participant', { verdicts: { participant: { name: 'Reference', roles: ['SUP'], bundled: true } } }],
    ['modified-harness', { verdicts: { harness: { version: '1', commit: null, scenarioSet: 'f00', modified: true } } }],
    ['simulated-dip-at-uit', { verdicts: { stage: 'UIT' } }],
    ['not-green', { verdicts: { scenarios: [passing('MQ-1'), passing('MQ-2', { verdict: 'waiting' })] } }],
    [
      'not-green',
      { verdicts: { scenarios: [passing('MQ-1'), passing('MQ-2', { verdict: 'not-run', started: null })] } },
    ],
    ['below-minimum-grade', { verdicts: { scenarios: [passing('MQ-1', { grade: 'acknowledged only' })] } }],
    ['below-minimum-grade', { verdicts: { scenarios: [passing('MQ-1', { grade: null })] } }],
    ['nothing-required', { verdicts: { scenarios: [passing('MQ-1', { verdict: 'not-applicable' })] } }],
    [
      'run-finding',
      {
        verdicts: {
          findings: [{ code: 'CALL_REFUSED', blame: 'participant', level: 'must', reason: 'refused', ledger: [] }],
        },
      },
    ],
  ];
  for (const [code, one] of cases) {
    const outcome = await submitted(one);
    assert.deepEqual(codes(outcome), [code]);
    assert.equal(outcome.pack, undefined);
  }
});

test('a run at UIT against the real DIP is none of them', async () => {
  assert.deepEqual(codes(await submitted({ verdicts: { stage: 'UIT', dip: 'external' } })), []);
});

test('a ledger that does not prove itself is refused', async () => {
  const { folder } = await submitted();
  const file = path.join(folder, 'ledger.ndjson');
  writeFileSync(file, (await readFile(file, 'utf8')).replace('appointMeteringService', 'another'));
  const made = makePack(await sourceOf(folder), { ...noOptions, submission: true, signer });
  assert.deepEqual(codes(made), ['ledger-broken']);
});

test('all reasons are told at once', async () => {
  const outcome = await submitted({ verdicts: { partial: true, stage: 'UIT' }, signOff: null });
  assert.deepEqual(codes(outcome), ['partial-run', 'simulated-dip-at-uit', 'not-signed-off']);
});

test('the profile says what is required, down to which grade, by scenario or requirement', async () => {
  const scenarios = [passing('MQ-1'), passing('MQ-2', { grade: 'attested' }), passing('MQ-3', { verdict: 'waiting' })];
  const requirements = [{ id: 'REQ', scenarios: ['MQ-1', 'MQ-2'] }];
  const submit = (evidence: string) =>
    submitted({ verdicts: { scenarios }, profile: `evidence: ${evidence}\n`, options: { requirements } });
  const all = async (evidence: string) => (await submit(evidence)).missing.map(({ reason }) => reason.split(';')[0]);
  assert.deepEqual(await all('{ required: [MQ-1] }'), []);
  assert.deepEqual(await all('{ required: [REQ] }'), ['MQ-2: attested']);
  assert.deepEqual(await all('{ required: [REQ], minimumGrade: attested }'), []);
  assert.deepEqual(await all('{ required: [REQ], minimumGrade: { MQ-2: attested } }'), []);
  // Of two that name a scenario the stronger holds, in whichever order they stand.
  for (const both of ['{ REQ: effect read back, MQ-1: attested }', '{ MQ-1: attested, REQ: effect read back }'])
    assert.deepEqual(await all(`{ required: [MQ-1], minimumGrade: ${both} }`), ['MQ-1: seen at both ends']);
  assert.match((await all('{ required: [MQ-9] }')).join(), /MQ-9: no scenario/);
  assert.match((await all('{ required: [MQ-1], minimumGrade: { MQ-9: attested } }')).join(), /MQ-9: no scenario/);
});

test('a grade that stands in a list of requirements holds for their scenarios, rows of an outline too', async () => {
  const scenarios = [passing('MQ-1/a'), passing('MQ-1/b', { grade: 'effect read back' }), passing('MQ-2')];
  const requirements = [{ id: 'OWN-7', scenarios: ['MQ-1'], minimumGrade: 'effect read back' as const }];
  const { missing } = await submitted({ verdicts: { scenarios }, options: { requirements } });
  assert.deepEqual(
    missing.map(({ reason }) => reason),
    ['MQ-1/a: seen at both ends; at least "effect read back" is needed'],
  );
});

test('a requirement whose scenario did not run is not green', async () => {
  const requirements = [{ id: 'OWN-7', scenarios: ['MQ-BP001-010', 'MQ-8'] }];
  const profile = 'evidence: { required: [OWN-7] }\n';
  const { missing } = await submitted({ profile, options: { requirements } });
  assert.deepEqual(
    missing.map(({ reason }) => reason),
    ['MQ-8: not run'],
  );
});

test('a requirement does not ask for what does not apply to the participant', async () => {
  const scenarios = [passing('MQ-1'), passing('MQ-2', { verdict: 'not-applicable', started: null, grade: null })];
  const options = { requirements: [{ id: 'REQ', scenarios: ['MQ-1', 'MQ-2'] }] };
  assert.deepEqual(
    codes(await submitted({ verdicts: { scenarios }, profile: 'evidence: { required: [REQ] }\n', options })),
    [],
  );
});

test('a second person is asked for where the profile says so, and is somebody else', async () => {
  const profile = 'evidence: { secondPerson: true }\n';
  assert.deepEqual(codes(await submitted({ profile })), ['not-signed-off']);
  assert.deepEqual(codes(await submitted({ profile, signOff: second })), []);
  const same = await submitted({ profile, signOff: second.replace('B. Second', ' a.  reader') });
  assert.deepEqual(codes(same), ['not-signed-off']);
});

test('a sign-off of other verdicts is refused, and does not go into a draft', async () => {
  const { folder } = await submitted();
  writeFileSync(path.join(folder, 'sign-off.yaml'), signedOff('0'.repeat(64)));
  const source = await sourceOf(folder);
  const refused = makePack(source, { ...noOptions, submission: true, signer });
  assert.match(refused.missing.map(({ reason }) => reason).join(), /given for other verdicts: 000000000000…/);
  const { pack } = makePack(source, noOptions);
  assert.ok(!pack!.manifest.members.some(({ name }) => name === 'sign-off.yaml'));
  assert.match(JSON.stringify(pack!.manifest.leftOut), /sign-off\.yaml/);
  const named = { ...noOptions, signOffFile: path.join(folder, 'sign-off.yaml') };
  assert.throws(() => makePack(source, named), { code: 'PACK_SIGN_OFF_WRONG' });
});

test('a picture goes in when the person who signs off releases it, by its bytes', async () => {
  const folder = await greenRun();
  mkdirSync(path.join(folder, 'screens'));
  writeFileSync(path.join(folder, 'screens/portal.png'), 'a picture');
  const sum = sha256(await readFile(path.join(folder, 'verdicts.json')));
  const releasing = (file: string, bytes: string) =>
    signedOff(sum, `released: [{ file: ${file}, sha256: '${sha256(Buffer.from(bytes))}', shows: The portal }]\n`);
  const made = async (signOff: string) => {
    writeFileSync(path.join(folder, 'sign-off.yaml'), signOff);
    return makePack(await sourceOf(folder), { ...noOptions, submission: true, signer });
  };
  const { pack } = await made(releasing('screens/portal.png', 'a picture'));
  assert.ok(pack!.manifest.members.some(({ name }) => name === 'screens/portal.png'));
  assert.ok(!pack!.manifest.leftOut.some(({ name }) => name === 'screens/portal.png'));
  const verification = await verifyPack(laidDown(bytesOf(pack!)));
  assert.deepEqual([verification.problems, verification.signOff?.released?.length], [[], 1]);

  const reasons = async (signOff: string) => (await made(signOff)).missing.map(({ reason }) => reason).join();
  assert.match(
    await reasons(releasing('screens/portal.png', 'another')),
    /another screens\/portal\.png: .* [0-9a-f]{64}/,
  );
  assert.match(await reasons(releasing('../portal.png', 'a picture')), /no file that waits for a release/);
  assert.match(await reasons(releasing('verdicts.json', 'a picture')), /no file that waits for a release/);
  const { pack: without } = await made(signedOff(sum));
  assert.match(JSON.stringify(without!.manifest.leftOut), /portal\.png.*nobody has released it/);
});

test('a sign-off of another form is an error that names the field', async () => {
  const texts = {
    'schema: 2': /schema/,
    '- a list': /expected object/,
    [signedOff('x'.repeat(64))]: /verdicts/,
    [`${signedOff('0'.repeat(64))}colour: red\n`]: /colour/,
    [signedOff('0'.repeat(64)).replace("'2027-02-10T16:00:00Z'", 'yesterday')]: /at: expected a time/,
    [signedOff('0'.repeat(64)).replace('A. Reader', "' '")]: /name/,
    '{': /./,
  };
  for (const [text, expected] of Object.entries(texts)) {
    const folder = await greenRun();
    writeFileSync(path.join(folder, 'sign-off.yaml'), text);
    const source = await sourceOf(folder);
    assert.throws(
      () => makePack(source, noOptions),
      (error: Error & { code?: string }) => {
        assert.equal(error.code, 'PACK_SIGN_OFF_WRONG');
        assert.match(error.message, expected, text);
        return true;
      },
    );
  }
});
