import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLevels } from './levels';

const file = 'environment.yaml';

test('a should may be raised, and may be left as it is', () => {
  checkLevels({ correlation: { level: 'must' }, 'key-case': { level: 'should' }, absence: { level: 'must' } }, file);
});

test('a check that there is not is refused with the nearest', () => {
  assert.throws(() => checkLevels({ corelation: { level: 'must' } }, file), {
    code: 'LEVEL_CHECK_UNKNOWN',
    kind: 'configuration',
    fix: /"correlation"/,
    place: `${file}: levels.corelation`,
  });
});

test('a must is not lowered', () => {
  assert.throws(() => checkLevels({ 'webhook-answer': { level: 'should' } }, file), {
    code: 'LEVEL_LOWERED',
    kind: 'configuration',
    message: /webhook-answer/,
  });
});
