import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { verdictKinds } from '../../verdict';
import { markupProblems } from '../fixture-balance';
import { remoteNames } from '../remote-names';
import { compare, hasRegression, type Case, type Comparison, type Side } from './compare';
import { comparisonPage } from './page';
import { comparisonSections, comparisonText } from './sections';

const one = (id: string, over: Partial<Case> = {}): Case => ({
  ...{ id, name: `name of ${id}`, verdict: 'pass', reason: null, grade: 'seen at both ends', took: 1000 },
  ...over,
});
const side = (cases: Case[], over: Partial<Side> = {}): Side => ({
  ...{ name: 'x', notes: [], facts: new Map([['release', '2.1.0']]), cases, findings: new Map() },
  ...over,
});
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

const anyCase = fc.record({
  id: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  name: fc.string(),
  verdict: fc.constantFrom(...verdictKinds),
  reason: fc.option(fc.string()),
  grade: fc.option(fc.constantFrom('attested', 'effect read back')),
  took: fc.option(fc.integer({ min: 0, max: 20_000 })),
});
const words = fc.dictionary(fc.constantFrom('p', 'q', 'r'), fc.string()).map((all) => new Map(Object.entries(all)));
const anySide = fc.record({
  name: fc.string(),
  notes: fc.array(fc.string(), { maxLength: 2 }),
  facts: words,
  cases: fc.uniqueArray(anyCase, { selector: ({ id }) => id }),
  findings: words,
});

test('what is compared with itself differs in nothing', () => {
  fc.assert(
    fc.property(anySide, (x) => {
      const { a: _a, b: _b, compared, stillFailing, ...rest } = compare(x, x);
      assert.equal(compared, x.cases.filter(({ verdict }) => !verdict.startsWith('not-')).length);
      for (const [name, list] of Object.entries(rest)) assert.deepEqual(list, [], name);
      assert.deepEqual(ids(stillFailing), ids(x.cases.filter(({ verdict }) => verdict === 'fail')));
      assert.equal(hasRegression(compare(x, x)), false);
    }),
  );
});

test('swapped sides swap regressions and fixes, new and gone, and keep the rest', () => {
  const sorted = (list: readonly { id: string }[]) => ids(list).sort();
  fc.assert(
    fc.property(anySide, anySide, (x, y) => {
      const [there, back] = [compare(x, y), compare(y, x)];
      assert.deepEqual(sorted(there.regressions), sorted(back.fixes));
      assert.deepEqual(sorted(there.fixes), sorted(back.regressions));
      assert.deepEqual(sorted(there.added), sorted(back.gone));
      assert.deepEqual(there.findingsNew, back.findingsGone);
      for (const key of ['stillFailing', 'changed', 'proof'] as const) {
        assert.deepEqual(sorted(there[key]), sorted(back[key]), key);
      }
      assert.equal(there.facts.length, back.facts.length);
      const both = there.longer.filter(({ id }) => ids(back.longer).includes(id));
      assert.deepEqual(both, []);
    }),
  );
});

test('every scenario that ran on both sides with another verdict stands in one list', () => {
  const ran = ({ verdict }: Case) => verdict !== 'not-run' && verdict !== 'not-applicable';
  fc.assert(
    fc.property(anySide, anySide, (x, y) => {
      const { regressions, fixes, changed, added, gone } = compare(x, y);
      const after = new Map(y.cases.filter(ran).map((each) => [each.id, each]));
      const other = x.cases.filter((each) => {
        const there = after.get(each.id);
        return ran(each) && there !== undefined && there.verdict !== each.verdict;
      });
      assert.deepEqual([...regressions, ...fixes, ...changed].map(({ id }) => id).sort(), ids(other).sort());
      assert.equal(added.length - gone.length, after.size - x.cases.filter(ran).length);
    }),
  );
});

test('a pass that fails or is open is a regression, and so is an open one that fails; the way back is a fix', () => {
  const step = (before: Case['verdict'], after: Case['verdict']) =>
    compare(side([one('A', { verdict: before })]), side([one('A', { verdict: after })]));
  const listOf = (c: Comparison) =>
    (['regressions', 'fixes', 'changed', 'stillFailing', 'added', 'gone'] as const).filter((key) => c[key].length > 0);
  assert.deepEqual(listOf(step('pass', 'fail')), ['regressions']);
  assert.deepEqual(listOf(step('pass', 'inconclusive')), ['regressions']);
  assert.deepEqual(listOf(step('inconclusive', 'fail')), ['regressions']);
  assert.deepEqual(listOf(step('fail', 'pass')), ['fixes']);
  assert.deepEqual(listOf(step('inconclusive', 'waiting')), ['changed']);
  assert.deepEqual(listOf(step('fail', 'fail')), ['stillFailing']);
  assert.deepEqual(listOf(step('pass', 'not-run')), ['gone']);
  assert.deepEqual(listOf(step('not-applicable', 'pass')), ['added']);
  assert.deepEqual(listOf(step('pass', 'pass')), []);
});

test('a scenario took longer by ratio and by floor, both; it is no regression', () => {
  const took = (before: number | null, after: number | null) =>
    compare(side([one('A', { took: before })]), side([one('A', { took: after })]));
  assert.equal(took(2000, 4000).longer.length, 1);
  assert.equal(took(2001, 4001).longer.length, 0);
  assert.equal(took(100, 1900).longer.length, 0);
  assert.equal(took(null, 9000).longer.length, 0);
  assert.equal(hasRegression(took(2000, 9000)), false);
});

test('a finding of the run that was not there breaks something; one that went is told', () => {
  const bare = side([one('A')]);
  const found = side([one('A')], { findings: new Map([['LEDGER_BROKEN', 'line 2']]) });
  assert.equal(hasRegression(compare(bare, found)), true);
  assert.equal(hasRegression(compare(found, bare)), false);
  assert.deepEqual(compare(found, bare).findingsGone, [{ code: 'LEDGER_BROKEN', reason: 'line 2' }]);
});

test('the page is well formed, escaped and bears the notes; it fetches nothing and judges no time', () => {
  const before = side([one('A'), one('B'), one('C')], { name: 'run <1>', notes: ['Bundled & such'] });
  const after = side([one('A', { verdict: 'fail', reason: 'expected <x>' }), one('B', { took: 9000 }), one('D')]);
  const comparison = compare(before, after);
  const page = comparisonPage(comparison);
  assert.deepEqual(markupProblems(page), []);
  assert.deepEqual(remoteNames(page), []);
  for (const text of ['Something broke', 'run &lt;1&gt;', 'expected &lt;x&gt;', 'Bundled &amp; such', 'Took longer']) {
    assert.ok(page.includes(text), text);
  }
  assert.deepEqual(
    comparisonSections(comparison).map(({ title }) => title),
    ['Regressions', 'New', 'Gone', 'Took longer'],
  );
  assert.equal(
    comparisonText(comparison),
    '1 regression, 0 fixes, 0 still failing, 1 new, 1 gone, 1 took longer; 2 ran on both sides',
  );
  assert.match(comparisonPage(compare(before, before)), /headline good.*Nothing broke<.*No difference\./s);
  const fewer = side([one('A')]);
  assert.match(comparisonPage(compare(before, fewer)), /headline unsure.*Nothing broke in what ran again/s);
  assert.match(comparisonPage(compare(before, side([]))), /headline unsure.*No scenario ran on both sides/s);
});
