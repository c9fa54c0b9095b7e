import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callItems } from './call-table';
import type { Scene } from './scene';

const scene = { mpan: (label: string) => ({ label }) } as unknown as Scene;
const row = (over: Record<string, string> = {}) => ({
  message: 'IF-035 [MSAppAccepted]',
  MPAN: 'A',
  with: '',
  ...over,
});

test('a row is a message about an MPAN, or a copy of it that is spoilt', () => {
  const [good, bad] = callItems(scene, [row(), row({ MPAN: 'B', with: 'a broken schema' })]);
  assert.deepEqual(good, { mpan: { label: 'A' }, message: { interface: 'IF-035', event: 'MSAppAccepted' } });
  assert.deepEqual([bad!.mpan.label, bad!.spoilt], ['B', 'broken-schema']);
});

test('what cannot be spoilt in one item, or is no message, is told', () => {
  assert.throws(() => callItems(scene, [row({ with: 'a wrong signature' })]), { code: 'SPOILING_UNKNOWN' });
  assert.throws(() => callItems(scene, [row({ with: 'a scratch' })]), {
    code: 'SPOILING_UNKNOWN',
    message: /a scratch/,
  });
  assert.throws(() => callItems(scene, [row({ message: 'IF-035' })]), { code: 'STEP_WORDS_UNKNOWN' });
});
