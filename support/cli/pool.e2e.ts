import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Finding } from '../doctor';
import { bundled } from '../session';
import { assertTold, newPlace, runsOf, start, startRun, write, type Place } from './qualify.fixture';

const scenario = ['--scenario', 'MQ-BP001-020'];

/** The reference participant, with a pool of its own where one is named. */
function profile(place: Place, pool?: string): string[] {
  const text = readFileSync(bundled.participant, 'utf8');
  return ['--participant', write(place, 'participant.yaml', pool ? `${text}\npool: ${pool}\n` : text)];
}

const header = 'mpan;segment;meterKind;energyDirection;energisation;gspGroup';
const row = '9900000000006;S;smart;I;E;_A';

interface Shown {
  pool: { file: string; from: string; remember: boolean };
  kinds: { kind: string; there: number; spent: number; left: number; needed: number; missing: number }[];
}

async function shown(place: Place, options: string[]): Promise<Shown> {
  const { code, stdout, stderr } = await start(place, ['pool', 'show', '--json', ...options]).ended;
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Shown;
}

test('what is exported is the pool of the run; a run spends it, a second one is refused until it is forgotten', async () => {
  const place = newPlace();
  const file = path.join(place.dir, 'to-load.csv');
  const exported = await start(place, ['pool', 'export', '--file', file, ...scenario]).ended;
  assert.equal(exported.code, 0, exported.stderr);
  assert.match(exported.stderr, /^1 MPAN of 1 kind for 1 scenario\nLoad them/);
  const [columns, only, ...more] = readFileSync(file, 'utf8').trim().split('\n');
  assert.deepEqual([columns!.split(',').slice(0, 3), more], [['scenario', 'label', 'mpan'], []]);
  const [id, label, mpan] = only!.split(',');
  assert.deepEqual([id, label], ['MQ-BP001-020', 'A']);
  assertTold(await start(place, ['pool', 'export', '--file', file, ...scenario]).ended, 'POOL_EXPORT_EXISTS');

  const options = [...profile(place, 'to-load.csv'), ...scenario];
  const { pool, kinds } = await shown(place, options);
  assert.deepEqual([pool.file, pool.from, pool.remember], [file, 'profile', true]);
  const kind = 'segment S, smart, import, energised';
  assert.deepEqual(kinds, [{ kind, needed: 1, there: 1, spent: 0, left: 1, missing: 0 }]);

  const first = await startRun(place, [...options, '--no-report']).ended;
  assert.equal(first.code, 0, first.stderr);
  const ledger = readFileSync(path.join(place.out, runsOf(place)[0]!, 'ledger.ndjson'), 'utf8');
  assert.ok(ledger.includes(`"mpan":"${mpan}"`));
  assert.deepEqual((await shown(place, options)).kinds, [{ kind, needed: 1, there: 1, spent: 1, left: 0, missing: 1 }]);

  const second = await startRun(place, [...options, '--no-report']).ended;
  assertTold(second, 'DOCTOR_POOL_SHORT');
  assert.match(second.stderr, /smart, import, energised": needed 1, left 0 \(1 in the pool, 1 spent/);
  assert.match(second.stderr, /next Add MPANs of that kind/);
  assert.equal(runsOf(place).length, 1);

  // What was spent from the export is not exported again from where it came.
  const again = await start(place, ['pool', 'export', ...scenario]).ended;
  assert.ok(again.stdout.includes('MQ-BP001-020,A,') && !again.stdout.includes(mpan!), again.stdout);

  assertTold(await start(place, ['pool', 'forget', ...options, '--all']).ended, 'POOL_FORGET_WHAT');
  const forgotten = await start(place, ['pool', 'forget', ...options, '--mpan', mpan!, '--json']).ended;
  assert.deepEqual(JSON.parse(forgotten.stdout), { schema: 1, pool: file, forgotten: 1 });
  assert.equal((await shown(place, options)).kinds[0]?.left, 1);
});

test('a pool with a mistake stops the run before it begins, with file, line, column and what to write', async () => {
  const place = newPlace();
  write(place, 'own.csv', `\uFEFF${header}\r\n${row}\r\n${row.replace('smart', 'clever')}\r\n`);
  const ended = await startRun(place, [...profile(place, 'own.csv'), ...scenario]).ended;
  assertTold(ended, 'POOL_ROW_WRONG');
  assert.match(ended.stderr, /Line 3, column meterKind: expected smart, .*, got "clever"[^]*at {3}\S*own\.csv:3/);
  assert.deepEqual(runsOf(place), []);
});

test('plan and doctor say where the pool comes from; plan lists the MPANs by scenario', async () => {
  const place = newPlace();
  write(place, 'own.csv', `${header}\n${row}\n9900000000007;S;smart;I;E;_A\n`);
  const own = [...profile(place, 'own.csv'), ...scenario];
  const plan = await start(place, ['plan', '--mpans', ...own]).ended;
  assert.match(plan.stdout, /from own\.csv, named by the profile \(participant\.yaml:\d+\); remembers what is spent/);
  assert.match(plan.stdout, /^ {2}MQ-BP001-020 +A 9900000000006 segment S, smart/m);
  const json = await start(place, ['plan', '--mpans', '--json', ...profile(place), ...scenario]).ended;
  const { pool, byScenario } = JSON.parse(json.stdout) as { pool: { from: string }; byScenario: { mpan: string }[] };
  assert.deepEqual([pool.from, byScenario.length, byScenario[0]?.mpan.length], ['environment', 1, 13]);

  const doctor = await start(place, ['doctor', '--json', ...profile(place, 'own.csv'), ...scenario]).ended;
  assert.equal(doctor.code, 0, doctor.stdout);
  const { findings } = JSON.parse(doctor.stdout) as { findings: Finding[] };
  const told = (code: string) => findings.find((finding) => finding.code === code);
  assert.match(
    told('DOCTOR_POOL_USED')?.text ?? '',
    /own\.csv, which the profile \(participant\.yaml:\d+\) names: 2, 0 /,
  );
  assert.equal(told('DOCTOR_MPAN_CHECK_DIGIT')?.place, `${path.join(place.dir, 'own.csv')}:3`);
});

test('an export that cannot be whole writes nothing', async () => {
  const place = newPlace();
  write(place, 'own.csv', `${header}\n${row.replace('S;smart', 'A;advanced')}\n`);
  const own = [...profile(place, 'own.csv'), ...scenario];
  const ended = await start(place, ['pool', 'export', ...own]).ended;
  assertTold(ended, 'POOL_EXPORT_SHORT');
  assert.match(ended.stderr, /smart, import, energised: 1 needed, 1 missing/);
  const wrong = await start(place, ['pool', 'export', '--file', 'a.csv', '--format', 'yaml', ...own]).ended;
  assertTold(wrong, 'OPTION_WRONG');
});
