import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KeyTree, keyTree } from './key-tree';
import { allEvents, bundledRelease } from './release';

/** Every path of a tree, with whether it is required. */
function pathsOf(tree: KeyTree, at = ''): string[] {
  return [...tree.below].flatMap(([name, inner]) => {
    const path = `${at}.${name}`;
    assert.equal(tree.lower.get(name.toLowerCase()), name);
    return [`${path}${tree.required.includes(name) ? ' required' : ''}`, ...pathsOf(inner, path)];
  });
}

test('the keys of every message are those of its JSON Schema, in both directions', () => {
  let compared = 0;
  for (const definition of allEvents(bundledRelease)) {
    for (const direction of ['ingress', 'egress'] as const) {
      const paths = pathsOf(bundledRelease.keys(definition, direction));
      assert.deepEqual(paths, pathsOf(keyTree(bundledRelease.jsonSchema(definition, direction))));
      compared += paths.length;
    }
  }
  assert.ok(compared > 10_000, `${compared} keys`);
});
