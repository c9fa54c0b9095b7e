import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { OffDipLeg } from '../verdict';
import { caseOfScenario } from './allure-result';
import { runFolder, scenario, summaryPage, verdictsOf } from './fixture';
import { junitXml } from './junit';
import { readRunFiles } from './run-files';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const leg: OffDipLeg = {
  ...{ row: '6', from: 'SUP (incoming)', to: ['LDSO'], message: 'D0168', ledger: [] },
  ...{ how: 'not seen', text: 'the profile names no folder', grade: null },
};

async function pagesOf(over: Partial<OffDipLeg> = {}) {
  const step = { keyword: 'Then', text: 'they came', status: 'PASSED', durationMs: 7, error: null };
  const one = scenario({ id: 'MQ-BP001-010', steps: [{ ...step, offDip: [{ ...leg, ...over }] }] });
  const verdicts = verdictsOf([one]);
  const folder = await runFolder(verdicts);
  folders.push(folder);
  const run = await readRunFiles(folder);
  const { result } = caseOfScenario(one, verdicts, { entries: [], diagrams: [], requirements: [] });
  const [{ status, steps: inside }] = result.steps as [(typeof result.steps)[number]];
  return { summary: summaryPage(run), junit: junitXml(run), allure: [status, inside[0]!.name, inside[0]!.status] };
}

test('a leg off the DIP that nothing shows stands as not seen on every page, and its step passed', async () => {
  const { summary, junit, allure } = await pagesOf();
  assert.match(summary, /row 6, D0168 from SUP \(incoming\) to LDSO: <b class="unsure">not seen: the profile names/);
  assert.match(summary, /they came <span class="small"><b class="good">passed<\/b>/);
  assert.match(summary, /role="note">1 of 1 pass: legs off the DIP not seen \(D0168\)\./);
  const property = /name="off the DIP: row 6, D0168 from SUP \(incoming\) to LDSO" value="not seen: the profile names/;
  assert.match(junit, property);
  const name = 'Off the DIP, row 6, D0168 from SUP (incoming) to LDSO (not seen: the profile names no folder)';
  assert.deepEqual(allure, ['passed', name, 'skipped']);
});

test('one that is attested says by whom, and its grade', async () => {
  const { summary, junit, allure } = await pagesOf({ how: 'attested', text: 'by <A & B>', grade: 'attested' });
  assert.match(summary, /<b class="quiet">attested: by &lt;A &amp; B&gt;<\/b> \(attested\)/);
  assert.match(junit, /value="attested: by &lt;A &amp; B&gt;"/);
  assert.doesNotMatch(summary + junit, /not seen/);
  assert.equal(allure[2], 'passed');
});
