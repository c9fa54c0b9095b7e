import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guardedCsv, readCsv, unexecuted } from '.';

test('a cell that a spreadsheet would execute gets an apostrophe, any other stays as it is', () => {
  const executed = [
    '=1+1',
    '+44',
    '-2',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '=HYPERLINK("http://x")',
    '\u0000=1',
  ];
  for (const text of executed) assert.equal(unexecuted(text), `'${text}`, JSON.stringify(text));
  for (const text of ['', 'IF-031 [MSApp]', '2027-02-10', 'a=b', '10', "'=1", '–', 'MQ-1'])
    assert.equal(unexecuted(text), text);
});

test('no cell of any table begins with a sign that is executed, and the rest is read again as it was', () => {
  const risky = fc.tuple(fc.constantFrom('', ' ', '=', '+', '-', '@', '\t', '"', ','), fc.string({ unit: 'grapheme' }));
  const cell = risky.map(([sign, text]) => `${sign}${text}`.replace(/[\r\uFEFF]/g, ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = readCsv(guardedCsv({ header: ['a', 'b'], rows }));
      assert.ok(read.ok);
      const kept = rows.filter((row) => row.some((text) => text !== ''));
      assert.deepEqual(
        read.records.slice(1).map(({ cells }) => cells),
        kept.map((row) => row.map(unexecuted)),
      );
      for (const { cells } of read.records) for (const text of cells) assert.doesNotMatch(text, /^\s*[=+\-@]/);
    }),
  );
});

test('it begins with a byte order mark and ends every record with CRLF, a line end within a cell with LF', () => {
  const text = guardedCsv({
    header: ['a', 'b'],
    rows: [
      ['x\r\ny', 7],
      [{ text: 'good', tone: 'good' }, ''],
    ],
  });
  assert.equal(text, '\uFEFFa,b\r\n"x\ny",7\r\ngood,\r\n');
});
