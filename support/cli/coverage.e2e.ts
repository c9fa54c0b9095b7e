import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createLedger } from '../ledger';
import { verdictsSchema } from '../verdict';
import { assertTold, newPlace, start, type Place } from './qualify.fixture';

const run = '20270210-100000-PIT-a1b2';
const own = '1000000001';
const message = { interface: 'IF-031', event: 'MSApp', mpan: '9900000000006', transactionID: 'T-1' };
const line = { ...message, source: 'dip', scenario: 'MQ-BP001-010', position: 'SUP (incoming)' };

/** A run of one passed scenario, in which the participant sends one message. */
async function runIn(place: Place): Promise<string> {
  const folder = path.join(place.dir, 'reports', run);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(place.dir, 'reports/latest.txt'), `${run}\n`);
  const body = { CustomBlock: { B070: { appointmentScenario: 'COS' } } };
  const ledger = createLedger({ file: path.join(folder, 'ledger.ndjson') });
  ledger.append({ ...line, kind: 'accepted', from: own, to: 'DIP', body });
  ledger.append({ ...line, kind: 'accepted', from: '2000000011', to: 'DIP', position: 'REGS', interface: 'IF-033' });
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
  });
  writeFileSync(path.join(folder, 'verdicts.json'), JSON.stringify(verdicts));
  return folder;
}

interface Told {
  schema: number;
  ledger: { intact: boolean; problem: string | null };
  messages: { proved: number; total: number; items: { label: string; grade: string | null }[] };
  outOfScope?: string[];
}

test('the last run is told as text, as JSON and as Markdown, without colour, with exit code 0', async () => {
  const place = newPlace();
  await runIn(place);
  const [text, json, markdown] = await Promise.all([
    start(place, ['coverage']).ended,
    start(place, ['coverage', run, '--json', '--all']).ended,
    start(place, ['coverage', `reports/${run}`, '--markdown', '--process', 'BP001']).ended,
  ]);
  assert.deepEqual([text.code, json.code, markdown.code, text.stderr, json.stderr], [0, 0, 0, '', '']);
  assert.match(
    text.stdout,
    new RegExp(`^Coverage of ${run}: Example as SUP, PIT, release 2.1.0\n\nBy business process\n`),
  );
  assert.match(text.stdout, /^ {2}IF-031 \[MSApp\] +SUP sends +seen on the wire +1 +1 scenario$/m);
  assert.match(text.stdout, /^1 of \d+ messages proved$/m);
  assert.match(text.stdout, /^ {2}appointmentScenario +1 of \d+ +COS; never: /m);
  assert.match(text.stdout, /^ {2}IF-033 \[MSApp\] +1$/m);
  assert.match(text.stdout, /^ {2}BP001 +stated 1\/1 +inferred /m);
  assert.doesNotMatch(text.stdout, /\p{Cc}\[|^! |Out of scope/mu);
  const told = JSON.parse(json.stdout) as Told;
  assert.deepEqual([told.schema, told.ledger, told.messages.proved], [1, { intact: true, problem: null }, 1]);
  assert.deepEqual(told.messages.items.find(({ label }) => label === 'IF-031 [MSApp]')?.grade, 'seen on the wire');
  assert.ok(told.outOfScope?.includes('IF-033 [MSAppSPRequest]'));
  assert.match(markdown.stdout, /^# Coverage of .*; BP001 only\n[^]*^\| BP001 \| 1 of 1 \|/m);
});

test('a ledger that was changed afterwards proves nothing, and that stands on top', async () => {
  const place = newPlace();
  const file = path.join(await runIn(place), 'ledger.ndjson');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"COS"', '"CSP"'));
  const { code, stdout } = await start(place, ['coverage']).ended;
  assert.equal(code, 0);
  assert.match(stdout, /^.*\n! The ledger does not prove itself \(line 2 does not follow from the line before it\)/);
  assert.match(stdout, /^0 of \d+ messages proved$/m);
  assert.match(
    stdout,
    /^ {2}IF-031 \[MSApp\] +SUP sends +exchanged, not proved +1 +the ledger does not prove itself$/m,
  );
});

test('a wrong run, role or process is told on one screen', async () => {
  const place = newPlace();
  assertTold(await start(place, ['coverage']).ended, 'RUN_NOT_NAMED');
  await runIn(place);
  const wrong = (...args: string[]) => start(place, ['coverage', ...args]).ended;
  const told = await Promise.all([
    wrong('20270210-100000-PIT-a1b3'),
    wrong('--role', 'REGS'),
    wrong('--role', 'SUPP'),
    wrong('--process', 'BP01'),
  ]);
  const codes = ['RUN_UNKNOWN', 'RUN_ROLE_OTHER', 'ROLE_UNKNOWN', 'SELECTION_UNKNOWN'];
  told.forEach((one, index) => assertTold(one, codes[index]!));
});
