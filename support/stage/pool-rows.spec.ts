import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QualifyError } from '../errors';
import { csvRows } from './pool-rows';

const header = 'mpan,segment,meterKind,energyDirection,energisation,gspGroup';
const first = '9900000000003,S,smart,I,E,_A';
const read = (...lines: string[]) => csvRows(lines.join('\n'), 'own.csv');

function refused(...lines: string[]): QualifyError {
  try {
    read(...lines);
  } catch (error) {
    return error as QualifyError;
  }
  throw new assert.AssertionError({ message: 'it was taken' });
}

test('a row is an MPAN with its kind; what is empty is not stated', () => {
  const more = `${header},supplier,since,meterId,scenario,label`;
  assert.deepEqual(
    read(more, `${first},2000000002,2026-03-31,E10A12345,MQ-BP001-010,A`, `${first.replace('03,', '12,')},,,,,`),
    [
      {
        ...{ mpan: '9900000000003', segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E' },
        ...{ gspGroup: '_A', supplier: '2000000002', since: '2026-03-31', meterId: 'E10A12345' },
        ...{ scenario: 'MQ-BP001-010', label: 'A', line: 2 },
      },
      {
        ...{ mpan: '9900000000012', segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E' },
        ...{ gspGroup: '_A', line: 3 },
      },
    ],
  );
});

test('columns come in any order and spelling of words; semicolons and a byte order mark are taken', () => {
  const text =
    '\uFEFF"GSP group";Energisation;energy_direction;METERKIND;segment;mpan\r\n_A;E;I;smart;S;"9900000000003"\r\n';
  assert.deepEqual(csvRows(text, 'own.csv'), read(header, first));
});

test('a wrong value is named with file, line, column, value and what to write', () => {
  const rows: [line: string, column: string, says: RegExp, fix: RegExp][] = [
    ['9.90E+12,S,smart,I,E,_A', 'mpan', /expected 13 digits, got "9\.90E\+12"/, /format the column as text/],
    [',S,smart,I,E,_A', 'mpan', /got nothing/, /13 digits/],
    [first.replace('S,', 'X,'), 'segment', /S, A or U, got "X"/, /S is smart/],
    [first.replace('smart', 'Smart'), 'meterKind', /got "Smart"/, /advanced in A/],
    [first.replace(',I', ',import'), 'energyDirection', /I or E/, /I is import/],
    [first.replace('E,_A', 'on,_A'), 'energisation', /E or D/, /energised/],
    [first.replace('_A', 'A'), 'gspGroup', /GSP group, got "A"/, /_A/],
  ];
  for (const [line, column, says, fix] of rows) {
    const error = refused(header, first, '', line);
    assert.deepEqual([error.code, error.place], ['POOL_ROW_WRONG', 'own.csv:4'], line);
    assert.match(error.message, new RegExp(`^Line 4, column ${column}: `));
    assert.match(error.message, says);
    assert.match(error.fix, fix);
  }
});

test('wrong facts are named; scenario and label go together', () => {
  const facts: [column: string, value: string][] = [
    ['supplier', 'Larch'],
    ['dataService', '20000'],
    ['since', '31/03/2026'],
    ['since', '2026-02-30'],
    ['meterId', '12345678901'],
    ['scenario', 'BP001'],
    ['label', 'A'],
  ];
  for (const [column, value] of facts) {
    assert.match(refused(`${header},${column}`, `${first},${value}`).message, new RegExp(`column \\w+: .*"${value}"`));
  }
});

test('all wrong rows are told together, each with its own error', () => {
  const wrong = Array.from({ length: 12 }, (_, index) => `${index},S,smart,I,E,_A`);
  const error = refused(header, first, ...wrong, '1,2');
  assert.equal(error.code, 'POOL_FILE_WRONG');
  assert.match(error.message, /^13 mistakes.*\n {2}own\.csv:3: Line 3, column mpan/);
  assert.match(error.message, /and 3 more$/);
  assert.equal((error.cause as QualifyError[]).length, 13);
});

test('a header that is not one is refused with what it lacks', () => {
  const headers: [line: string, says: RegExp, fix: RegExp][] = [
    ['', /is empty/, /mpan,segment/],
    [header, /a header row only/, /row for each/],
    [header.replace('gspGroup', 'gspGruop'), /no column "gspGruop"/, /Did you mean gspGroup/],
    [`${header},Mpan`, /mpan stands twice/, /Take one/],
    [header.replace(',gspGroup', ''), /lacks gspGroup/, /mpan, segment/],
    [first, /no column "9900000000003"/, /Columns are mpan/],
  ];
  for (const [line, says, fix] of headers) {
    const error = refused(line);
    assert.deepEqual([error.code, error.kind, error.place], ['POOL_CSV_WRONG', 'configuration', 'own.csv:1']);
    assert.match(error.message, says);
    assert.match(error.fix, fix);
  }
  assert.match(refused(header, `${first},x`).message, /line 2 has 7 cells, the header row has 6/);
  assert.match(refused(header, '"990').message, /quote is not closed/);
  assert.match(refused('m\0p\0').message, /not UTF-8/);
});
