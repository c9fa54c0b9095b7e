import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

type Match = (RegExpExecArray & { indices: ([number, number] | undefined)[] }) | null;

const load = createRequire(__filename);

/** What Cucumber's expressions call. */
function packageOfCucumber(): string {
  const via = ['@cucumber/cucumber/package.json', '@cucumber/cucumber-expressions'];
  const from = via.reduce((file, name) => createRequire(file).resolve(name), __filename);
  return createRequire(from).resolve('regexp-match-indices');
}

test('Cucumber gets ours, which says the same as the package does', () => {
  const file = packageOfCucumber();
  const { [file]: kept } = load.cache;
  delete load.cache[file];
  try {
    const theirs = load(file) as (regexp: RegExp, text: string) => Match;
    const { execWithIndices: ours } = load('../bin/match-indices.js') as { execWithIndices: typeof theirs };
    delete load.cache[load.resolve('../bin/match-indices.js')];
    load('../bin/match-indices.js');
    assert.equal((load(file) as { name: string }).name, ours.name);
    const cases = [
      [
        /^(?:[Tt]he )?(MSS|SUP(?: \((incoming|outgoing)\))?) sends (IF-\d{3}) for MPAN "([A-Z])"$/,
        'the SUP sends IF-031 for MPAN "A"',
      ],
      [/^(?:[Tt]he )?(MSS|SUP(?: \((incoming|outgoing)\))?) sends (IF-\d{3})/, 'SUP (incoming) sends IF-031 twice'],
      [/nothing of it/, 'the SUP sends IF-031'],
    ] as const;
    for (const [pattern, text] of cases) {
      const [own, other] = [ours(new RegExp(pattern), text), theirs(new RegExp(pattern), text)];
      assert.deepEqual(own && [...own], other && [...other]);
      assert.deepEqual(own && [...own.indices], other && [...other.indices]);
    }
  } finally {
    if (kept) load.cache[file] = kept;
    else delete load.cache[file];
  }
});

test('where a search with the flag g goes on', () => {
  const { execWithIndices } = load('../bin/match-indices.js') as { execWithIndices(r: RegExp, text: string): Match };
  const each = /b(c)?/g;
  assert.deepEqual(execWithIndices(each, 'abcb')?.indices.slice(), [
    [1, 3],
    [2, 3],
  ]);
  assert.equal(each.lastIndex, 3);
  assert.deepEqual(execWithIndices(each, 'abcb')?.index, 3);
  assert.equal(execWithIndices(each, 'abcb'), null);
  assert.equal(each.lastIndex, 0);
});
