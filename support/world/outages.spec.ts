import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begins, ends } from './outages';
import { mpan, positions, sceneWith } from './scene.fixture';

const origin = { scenario: 'MQ-DIP-010', step: 'the step', mpan };

test('an outage is about one side of one party, and is ended by its id', async () => {
  const { scene, of, asked } = sceneWith([]);
  await begins(scene, of, 'supplier', 'from');
  await begins(scene, of, 'register', 'to');
  await ends(scene, of, 'supplier', 'from');
  assert.deepEqual(asked, [
    ['fault', { ...origin, kind: 'outage', from: positions['SUP (incoming)'] }],
    ['fault', { ...origin, kind: 'outage', to: positions.REGS, pace: 20 }],
    ['endFault', 'fault-1'],
  ]);
  assert.deepEqual([...scene.faults], ['fault-1']);
});

test('what is not out cannot come back', async () => {
  const { scene, of } = sceneWith([]);
  await begins(scene, of, 'supplier', 'to');
  await assert.rejects(ends(scene, of, 'supplier', 'from'), { code: 'STEP_WORDS_UNKNOWN' });
});
