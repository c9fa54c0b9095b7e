import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenario } from '../fixture-verdicts';
import { campaignOf, failing, runOf } from './completion.fixture';
import type { KnownDefect } from './completion-file';
import { rootCauses } from './root-causes';

const first = runOf('run-1', '7.1', [
  failing('MQ-BP001-010', '2027-02-10T10:00:00.000Z'),
  failing('MQ-BP001-020/late', '2027-02-10T10:05:00.000Z'),
  failing('MQ-BP001-030', '2027-02-10T10:06:00.000Z', { blame: 'harness' }),
]);
const second = runOf('run-2', '7.2', [
  failing('MQ-BP001-010', '2027-02-11T09:00:00.000Z'),
  scenario({ id: 'MQ-BP001-020/late' }),
  scenario({ id: 'MQ-BP001-030' }),
]);
const subject = campaignOf([first, second]);
const defect = (match: KnownDefect['match'], over: Partial<KnownDefect> = {}): KnownDefect => {
  return { tracker: 'ADO-1', severity: 2, status: 'open', match, ...over };
};

test('failures that are alike are one root cause with its first and last sighting, run and build', () => {
  const { causes } = rootCauses(subject, []);
  assert.equal(causes.length, 2);
  const [one] = causes as [(typeof causes)[number]];
  assert.deepEqual([one.times, one.scenarios, one.open], [3, ['MQ-BP001-010', 'MQ-BP001-020/late'], true]);
  assert.deepEqual(one.first, { run: 'run-1', build: 'CRM (crm 7.1)', at: '2027-02-10T10:00:00.000Z' });
  assert.deepEqual(one.last, { run: 'run-2', build: 'CRM (crm 7.2)', at: '2027-02-11T09:00:00.000Z' });
});

test('what the results that count do not show any more is not open', () => {
  const { causes } = rootCauses(subject, []);
  assert.deepEqual(
    causes.map(({ blame, open }) => [blame, open]),
    [
      ['participant', true],
      ['harness', false],
    ],
  );
});

test('a defect of the user is matched by all that it names; one that matches nothing is listed apart', () => {
  const matched = (match: KnownDefect['match']) =>
    rootCauses(subject, [defect(match)]).causes.flatMap(({ defects }) => defects).length;
  assert.equal(matched({ code: 'LEG_MISSING' }), 2);
  assert.equal(matched({ code: 'LEG_MISSING', blame: 'harness' }), 1);
  assert.equal(matched({ scenario: 'MQ-BP001-020' }), 1);
  assert.equal(matched({ text: 'NOTHING came' }), 2);
  assert.equal(matched({ scenario: 'MQ-BP001-02' }), 0);
  const other = defect({ code: 'OTHER' });
  assert.deepEqual(rootCauses(subject, [other]).unseen, [other]);
});

test('findings of the run that fail it are root causes, open while the last run has them; what never began is none', () => {
  const finding = {
    code: 'unclaimed',
    blame: 'participant',
    level: 'must',
    reason: 'IF-031 that nobody claims',
    ledger: [1],
  } as const;
  const run = (name: string, findings: object[]) =>
    runOf(name, '7', [failing('A', '2027-02-10T10:00:00.000Z', { code: 'SCENARIO_NOT_BEGUN' })], {
      findings: findings as [],
    });
  const open = rootCauses(campaignOf([run('a', []), run('b', [finding, { ...finding, level: 'should' }])]), []).causes;
  assert.deepEqual(
    open.map(({ verdict, code, open }) => [verdict, code, open]),
    [['finding', 'unclaimed', true]],
  );
  assert.equal(rootCauses(campaignOf([run('a', [finding]), run('b', [])]), []).causes[0]!.open, false);
});
