import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv, writeCsv } from './csv';

const cells = (text: string) => {
  const reading = readCsv(text);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.records.map((record) => record.cells);
};
const lines = (text: string) => {
  const reading = readCsv(text);
  assert.ok(reading.ok);
  return reading.records.map(({ line }) => line);
};

test('comma and semicolon, every line ending and a byte order mark give the same cells', () => {
  const want = [
    ['a', 'b'],
    ['1', '2'],
  ];
  for (const text of ['a,b\n1,2\n', 'a;b\r\n1;2\r\n', '\uFEFFa,b\r1,2', '"a";"b"\n"1";2', ' a , b \n 1 ,\t"2" ']) {
    assert.deepEqual(cells(text), want, JSON.stringify(text));
  }
});

test('the header decides the delimiter; the other one is then part of a cell', () => {
  assert.deepEqual(cells('a;b\n1,5;2'), [
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  assert.deepEqual(cells('"a;b;c",d\n1,2')[0], ['a;b;c', 'd']);
});

test('a quoted cell keeps delimiters, line breaks, doubled quotes and its spaces', () => {
  assert.deepEqual(cells('a,b\n"x, y","he said ""no""\nand left "\n'), [
    ['a', 'b'],
    ['x, y', 'he said "no"\nand left '],
  ]);
});

test('empty cells stay, empty lines go, and each record knows its line', () => {
  assert.deepEqual(cells('a,b,c\n\n,,3\n,,\n1,,\n'), [
    ['a', 'b', 'c'],
    ['', '', '3'],
    ['1', '', ''],
  ]);
  assert.deepEqual(lines('a,b\r\n\r\n"1\r\n1",2\r\n3,4'), [1, 3, 5]);
  assert.deepEqual(cells(''), []);
});

test('broken quoting is told with its line', () => {
  assert.deepEqual(readCsv('a,b\n1,"2\n3,4\n'), { ok: false, line: 2, problem: 'a quote is not closed' });
  const problem = 'something follows the closing quote of a cell';
  assert.deepEqual(readCsv('a,b\n1,2\n"3"4,5\n'), { ok: false, line: 3, problem });
  assert.deepEqual(readCsv('a,b\n1,2"3\n'), { ok: false, line: 2, problem: 'a quote stands in the middle of a cell' });
});

test('what is written is read again as it was', () => {
  const rows = [
    ['mpan', 'note'],
    ['990', 'a "b", c;\nd'],
    ['', ' x '],
  ];
  assert.deepEqual(cells(writeCsv(rows)), rows);
  assert.equal(writeCsv([['a', 'b']]), 'a,b\n');
});
