import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { readXlsx, writeXlsx, type Sheet } from '.';

const sheet: Sheet = {
  name: 'Own list',
  header: ['requirement', 'n'],
  rows: [
    ['=1+1', 12],
    [{ text: 'not <run> & "so" _x0041_', tone: 'unsure' }, ''],
  ],
};

const rowsOf = (bytes: Uint8Array, name?: string) => {
  const reading = readXlsx(Buffer.from(bytes), name);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.records;
};
const problemOf = (bytes: Uint8Array, name?: string) => {
  const reading = readXlsx(Buffer.from(bytes), name);
  assert.ok(!reading.ok, 'it was read');
  return reading.problem;
};

/** The workbook with members changed; undefined takes one away. */
async function changed(over: Record<string, string | undefined>): Promise<Uint8Array> {
  const members: Zippable = { ...unzipSync(await writeXlsx([sheet])) };
  for (const [name, text] of Object.entries(over)) {
    if (text === undefined) delete members[name];
    else members[name] = strToU8(text);
  }
  return zipSync(members);
}

test('what is written is read again, by row and by sheet, texts that look like formulas included', async () => {
  const second: Sheet = { name: 'Other', header: ['x'], rows: [['y']] };
  const bytes = await writeXlsx([sheet, second]);
  assert.deepEqual(rowsOf(bytes), [
    { line: 1, cells: ['requirement', 'n'] },
    { line: 2, cells: ['=1+1', '12'] },
    { line: 3, cells: ['not <run> & "so" _x0041_'] },
  ]);
  assert.deepEqual(
    rowsOf(bytes, 'Other').map(({ cells }) => cells),
    [['x'], ['y']],
  );
});

test('any text comes back, and nothing in the file is a formula', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(one));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 4 }), async (rows) => {
      const bytes = await writeXlsx([{ name: 'a', header: ['h', 'i'], rows }]);
      const want = rows.filter((row) => row.some((one) => one.trim() !== ''));
      const got = rowsOf(bytes)
        .slice(1)
        .map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']);
      assert.deepEqual(
        got,
        want.map((row) => row.map((one) => one.trim())),
      );
      assert.doesNotMatch(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!), /<f[ >/]/);
    }),
    { numRuns: 40 },
  );
});

test('the header row is frozen, the filter covers the table, and the same table gives the same bytes', async () => {
  const bytes = await writeXlsx([sheet]);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
  assert.match(xml, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/);
  assert.match(xml, /<autoFilter ref="A1:B3"\/>/);
  assert.deepEqual(await writeXlsx([sheet]), bytes);
});

test('a text of many lines is not wrapped, a short one is', async () => {
  const xml = strFromU8(
    unzipSync(await writeXlsx([{ name: 'a', header: ['h'], rows: [['a\nb\nc'], ['a\nb']] }]))[
      'xl/worksheets/sheet1.xml'
    ]!,
  );
  assert.match(xml, /<c r="A2" s="5" t="inlineStr">/);
  assert.match(xml, /<c r="A3" t="inlineStr">/);
});

test('a text that no cell takes is cut and says so', async () => {
  const [, row] = rowsOf(await writeXlsx([{ name: 'a', header: ['h'], rows: [['x'.repeat(40_000)]] }]));
  assert.equal(row!.cells[0]!.length, 32_767);
  assert.match(row!.cells[0]!, /cut: the CSV of this table has all\)$/);
});

test('shared strings, rich text, booleans and gaps are read as a spreadsheet shows them', async () => {
  const shared =
    '<?xml version="1.0"?><x:sst xmlns:x="u"><x:si><x:r><x:t>MQ-</x:t></x:r><x:r><x:t>1 &#38; 2</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si></x:sst>';
  const cells =
    '<row r="4"><c r="B4" t="s"><v>0</v></c><c r="D4" t="b"><v>1</v></c><c r="AA4" t="str"><f>1+1</f><v>2</v></c></row>';
  const bytes = await changed({
    'xl/sharedStrings.xml': shared,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="2"/>${cells}</sheetData></worksheet>`,
  });
  const [row, ...others] = rowsOf(bytes);
  assert.deepEqual([row!.line, others], [4, []]);
  assert.deepEqual([row!.cells[0], row!.cells[1], row!.cells[3], row!.cells[26]], ['', 'MQ-1 & 2', 'TRUE', '2']);
});

test('what is no workbook, is damaged, or lacks the sheet is told', async () => {
  const good = await writeXlsx([sheet]);
  assert.match(problemOf(strToU8('requirement,scenario\n')), /no Excel workbook/);
  assert.match(problemOf(zipSync({ 'a.txt': strToU8('x') })), /xl\/workbook\.xml is missing/);
  assert.match(problemOf(good, 'Third'), /no sheet "Third"; it has Own list/);
  assert.match(problemOf(await changed({ 'xl/worksheets/sheet1.xml': '<row><c r="A1">' + '<' })), /XML is damaged/);
  assert.match(
    problemOf(await changed({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' })),
    /document type/,
  );
  assert.match(problemOf(good.slice(0, good.length - 40)), /no Excel workbook|damaged/);
});

test('a workbook that unpacks beyond the bound is refused, also where it lies about its size', async () => {
  const bomb = await changed({ 'xl/worksheets/sheet1.xml': ' '.repeat(45_000_000) });
  assert.ok(bomb.length < 1_000_000);
  assert.match(problemOf(bomb), /larger than 40 MB when unpacked/);
  const lie = Buffer.from(bomb);
  const view = new DataView(lie.buffer, lie.byteOffset);
  for (let at = lie.indexOf('PK\u0001\u0002'); at >= 0; at = lie.indexOf('PK\u0001\u0002', at + 1))
    view.setUint32(at + 24, 10, true);
  assert.match(problemOf(lie), /larger than 40 MB when unpacked/);
  assert.match(problemOf(new Uint8Array(10_000_001)), /larger than 10 MB/);
});

test('no byte of a workbook can be changed so that reading ends in anything but rows or a problem', async () => {
  const good = Buffer.from(await writeXlsx([sheet]));
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = Buffer.from(good);
      bytes[at]! ^= flip;
      const reading = readXlsx(bytes);
      assert.equal(typeof reading.ok, 'boolean');
    }),
    { numRuns: 300 },
  );
});
