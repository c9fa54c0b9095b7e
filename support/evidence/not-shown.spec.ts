import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { LedgerEntry } from '../ledger';
import { caseOfScenario } from './allure-result';
import { runFolder, scenario, summaryPage, verdictsOf } from './fixture';
import { junitXml } from './junit';
import { readRunFiles } from './run-files';
import { messagesTable } from './summary-messages';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function pagesOf(notShown?: string) {
  const step = { keyword: 'Then', text: 'the records show it', status: 'PASSED', durationMs: 7, error: null };
  const steps = [
    { ...step, text: 'it came' },
    { ...step, ...(notShown ? { notShown } : {}) },
  ];
  const one = scenario({ id: 'MQ-BP001-010', steps, grade: 'acknowledged only' });
  const verdicts = verdictsOf([one]);
  const folder = await runFolder(verdicts);
  folders.push(folder);
  const run = await readRunFiles(folder);
  const { result } = caseOfScenario(one, verdicts, { entries: [], diagrams: [], requirements: [] });
  return {
    summary: summaryPage(run),
    junit: junitXml(run),
    allure: result.steps.map(({ name, status }) => [name, status]),
  };
}

test('a step whose records could not be read is never shown as passed', async () => {
  const { summary, junit, allure } = await pagesOf('no probe');
  assert.match(summary, /the records show it <span class="small"><b class="unsure">not shown: no probe<\/b><\/span>/);
  assert.match(summary, /it came <span class="small"><b class="good">passed<\/b>/);
  assert.match(summary, /role="note">1 of 1 pass: acknowledged only \(no probe\)\./);
  assert.match(junit, /<property name="not shown: no probe" value="the records show it"\/>/);
  assert.deepEqual(allure, [
    ['Then it came', 'passed'],
    ['Then the records show it (not shown: no probe)', 'skipped'],
  ]);
});

test('one whose records were read is', async () => {
  const { summary, junit, allure } = await pagesOf();
  assert.match(summary, /the records show it <span class="small"><b class="good">passed<\/b>/);
  assert.doesNotMatch(summary + junit, /not shown|of 1 pass/);
  assert.deepEqual(allure.at(-1), ['Then the records show it', 'passed']);
});

test('what a probe answered stands among the messages, with its body', () => {
  const entry = {
    ...{ seq: 9, at: '2027-02-10T10:00:01.000Z', source: 'participant', kind: 'probe', name: 'records' },
    ...{ from: '1000000001', to: 'harness', position: 'SUP (incoming)', httpStatus: 200, body: { booked: ['T-1'] } },
    ...{ bodySha256: 'f00d', redacted: ['secret'], checks: [] },
  } as unknown as LedgerEntry;
  const table = messagesTable([entry], 'MQ-BP001-010').text;
  assert.match(table, /SUP \(incoming\) <code>1000000001<\/code> → <code>harness<\/code>/);
  assert.match(table, /what the probe of the records answered<\/td><td>probe<\/td><td>200/);
  assert.match(table, /T-1[^]*ledger\.ndjson, line 9\.[^]*Redacted by rule: secret/);
});
