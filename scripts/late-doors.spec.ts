import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lateDoor, namedBy } from './lib/late-doors';

const all = (from: string) => ({ './c': ['c', 'b'] })[from] ?? [];
const door = `/** What it is. */
export { a, type T, x as y } from './a';
export type { U } from './u';
export { b } from './b';
export * from './c';
`;
const named = [
  ['a', './a', 'a'],
  ['y', './a', 'x'],
  ['b', './b', 'b'],
  ['c', './c', 'c'],
];

test('a door names what it exports; types are nothing, and what it names itself comes before a star', () => {
  assert.deepEqual(namedBy(door, all), named);
});

test('a module that does anything else is no such door', () => {
  assert.equal(namedBy(`import './hooks';\n${door}`, all), undefined);
  assert.equal(namedBy(`${door}export const d = 1;`, all), undefined);
  assert.equal(namedBy(`${door}export * as d from './d';`, all), undefined);
});

test('a door loads a module when a name of it is first used, and asks once for each name', () => {
  const loaded: string[] = [];
  const exported = {} as Record<string, unknown>;
  const load = (from: string) => {
    loaded.push(from);
    return { a: 1, x: 2, b: undefined, c: null };
  };
  new Function('exports', 'require', lateDoor(namedBy(door, all)!))(exported, load);
  assert.deepEqual(Object.keys(exported), ['a', 'y', 'b', 'c']);
  assert.equal(exported.__esModule, true);
  assert.deepEqual(loaded, []);
  assert.deepEqual([exported.a, exported.a, exported.y, exported.c, exported.c], [1, 1, 2, null, null]);
  assert.deepEqual(loaded, ['./a', './a', './c']);
  assert.deepEqual([exported.b, exported.b], [undefined, undefined]);
  assert.deepEqual(loaded.slice(3), ['./b', './b']);
});
