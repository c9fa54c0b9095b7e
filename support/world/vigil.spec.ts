import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVigil } from './vigil';

test('steps that only watch watch together; one that comes after another step watches for the whole time', () => {
  let clock = 1000;
  const vigil = createVigil(() => clock);
  assert.equal(createVigil(() => clock).left(250), 250, 'nothing was watched before the first');
  const step = (left: number, takes: number) => {
    vigil.stepBegins();
    assert.equal(vigil.left(250), left);
    clock += takes;
  };
  step(250, 250);
  step(0, 0);
  assert.equal(vigil.left(400), 150, 'a step that watches longer has the rest');
  clock += 1;
  vigil.stepBegins();
  step(250, 100);
  step(150, 150);
});
