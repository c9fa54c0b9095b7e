import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scratchDir } from '../testing';
import { impactedMessages } from './impacted';

test('two releases that are alike select nothing, and say so', () => {
  assert.throws(() => impactedMessages(['2.1.0', '2.1.0'], scratchDir()), {
    code: 'RELEASES_ALIKE',
    place: '--impacted',
  });
});

test('a release that is not there is named', () => {
  assert.throws(() => impactedMessages(['2.1.0', '9.9.9'], scratchDir()), {
    kind: 'configuration',
    message: /9\.9\.9/,
  });
});
