import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledRelease } from '../../catalogue';
import { scenario, verdictsOf } from '../fixture-verdicts';
import * as f from './coverage.fixture';
import { exchanged } from './exchanged';
import type { CoveredRun } from './types';
import { valueFacts } from './values';

const proposal = 'IF-031 [MSApp]';
const asked = (appointmentScenario: unknown, more: object = {}) => ({
  body: {
    CommonBlock: { M0: { GSPGroupID: '_A' }, S1: { environmentTag: 'UIT' } },
    CustomBlock: { B070: { appointmentScenario }, ...more },
  },
});

const itemsOf = (run: CoveredRun) => valueFacts(exchanged(run).own, bundledRelease);
const itemOf = (run: CoveredRun, name: string) => itemsOf(run).find(({ item }) => item === name)?.values ?? [];
const runWith = (...bodies: object[]) => f.runOf(f.ledger(...bodies.map((body) => f.sends(proposal, body))));
const grade = (run: CoveredRun, item: string, value: string) =>
  itemOf(run, item).find((one) => one.value === value)?.grade;

test('a value of a message that is proved is proved; one that never came is listed all the same', () => {
  const run = runWith(asked('COS'));
  assert.equal(grade(run, 'appointmentScenario', 'COS'), 'effect read back');
  assert.equal(grade(run, 'appointmentScenario', 'CSP'), null);
  assert.equal(grade(run, 'GSPGroupID', '_A'), 'effect read back');
  const came = itemOf(run, 'appointmentScenario').filter(({ exchanged: times }) => times > 0);
  assert.deepEqual(
    came.map(({ value, sent, received }) => [value, sent.exchanged, sent.provedBy, received.exchanged]),
    [['COS', 1, [f.id], 0]],
  );
});

test('a value of a message that is exchanged, not proved, is so too, until a passed scenario has it', () => {
  const entries = f.ledger(
    f.sends(proposal, { ...asked('COS'), scenario: 'MQ-BP001-020' }),
    f.sends(proposal, asked('CSP')),
  );
  const other = scenario({ id: 'MQ-BP001-020', verdict: 'fail', grade: 'effect read back' });
  const failed = f.runOf(entries, { verdicts: verdictsOf([f.passed(), other]) });
  assert.deepEqual(
    itemOf(failed, 'appointmentScenario')
      .filter(({ exchanged: times }) => times > 0)
      .map(({ value, grade }) => [value, grade]),
    [
      ['COS', null],
      ['CSP', 'effect read back'],
    ],
  );
  const passing = f.runOf(entries, { verdicts: verdictsOf([f.passed(), { ...other, verdict: 'pass' }]) });
  assert.equal(grade(passing, 'appointmentScenario', 'COS'), 'effect read back');
});

test('hidden, unknown, empty and differently written values are none', () => {
  const run = runWith(asked('x'), asked('NEW'), asked(null), asked('cos'), asked({ COS: 1 }), asked(['CO', 'S']));
  assert.equal(
    itemOf(run, 'appointmentScenario').every(({ exchanged: times }) => times === 0),
    true,
  );
  const readings = f.receives('IF-036 [DSAppActive]', { body: { CustomBlock: { B071: { consentGranularity: 'x' } } } });
  const items = itemsOf(f.runOf(f.ledger(readings)));
  assert.equal(
    items.some(({ item }) => item === 'consentGranularity'),
    true,
  );
  assert.equal(
    items.flatMap(({ values }) => values).some(({ value }) => value === 'x'),
    false,
  );
});

test('values in lists count, those of the header do not', () => {
  const meters = { B905List: [{ existingMeter: { meterType: 'S1' } }, { existingMeter: { meterType: 'H' } }] };
  const run = f.runOf(f.ledger(f.receives('IF-002 [GainMPANInfo]', asked(undefined, meters))));
  const came = itemOf(run, 'meterType').filter(({ exchanged: times }) => times > 0);
  assert.deepEqual(came.map(({ value }) => value).sort(), ['H', 'S1']);
  assert.equal(itemOf(run, 'environmentTag').length, 0);
});

test('items of messages that were not exchanged with the participant are not listed', () => {
  assert.deepEqual(itemsOf(f.runOf(f.ledger(f.otherSends(proposal, asked('COS'))))), []);
});
