import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenario, verdictsOf } from '../fixture-verdicts';
import * as f from './coverage.fixture';
import { gapFinder } from './gaps';
import type { KnownScenario } from './types';

const verdicts = verdictsOf([
  scenario({ id: 'MQ-A-010', verdict: 'fail', reason: 'expected\nmore' }),
  scenario({ id: 'MQ-B-010', verdict: 'inconclusive' }),
  scenario({ id: 'MQ-C-010', verdict: 'waiting' }),
  scenario({ id: 'MQ-D-010', verdict: 'not-run', reason: 'the run was interrupted before it began' }),
  scenario({ id: 'MQ-F-010' }),
]);
const excluded = [
  { id: 'MQ-E-010', verdict: 'not-run' as const, reason: 'the profile has no trigger for endContract' },
  { id: 'MQ-G-010', verdict: 'not-applicable' as const, reason: 'it belongs to stage UIT' },
];
const gapOf = gapFinder({ verdicts, selection: { selected: [], excluded } });
const why = (...naming: (Partial<KnownScenario> & { id: string })[]) => gapOf([], naming.map(f.known), 'SUP');

test('each fate of the scenario that names a thing is a reason of its own', () => {
  const told = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => why({ id: `MQ-${letter}-010` }));
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['failed', 'inconclusive', 'waiting', 'not-run', 'not-run', 'passed-without', 'not-applicable', 'not-selected'],
  );
  assert.deepEqual(told[4], {
    kind: 'not-run',
    reason: 'the scenario that names it was not run: the profile has no trigger for endContract',
    scenarios: ['MQ-E-010'],
  });
  assert.match(told[3]!.reason, /: the run was interrupted before it began$/);
  assert.match(told[6]!.reason, /: it belongs to stage UIT$/);
  // What failed is told by the verdict, not here.
  assert.equal(told[0]!.reason, 'the scenario that names it failed');
});

test('of several fates the one that says most is told, with the scenarios that had it', () => {
  const all = ['G', 'F', 'H', 'E', 'C', 'B', 'A'].map((letter) => ({ id: `MQ-${letter}-010` }));
  const kinds = all.map((_, from) => why(...all.slice(0, from + 1)).kind);
  assert.deepEqual(kinds, [
    'not-applicable',
    'passed-without',
    'not-selected',
    'not-run',
    'waiting',
    'inconclusive',
    'failed',
  ]);
  assert.deepEqual(why({ id: 'MQ-H-020' }, { id: 'MQ-A-010' }, { id: 'MQ-H-010' }).scenarios, ['MQ-A-010']);
});

test('a scenario that proves another role is no reason while one of the role is there', () => {
  const other = { id: 'MQ-A-010', roles: ['REGS', 'MSS'] };
  assert.deepEqual(why(other), {
    kind: 'other-roles',
    reason: 'the scenarios that name it prove MSS, REGS',
    scenarios: ['MQ-A-010'],
  });
  assert.equal(why(other, { id: 'MQ-H-010' }).kind, 'not-selected');
});

test('what no scenario names says so, within the processes that were asked for', () => {
  assert.deepEqual(why(), { kind: 'not-named', reason: 'no scenario in the set names it', scenarios: [] });
  const narrowed = gapFinder({ verdicts, selection: { selected: [], excluded } }, ['BP001', 'BP002']);
  assert.equal(narrowed([], [], 'SUP').reason, 'no scenario of BP001, BP002 names it');
});

test('what was exchanged says why that proves nothing, whatever other scenarios came to', () => {
  const seen = (scenarioId: string | null, text: string) => ({ scenario: scenarioId, grade: null, why: text });
  const gap = gapOf(
    [seen('MQ-A-010', 'MQ-A-010 failed'), seen(null, 'no scenario')],
    [f.known({ id: 'MQ-F-010' })],
    'SUP',
  );
  assert.deepEqual(gap, {
    kind: 'exchanged',
    reason: 'exchanged, not proved: MQ-A-010 failed; no scenario',
    scenarios: ['MQ-A-010'],
  });
});
