import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sectionLines, sectionMarkdown } from './coverage-print';

const plain = (lines: string[]) => lines.map((line) => line.replace(/\p{Cc}\[\d+m/gu, ''));
const section = {
  title: 'By response code',
  head: ['code', 'proof', 'text'],
  rows: [
    ['REG1031', '-', 'a | b\u001b[31m'],
    ['SP1', 'effect read back', 'word '.repeat(30).trim()],
  ],
  total: '1 of 2 codes proved',
};

test('columns are as wide as what stands in them, and the last goes on below itself', () => {
  const lines = plain(sectionLines(section));
  assert.deepEqual(lines.slice(0, 4), [
    '',
    'By response code',
    '  code     proof             text',
    '  REG1031  -                 a | b\ufffd[31m',
  ]);
  assert.match(lines[4]!, /^ {2}SP1 {6}effect read back {2}word/);
  assert.match(lines[5]!, /^ {29}word( word)*$/);
  assert.equal(Math.max(...lines.map(({ length }) => length)) <= 120, true);
  assert.equal(lines.at(-1), '1 of 2 codes proved');
});

test('a section without rows has its total only', () => {
  assert.deepEqual(plain(sectionLines({ ...section, rows: [] })), ['', 'By response code', '1 of 2 codes proved']);
});

test('long rows stand below their reason, a label in one piece', () => {
  const labels = Array.from({ length: 12 }, () => 'IF-031 [MSApp]').join(', ');
  const head = ['participant', 'why', 'number', 'which'];
  const rows = [['SUP sends', 'no scenario names it', '12', labels]];
  const lines = plain(sectionLines({ ...section, head, rows, stacked: true }));
  assert.equal(lines[2], '  SUP sends, 12: no scenario names it');
  assert.equal(
    lines.slice(3, -1).every((line) => /^ {4}IF-031 \[MSApp\].*\],?$/.test(line)),
    true,
  );
  assert.equal(lines.length > 5, true);
});

test('in Markdown nothing of a cell is taken for markup', () => {
  const lines = sectionMarkdown(section);
  assert.deepEqual(lines.slice(1, 6), [
    '## By response code',
    '',
    '| code | proof | text |',
    '| --- | --- | --- |',
    '| REG1031 | - | a \\| b\ufffd\\[31m |',
  ]);
  assert.equal(lines.at(-1), '1 of 2 codes proved.');
});
