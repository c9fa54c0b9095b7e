import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { RunNews } from './parent';
import { createStepNews } from './step-news';

test('of many steps the last of each scenario is told, four times a second, and none of one that has ended', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const told: RunNews[] = [];
    const news = createStepNews((one) => (told.push(one), Promise.resolve()));
    for (const step of ['a', 'b', null]) news.begun({ id: 'one', step });
    news.begun({ id: 'two', step: 'c' });
    news.begun({ id: 'three', step: 'd' });
    news.ended('three');
    mock.timers.tick(249);
    assert.deepEqual(told, []);
    mock.timers.tick(1);
    assert.deepEqual(told, [
      { kind: 'step', id: 'one', step: null },
      { kind: 'step', id: 'two', step: 'c' },
    ]);
    mock.timers.tick(1000);
    assert.equal(told.length, 2, 'where no step begins nothing is told');
    news.begun({ id: 'one', step: 'e' });
    mock.timers.tick(250);
    assert.deepEqual(told.at(-1), { kind: 'step', id: 'one', step: 'e' });
  } finally {
    mock.timers.reset();
  }
});
