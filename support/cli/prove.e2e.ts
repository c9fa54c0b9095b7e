import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { bundled } from '../session';
import { assertTold, newPlace, start, startRun, verdictsOf, write, type Place } from './qualify.fixture';

/** The profile of the reference participant without any way to read its records. */
function withoutProbes(place: Place): string {
  const { probes: _, ...profile } = parse(readFileSync(bundled.participant, 'utf8')) as Record<string, unknown>;
  return write(place, 'no-probes.yaml', stringify(profile));
}

test('a fault of each kind is found, by the check and the blame that the table names', async () => {
  const place = newPlace();
  const kinds = ['books-nothing', 'signs-as-stranger', 'answers-200', 'forgets-data-service', 'trusts-any-signature'];
  const { code, stdout, stderr } = await start(place, ['prove', '--json', '--role', 'SUP', '--fault', ...kinds]).ended;
  assert.equal(code, 0, stderr);
  const { totals, faults } = JSON.parse(stdout) as {
    totals: Record<string, number>;
    faults: { fault: string; role: string; result: string; folder: string | null }[];
  };
  assert.deepEqual(totals, { killed: kinds.length, survived: 0, 'wrongly blamed': 0, collateral: 0, 'not run': 0 });
  assert.deepEqual(faults.map(({ fault }) => fault).sort(), [...kinds].sort());
  // What is proved leaves nothing behind, neither here nor in the folder for reports.
  assert.ok(faults.every(({ folder }) => folder === null));
  assert.equal(existsSync(path.join(place.dir, 'reports')), false);
});

test('a participant that answers 201 and books nothing is caught by its probe, and its evidence names the fault', async () => {
  const place = newPlace();
  const args = ['--fault', 'books-nothing', '--scenario', 'MQ-BP001-030', '--no-report'];
  const { code } = await startRun(place, args).ended;
  assert.equal(code, 1);
  const { participant, systemUnderTest, scenarios } = verdictsOf(place);
  assert.deepEqual([scenarios[0]!.code, scenarios[0]!.blame], ['RECORDS_DIFFER', 'participant']);
  for (const { name } of [participant, systemUnderTest]) assert.match(name, /with faults: books-nothing$/);
});

test('without a probe the same participant passes, and its grade says how little that shows', async () => {
  const place = newPlace();
  const scenarios = ['MQ-BP001-030', 'MQ-BP001-050', 'MQ-BP001-313', 'MQ-BP001-326/mpan-missing'];
  const roles = ['--role', 'SUP', 'MSS', '--scenario', ...scenarios];
  const faulty = ['--participant', withoutProbes(place), '--fault', 'books-nothing', 'ignores-status-messages'];
  const { code, stderr } = await startRun(place, [...roles, ...faulty, '--no-report']).ended;
  assert.equal(code, 0, stderr);
  assert.match(stderr, /4 of 4 passes: acknowledged only \(no probe\)/);
  const grades = verdictsOf(place).scenarios.map(({ id, grade }) => [id, grade]);
  assert.deepEqual(grades, [
    ['MQ-BP001-030', 'acknowledged only'],
    ['MQ-BP001-050', 'acknowledged only'],
    ['MQ-BP001-313', 'acknowledged only'],
    ['MQ-BP001-326/mpan-missing', 'acknowledged only'],
  ]);
});

test('a misspelt fault is told before anything runs', async () => {
  assertTold(await startRun(newPlace(), ['--fault', 'book-nothing']).ended, 'FAULT_UNKNOWN');
  assertTold(await startRun(newPlace(), ['--fault', 'late-answer']).ended, 'FAULT_NOT_SHOWN');
  assertTold(await start(newPlace(), ['prove', '--fault', 'book-nothing']).ended, 'OPTION_WRONG');
});
