import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modifiedText } from './harness-text';

const harness = { version: '1.0.0', commit: null, scenarioSet: 'f00d', modified: true };

test('what was modified is named, where that was kept', () => {
  assert.equal(modifiedText({ ...harness, modified: false }), 'not modified');
  assert.equal(modifiedText(harness), 'modified');
  assert.equal(modifiedText({ ...harness, changed: ['steps'] }), 'steps modified');
  assert.equal(
    modifiedText({ ...harness, changed: ['features', 'steps', 'checks'] }),
    'features, steps and checks modified',
  );
});
