import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markupProblems } from '../fixture-balance';
import { indexSubject } from './viewer-index';
import { searchOf } from './search';
import { searchPage } from './search-page';
import { everySubject, madeSubject, mpanOf, requirements } from './viewer.fixture';

const index = indexSubject(madeSubject(10, 50), requirements);
const search = searchOf(index);
const only = (query: string) => {
  const { hits, exact } = search(query);
  assert.ok(exact, query);
  return hits[0]!.href;
};

test('an exact hit of each kind leads to its page, and to its line where it has one', () => {
  assert.equal(only(mpanOf(3)), `mpan/${mpanOf(3)}.html`);
  assert.equal(only('T-IF-031-13'), `mpan/${mpanOf(2)}.html#l-13`);
  assert.equal(only(' t-if-031-13 '), `mpan/${mpanOf(2)}.html#l-13`);
  assert.equal(only('S-13'), `mpan/${mpanOf(2)}.html#l-13`);
  assert.match(only('MQ-R-2'), /^requirements\.html#/);
  assert.equal(only('MQ-BP001-7'), 'scenarios/MQ-BP001-7.html');
});

test('several hits are listed: messages of one correlation, words of a name, a part of an id', () => {
  const correlation = search('C-4');
  assert.deepEqual([correlation.exact, correlation.hits.length], [false, 5]);
  assert.equal(search('metering PROPOSED').hits.length, 10);
  assert.ok(search('T-IF-031-4').hits.every(({ kind }) => kind === 'transaction'));
  const many = search('if-031');
  assert.deepEqual([many.hits.length, many.exact], [100, false]);
  assert.ok(many.more > 0);
});

test('what is nowhere, nothing and a very long text lead to nothing', () => {
  for (const query of ['nowhere at all', '', '   ', 'x'.repeat(100_000)]) {
    assert.deepEqual(search(query), { hits: [], exact: false, more: 0 });
  }
});

test('the page of a search says what was looked for, escaped, and is well formed', async () => {
  const every = indexSubject(await everySubject(), requirements);
  const find = searchOf(every);
  for (const query of ['<script>alert(1)</script>"', 'supplier', 'MQ-BP']) {
    const { text } = searchPage(every, { searchable: true }, query, find(query));
    assert.deepEqual(markupProblems(text), []);
    assert.doesNotMatch(text, /<script/);
  }
  const none = searchPage(every, {}, '<i>x', find('<i>x')).text;
  assert.match(none, /Nothing found for “&lt;i&gt;x”/);
  assert.match(none, /href="\/pages\/index\.html"/);
});
