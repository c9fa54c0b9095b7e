import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../verdict';
import { hasBegun } from './not-begun';

const outcome = (steps: [text: string, status: string][], code?: string, mpans: string[] = []): Outcome =>
  ({
    steps: steps.map(([text, status]) => ({ text, status })),
    findings: code ? { failure: { code }, mpans } : null,
  }) as unknown as Outcome;

test('what was skipped as a whole never began; a step or a hook that failed did', () => {
  assert.equal(
    hasBegun(
      outcome([
        ['(hook)', 'SKIPPED'],
        ['a step', 'SKIPPED'],
      ]),
    ),
    false,
  );
  assert.equal(
    hasBegun(
      outcome([
        ['(hook)', 'PASSED'],
        ['a step', 'FAILED'],
      ]),
    ),
    true,
  );
  assert.equal(
    hasBegun(
      outcome([
        ['(hook)', 'FAILED'],
        ['a step', 'SKIPPED'],
      ]),
    ),
    true,
  );
});

test('what was told to end before it had an MPAN never began; with one, or for another reason, it did', () => {
  const steps: [string, string][] = [['a step', 'FAILED']];
  assert.equal(hasBegun(outcome(steps, 'RUN_INTERRUPTED')), false);
  assert.equal(hasBegun(outcome(steps, 'RUN_INTERRUPTED', ['9900000000003'])), true);
  assert.equal(hasBegun(outcome(steps, 'POOL_EMPTY')), true);
});
