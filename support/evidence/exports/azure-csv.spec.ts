import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv } from '../../tables';
import { everyVerdict, scenario, verdictsOf } from '../fixture';
import { subjectOfRun } from '../subject';
import { withRun } from '../traceability/rttm.fixture';
import { azureTestCases, azureTestResults } from './azure-csv';

function rowsOf(csv: string): Record<string, string>[] {
  const read = readCsv(csv);
  assert.ok(read.ok);
  const [header, ...records] = read.records;
  return records.map(({ cells }) => Object.fromEntries(header!.cells.map((name, at) => [name, cells[at] ?? ''])));
}

const step = (keyword: string, text: string) => ({ keyword, text, status: 'PASSED', durationMs: 1, error: null });

test('every verdict has an outcome of Azure DevOps, and keeps its own word beside it', async () => {
  await withRun(verdictsOf(everyVerdict()), (run) => {
    const rows = rowsOf(azureTestResults(subjectOfRun(run)));
    const pairs = new Map(rows.map((row) => [row['Verdict'], row['Outcome']]));
    assert.deepEqual(Object.fromEntries(pairs), {
      ...{ pass: 'Passed', fail: 'Failed', inconclusive: 'Blocked', waiting: 'Blocked' },
      ...{ 'not run': 'Not Run', 'not applicable': 'Not Applicable' },
    });
    assert.equal(rows.length, 9);
    const waiting = rows.find((row) => row['Verdict'] === 'waiting')!;
    assert.equal(waiting['Comment'], 'waits for 2027-02-20');
    const [first] = rows as [Record<string, string>];
    assert.deepEqual(
      [first['Started Date'], first['Completed Date']],
      ['2027-02-10T10:00:01.000Z', '2027-02-10T10:00:02.840Z'],
    );
  });
});

test('a test case is a row with an empty ID, then a row for each action with what is expected of it', async () => {
  const steps = [
    ...[step('Given', 'MPAN "A" is Smart'), step('When', 'the Supplier =appoints'), step('Then', 'it came')],
    ...[step('And', 'it was answered'), step('When', 'it waits'), step('But', 'not long')],
  ];
  await withRun(verdictsOf([scenario({ id: 'MQ-BP001-010', steps })]), (run) => {
    const [head, ...rows] = rowsOf(azureTestCases(subjectOfRun(run)));
    assert.deepEqual(
      [head!['ID'], head!['Work Item Type'], head!['Title']],
      ['', 'Test Case', 'MQ-BP001-010 The proposed Metering Service accepts'],
    );
    assert.deepEqual(
      rows.map((row) => [row['Test Step'], row['Step Action'], row['Step Expected']]),
      [
        ['1', 'Given MPAN "A" is Smart', ''],
        ['2', 'When the Supplier =appoints', 'it came\nit was answered'],
        ['3', 'When it waits', ''],
        ['4', 'But not long', ''],
      ],
    );
    assert.ok(rows.every((row) => row['Work Item Type'] === '' && row['Title'] === ''));
  });
});

test('what the selection left out is a case and a result, too', async () => {
  const verdicts = verdictsOf([scenario({ id: 'A' })]);
  const counted = { ...verdicts, totals: { ...verdicts.totals, notApplicable: 1 } };
  await withRun(
    counted,
    (run) => {
      const result = rowsOf(azureTestResults(subjectOfRun(run))).at(-1)!;
      assert.deepEqual([result['Test Case'], result['Outcome'], result['Comment']], ['B', 'Not Applicable', 'no REGS']);
      assert.match(azureTestCases(subjectOfRun(run)), /Left out of the run: B/);
    },
    [{ id: 'B', verdict: 'not-applicable', reason: 'no REGS' }],
  );
});
