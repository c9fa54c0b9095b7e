import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../verdict';
import { everyVerdict, scenario, verdictsOf } from '../fixture';
import { withRun } from '../traceability/rttm.fixture';
import { ctrfStructure } from './ctrf-structure.fixture';
import { ctrfReport } from './ctrf';

const finding: Omit<Finding, 'level'> = {
  ...{ code: 'unclaimed', blame: 'participant', reason: 'IF-031 [MSApp] that nobody claims', ledger: [1] },
};

interface Report {
  specVersion?: string;
  results: { tests: Record<string, unknown>[] };
}

test('the report has the published structure, with every verdict, a finding and what was left out', async () => {
  const verdicts = verdictsOf(everyVerdict(), { findings: [{ ...finding, level: 'must' }] });
  const counted = { ...verdicts, totals: { ...verdicts.totals, notApplicable: 2 } };
  const excluded = [{ id: 'MQ-BP009-010', verdict: 'not-applicable', reason: 'REGS is not held' }];
  await withRun(
    counted,
    (run) => {
      const report = ctrfStructure.parse(JSON.parse(ctrfReport(run)));
      assert.equal(report.results.tests.length, 11);
      assert.equal(new Set(report.results.tests.map(({ id }) => id)).size, 11, 'an id of its own for each');
    },
    excluded,
  );
});

test('the structure trips over a field that is missing, unknown or of another form', async () => {
  await withRun(verdictsOf(everyVerdict()), (run) => {
    const broken = (change: (report: Report) => void) => {
      const report = JSON.parse(ctrfReport(run));
      change(report);
      return ctrfStructure.safeParse(report).success;
    };
    assert.equal(
      broken(() => undefined),
      true,
    );
    assert.equal(
      broken((report) => delete report.specVersion),
      false,
    );
    const first = ({ results }: Report) => results.tests[0]!;
    assert.equal(
      broken((report) => (first(report)['status'] = 'inconclusive')),
      false,
    );
    assert.equal(
      broken((report) => (first(report)['verdict'] = 'pass')),
      false,
    );
    assert.equal(
      broken((report) => (first(report)['duration'] = 1.5)),
      false,
    );
    assert.equal(
      broken((report) => (first(report)['id'] = 'MQ-BP001-010')),
      false,
    );
  });
});

test('each test keeps our verdict, its reason, its place and its blame; an id is the same in every run', async () => {
  const ids = new Set<string>();
  for (const run of ['run-1', 'run-2']) {
    await withRun(verdictsOf(everyVerdict(), { run }), (files) => {
      const { tests } = ctrfStructure.parse(JSON.parse(ctrfReport(files))).results;
      const failed = tests.find(({ status }) => status === 'failed')!;
      ids.add(failed.id!);
      assert.deepEqual([failed.rawStatus, failed.labels!['blame'], failed.line], ['fail', 'participant', 12]);
      assert.match(failed.message!, /^expected IF-031/);
      assert.deepEqual(
        failed.steps!.map((one) => one.status),
        ['failed'],
      );
    });
  }
  assert.equal(ids.size, 1);
});

test('a step that showed nothing of what it asks for is not passed', async () => {
  const steps = [{ text: 'Then it holds', status: 'PASSED', durationMs: 1, error: null, notShown: 'no probe' }];
  await withRun(verdictsOf([scenario({ id: 'A', steps })]), (run) => {
    const { tests } = ctrfStructure.parse(JSON.parse(ctrfReport(run))).results;
    assert.deepEqual(
      tests[0]!.steps!.map((one) => one.status),
      ['other'],
    );
  });
});
