import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../verdict';
import { createStopRule } from './stop-rule';

const ended = (status: string, blame?: string, code = 'SOMETHING'): Outcome =>
  ({ steps: [{ status }], findings: blame ? { failure: { blame, code } } : null }) as unknown as Outcome;

const after = (...outcomes: Outcome[]): boolean[] => outcomes.map(createStopRule());

test('three failures of harness or environment in a row stop the run, once', () => {
  const failed = [ended('FAILED', 'harness'), ended('FAILED', 'environment'), ended('FAILED'), ended('FAILED')];
  assert.deepEqual(after(...failed), [false, false, true, false]);
});

test('a hub that is lost stops the run at once', () => {
  assert.deepEqual(after(ended('FAILED', 'harness', 'HUB_UNREACHABLE')), [true]);
});

test('a pass, or a failure of the participant, between them starts the count again', () => {
  for (const between of [ended('PASSED'), ended('FAILED', 'participant'), ended('FAILED', 'configuration')]) {
    const row = [ended('FAILED', 'harness'), ended('FAILED', 'harness'), between, ended('FAILED', 'harness')];
    assert.ok(!after(...row).includes(true));
  }
});
