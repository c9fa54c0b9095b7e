import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { createCollector } from '.';
import { announced, attached, described, findings, finished, ran, started } from './verdict.fixture';

function collect(...envelopes: Envelope[]) {
  const collector = createCollector(() => described);
  const ended = envelopes.map((envelope) => collector.take(envelope)).filter((outcome) => outcome !== undefined);
  return { ended, outcomes: collector.outcomes() };
}

test('a scenario is gathered with its steps, hooks, findings and who filled which position', () => {
  const { ended, outcomes } = collect(
    ...announced(['a', 'b']),
    started(),
    ran('before', 'PASSED'),
    attached('binding', { positions: { REGS: 'simulated' } }),
    ran('s0', 'PASSED'),
    ran('s1', 'FAILED', 'Error: no'),
    attached('findings', findings({ notes: ['seen'] })),
    ran('after', 'PASSED'),
    finished(),
  );
  assert.equal(ended.length, 1);
  const [outcome] = outcomes;
  assert.equal(ended[0], outcome);
  assert.deepEqual(
    outcome!.steps.map(({ text, status, durationMs, error }) => [text, status, durationMs, error]),
    [
      ['(hook)', 'PASSED', 2, null],
      ['a', 'PASSED', 2, null],
      ['b', 'FAILED', 2, 'Error: no'],
      ['(hook)', 'PASSED', 2, null],
    ],
  );
  assert.deepEqual(outcome!.positions, { REGS: 'simulated' });
  assert.deepEqual(outcome!.findings?.notes, ['seen']);
  assert.deepEqual([outcome!.finished, outcome!.attempts, outcome!.durationMs], [true, 1, 2_500]);
  assert.equal(outcome!.started, '2027-01-15T08:00:00.000Z');
});

test('a scenario that was cut off is there, and not finished', () => {
  const { ended, outcomes } = collect(...announced(['a', 'b']), started(), ran('s0', 'PASSED'));
  assert.deepEqual(ended, []);
  assert.deepEqual([outcomes[0]?.finished, outcomes[0]?.durationMs, outcomes[0]?.findings], [false, null, null]);
});

test('a scenario that never began has no outcome', () => {
  assert.deepEqual(collect(...announced(['a'])).outcomes, []);
});

test('of several attempts the last counts, with their number, and the scenario ends once', () => {
  const { ended, outcomes } = collect(
    ...announced(['a']),
    started(0),
    ran('s0', 'FAILED', 'first', 0),
    attached('findings', findings({ notes: ['first'] }), 0),
    finished(0, true),
    started(1),
    ran('s0', 'PASSED', undefined, 1),
    attached('findings', findings({ notes: ['second'] }), 1),
    finished(1),
  );
  assert.equal(ended.length, 1);
  assert.equal(outcomes.length, 1);
  assert.equal(outcomes[0]!.attempts, 2);
  assert.deepEqual(outcomes[0]!.findings?.notes, ['second']);
  assert.deepEqual(
    outcomes[0]!.steps.map(({ status }) => status),
    ['PASSED'],
  );
});

test('a step whose records could not be read says so; one that failed, or another, does not', () => {
  const notShown = ['a', 'c'].map((step) => ({ step, why: 'no probe' }));
  const { outcomes } = collect(
    ...announced(['a', 'b', 'c']),
    started(),
    ran('s0', 'PASSED'),
    ran('s1', 'PASSED'),
    ran('s2', 'FAILED'),
    attached('findings', findings({ notShown })),
    finished(),
  );
  assert.deepEqual(
    outcomes[0]!.steps.map((step) => step.notShown),
    ['no probe', undefined, undefined],
  );
});

test('attachments of other kinds, and of no scenario, are left alone', () => {
  const picture: Envelope = {
    attachment: { ...attached('findings', {}).attachment!, body: 'not json', mediaType: 'image/png' },
  };
  const orphan: Envelope = {
    attachment: { ...attached('findings', findings({ notes: ['x'] })).attachment!, testCaseStartedId: 'gone' },
  };
  const { outcomes } = collect(...announced(['a']), started(), picture, orphan, ran('s0', 'PASSED'), finished());
  assert.equal(outcomes[0]?.findings, null);
});

test('a step that begins is told with its scenario, a hook without a text, and nothing before a scenario', () => {
  const collector = createCollector(() => described);
  for (const envelope of announced(['a'])) collector.take(envelope);
  const begins = (testStepId: string): Envelope => ({
    testStepStarted: { testCaseStartedId: 'run0', testStepId, timestamp: { seconds: 0, nanos: 0 } },
  });
  assert.equal(collector.begun(begins('s0')), undefined);
  collector.take(started());
  assert.deepEqual(collector.begun(begins('before')), { id: described.id, step: null });
  assert.deepEqual(collector.begun(begins('s0')), { id: described.id, step: 'a' });
  assert.equal(collector.begun(ran('s0', 'PASSED')), undefined);
});

test('the leg that a step waits for is told with its scenario, and of no scenario not at all', () => {
  const collector = createCollector(() => described);
  for (const envelope of announced(['a'])) collector.take(envelope);
  const awaited = attached('awaited', { leg: 'IF-031 [MSApp] from SUP (incoming)' });
  assert.equal(collector.begun(awaited), undefined);
  collector.take(started());
  const step = 'waiting for IF-031 [MSApp] from SUP (incoming)';
  assert.deepEqual(collector.begun(awaited), { id: described.id, step });
  collector.take(awaited);
  assert.equal(collector.begun(attached('binding', { positions: {} })), undefined);
});
