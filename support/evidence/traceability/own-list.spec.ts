import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { QualifyError } from '../../errors';
import { writeXlsx } from '../../tables';
import { scratchDir } from '../../testing';
import { readOwnList } from './own-list';

const columns = { requirement: 'Requirement', testCase: 'Test Case', scenario: 'MQ scenario' };

function fileOf(content: string | Uint8Array, name = 'own.csv'): string {
  const file = path.join(scratchDir(), name);
  writeFileSync(file, content);
  return file;
}

const refused = (code: string, text: RegExp) => (error: unknown) => {
  assert.ok(error instanceof QualifyError, String(error));
  assert.equal(error.code, code);
  assert.match(`${error.message} ${error.place} ${error.fix}`, text);
  assert.doesNotMatch(`${error.message}${error.fix}`, /\{\w+\}/);
  return true;
};

test('a CSV gives its rows by the headings of the mapping, several scenarios to a cell', async () => {
  const file = fileOf(
    'test_case;mq scenario;requirement;other\nQT-093;"MQ-BP001-010, MQ-BP001-020\nMQ-DIP-010";R1;x\n;;R2;\n;MQ-1;;\n',
  );
  const { rows } = await readOwnList({ file, columns });
  assert.deepEqual(rows, [
    {
      ...{ line: 2, requirement: 'R1', testCase: 'QT-093', minimumGrade: null },
      scenarios: ['MQ-BP001-010', 'MQ-BP001-020', 'MQ-DIP-010'],
    },
    { line: 4, requirement: 'R2', testCase: '', scenarios: [], minimumGrade: null },
  ]);
});

test('a workbook gives the same rows, of the sheet that is named', async () => {
  const header = ['Requirement', 'Test Case', 'MQ scenario', 'Grade'];
  const sheet = { name: 'RTTM', header, rows: [['R1', 'QT-1', 'MQ-BP001-010', 'Seen on the wire']] };
  const file = fileOf(await writeXlsx([{ name: 'Read me', header: ['a'], rows: [['b']] }, sheet]), 'own.XLSX');
  const { rows } = await readOwnList({ file, sheet: 'RTTM', columns: { ...columns, minimumGrade: 'Grade' } });
  assert.deepEqual(rows[0]!.minimumGrade, 'seen on the wire');
  await assert.rejects(readOwnList({ file, columns }), refused('OWN_LIST_COLUMN_MISSING', /no column "Requirement"/));
});

test('what cannot be read, a heading that is missing, a grade that is none and an empty list are told with their place', async () => {
  const read = (content: string | Uint8Array, name?: string) => readOwnList({ file: fileOf(content, name), columns });
  await assert.rejects(
    readOwnList({ file: '/nowhere.csv', columns }),
    refused('OWN_LIST_UNREADABLE', /does not exist/),
  );
  await assert.rejects(read('a,"b\n'), refused('OWN_LIST_UNREADABLE', /quote is not closed/));
  await assert.rejects(read(Buffer.from([0x61, 0xff, 0xfe])), refused('OWN_LIST_UNREADABLE', /CSV UTF-8/));
  await assert.rejects(read('PK', 'own.xlsx'), refused('OWN_LIST_UNREADABLE', /no Excel workbook/));
  await assert.rejects(
    read('Requirement,Test Case,MQ scenarios\nR,T,S\n'),
    refused('OWN_LIST_COLUMN_MISSING', /Did you mean "MQ scenarios"/),
  );
  await assert.rejects(read('Requirement,Test Case,MQ scenario\n'), refused('OWN_LIST_EMPTY', /own\.csv/));
  await assert.rejects(read('Requirement,Test Case,MQ scenario\n,T,S\n'), refused('OWN_LIST_EMPTY', /own\.csv/));
  const file = fileOf('Requirement,Test Case,MQ scenario,G\nR,T,S,wire\n');
  const graded = readOwnList({ file, columns: { ...columns, minimumGrade: 'G' } });
  await assert.rejects(graded, refused('OWN_LIST_GRADE_UNKNOWN', /line 2, "wire".*own\.csv:2/));
});
