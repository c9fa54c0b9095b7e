import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { enumeratedValues, isMasked, valueBasis, valueMeaning } from '.';

const folder = path.join(__dirname, '../../../../shared/dip-spec/v2.1.0');
const skip = existsSync(folder) ? false : 'left out: the published specification is absent';

interface Node {
  $ref?: string;
  enum?: (string | null)[];
  properties?: Record<string, Node>;
}
type Schemas = Record<string, Node>;

const schemasOf = (file: string) =>
  (parse(readFileSync(path.join(folder, `${file}-unresolved.yaml`), 'utf8')) as { components: { schemas: Schemas } })
    .components.schemas;

/** Item name to the values that the release lists for it. */
function published(): Record<string, string[]> {
  const listed: Schemas = { ...schemasOf('DataCatalogue'), ...schemasOf('DataTypes') };
  const lists: Record<string, string[]> = {};
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const [name, item] of Object.entries((node as Node).properties ?? {})) {
      let target = item.$ref?.split('/').at(-1);
      while (target && listed[target]?.$ref) target = listed[target]?.$ref?.split('/').at(-1);
      const values = target ? listed[target]?.enum : undefined;
      // Ids of interfaces and publications name events, not meanings.
      if (values && !/^(IF|PUB)-/.test(String(values[0]))) {
        lists[name] = values.filter((value) => value !== null).sort();
      }
    }
    for (const inner of Object.values(node)) walk(inner);
  };
  for (const file of ['RealCommonBlocks', 'ECS-CommonBlocks', 'Interfaces-EventCodes', 'ECS-Reports']) {
    walk(schemasOf(file));
  }
  return lists;
}

test('every published value of an enumerated item has its meaning, and no other value has', { skip }, () => {
  const lists = published();
  assert.ok(Object.keys(lists).length > 35);
  const own = Object.fromEntries(
    Object.entries(enumeratedValues).map(([item, values]) => [item, Object.keys(values).sort()]),
  );
  assert.deepEqual(own, lists);
});

test('a meaning is a few words, and told apart from the others of its item', () => {
  for (const [item, values] of Object.entries(enumeratedValues)) {
    const meanings = Object.values(values);
    assert.equal(new Set(meanings).size, meanings.length, item);
    for (const meaning of meanings) assert.match(meaning, /^\S.{0,88}\S$/, `${item}: ${meaning}`);
  }
});

test('values are looked up by item and exact value', () => {
  assert.equal(valueMeaning('q', 'ZE2'), 'zero estimate, long-term vacant');
  assert.equal(valueMeaning('e', '5'), 'long-term vacant');
  assert.equal(valueMeaning('q', 'EA13'), 'estimate, method 13, advanced data service');
  assert.equal(valueBasis('meterType', 'S2ADE'), 'stated');
  assert.equal(valueBasis('GSPGroupID', '_A'), 'inferred');
  for (const [item, value] of [
    ['q', 'ze2'],
    ['q', 'EA14'],
    ['toString', 'length'],
    ['q', 'constructor'],
    ['v', '1.000'],
  ] as const) {
    assert.equal(valueMeaning(item, value), undefined);
    assert.equal(valueBasis(item, value), undefined);
  }
});

test('a masked value is all x', () => {
  for (const value of ['x', 'xxxxxxxxxx']) assert.ok(isMasked(value));
  for (const value of ['X', '', 'xa', null, undefined, 1]) assert.ok(!isMasked(value));
});
