import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assumptionsBehind } from './rests-on';
import type { ScenarioVerdict } from './schema';

const verdict = (...checks: [id: string, status: string][]): ScenarioVerdict =>
  ({ checks: checks.map(([id, status]) => ({ id, status, level: 'must' })) }) as unknown as ScenarioVerdict;

test('a verdict rests on the assumptions of its tags, of its checks and of their raised levels', () => {
  const behind = assumptionsBehind(verdict(['signature', 'pass'], ['absence', 'pass']), ['of-a-tag'], {
    absence: { assumption: 'named-absence' },
    correlation: { assumption: 'correlation-chained' },
  });
  assert.deepEqual([...behind].sort(), ['named-absence', 'of-a-tag', 'signing-scheme']);
});

test('a check that had no object touches nothing', () => {
  assert.equal(assumptionsBehind(verdict(['correlation', 'not-applicable']), [], {}).size, 0);
});
