import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenario, verdictsOf } from '../fixture-verdicts';
import { constituency, passed } from './coverage.fixture';
import { constituencyFacts, matrixOf, type MatrixRow } from './matrix';

const all = { roles: ['SUP'], processes: [] };
const verdicts = verdictsOf([
  passed(),
  passed({ id: 'MQ-BP001-020', grade: 'seen on the wire' }),
  passed({ id: 'MQ-BP001-030', verdict: 'fail' }),
  passed({ id: 'MQ-BP001-040', verdict: 'not-run' }),
  scenario({ id: 'MQ-BP005-010', process: 'BP005' }),
]);
const cell = (rows: MatrixRow[], process: string, id: string) =>
  rows.find((row) => row.process === process)?.cells.find((one) => one.constituency === id);

test('a cell says who is touched, and what began and passed in the roles of that kind of participant', () => {
  const rows = matrixOf({ verdicts }, constituency, all);
  assert.deepEqual(cell(rows, 'BP001', 'supplier'), {
    ...{ constituency: 'supplier', basis: 'stated', ran: 3, proved: 2, grade: 'effect read back' },
  });
  assert.deepEqual(
    rows.map(({ process }) => process),
    ['BP001', 'BP014'],
  );
});

test('inferred, untouched and roleless cells show nothing that was not run', () => {
  const rows = matrixOf({ verdicts }, constituency, all);
  const nothing = { ran: 0, proved: 0, grade: null };
  assert.deepEqual(cell(rows, 'BP001', 'dno'), { constituency: 'dno', basis: 'inferred', ...nothing });
  assert.deepEqual(cell(rows, 'BP014', 'supplier'), { constituency: 'supplier', basis: null, ...nothing });
  assert.deepEqual(cell(rows, 'BP001', 'smart-dcc'), { constituency: 'smart-dcc', basis: 'stated', ...nothing });
});

test('over a ledger that does not prove itself scenarios ran and nothing is proved', () => {
  const one = cell(matrixOf({ verdicts, ledgerProblem: 'x' }, constituency, all), 'BP001', 'supplier');
  assert.deepEqual([one?.ran, one?.proved, one?.grade], [3, 0, null]);
});

test('other roles and other processes are left out', () => {
  const other = cell(matrixOf({ verdicts }, constituency, { roles: ['REGS'], processes: [] }), 'BP001', 'supplier');
  assert.equal(other?.ran, 0);
  const rows = matrixOf({ verdicts }, constituency, { roles: ['SUP'], processes: ['BP014'] });
  assert.deepEqual(
    rows.map(({ process }) => process),
    ['BP014'],
  );
  assert.deepEqual(
    constituencyFacts(constituency, ['SUP', 'UMSO']).map(({ held }) => held),
    [['SUP'], ['UMSO'], []],
  );
});
