import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './acting';
import { positions, sceneWith } from './scene.fixture';

for (const [what, registered, asked] of [
  ['a participant is given the facts of an MPAN', undefined, [positions['SUP (incoming)']]],
  ['nobody is given the facts of a new connection', false, []],
] as const) {
  test(what, async () => {
    const { scene, of, asked: calls } = sceneWith([]);
    of.watch.lease.meteringPoint = registered === undefined ? { segment: 'S' } : { segment: 'S', registered };
    await load(scene, of);
    assert.deepEqual(
      calls.map(([, request]) => (request as { dipId: string }).dipId),
      asked,
    );
  });
}
