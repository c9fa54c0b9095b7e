import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../verdict';
import { everyVerdict, verdictsOf } from '../fixture';
import { junitXml } from '../junit';
import { withRun } from '../traceability/rttm.fixture';
import { junitProblems } from './junit-structure.fixture';

const finding: Finding = {
  ...{ code: 'unclaimed', blame: 'participant', level: 'must', reason: 'nobody claims it', ledger: [1] },
};

test('JUnit has the common structure, and its counts are those of its cases', async () => {
  await withRun(verdictsOf(everyVerdict(), { findings: [finding] }), (run) => {
    const xml = junitXml(run);
    assert.deepEqual(junitProblems(xml), []);
    assert.deepEqual(junitProblems(xml.replace(/ tests="\d+"/, ' tests="1"')).length, 1);
    assert.deepEqual(junitProblems(xml.replace('<testcase classname=', '<testcase class=')).slice(0, 2), [
      '<testcase> lacks classname',
      '<testcase> has class',
    ]);
    assert.deepEqual(junitProblems(xml.replaceAll('skipped message', 'ignored message')).slice(0, 1), [
      '<ignored> in <testcase>',
    ]);
    assert.deepEqual(junitProblems('<html></html>'), ['the root is html']);
  });
});
