import assert from 'node:assert/strict';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Verdicts } from '../verdict';
import { everyVerdict, runFolder, scenario, summaryPage, verdictsOf } from './fixture';
import { markupProblems } from './fixture-balance';
import { remoteNames } from './remote-names';
import { readRunFiles } from './run-files';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function folderOf(verdicts: Verdicts, excluded: object[] = []): Promise<string> {
  const folder = await runFolder(verdicts, excluded);
  folders.push(folder);
  return folder;
}

async function pageOf(verdicts: Verdicts, excluded: object[] = []): Promise<string> {
  return summaryPage(await readRunFiles(await folderOf(verdicts, excluded)));
}

const headlineOf = (page: string) => {
  const [, tone, title] = /<div class="headline (\w+)"><h1><span[^>]*>.<\/span> ([^<]+)<\/h1>/u.exec(page)!;
  return `${tone}: ${title}`;
};
const finding = { code: 'unclaimed', level: 'must' as const, reason: 'IF-031 that nobody claims', ledger: [1] };
const pass = scenario({ id: 'MQ-BP001-010' });

test('the page is well formed, holds its names escaped, and loads nothing', async () => {
  const page = await pageOf(verdictsOf(everyVerdict()), [
    { id: 'MQ-BP099-010', verdict: 'not-run', reason: 'a <reason>' },
  ]);
  assert.deepEqual(markupProblems(page), []);
  assert.deepEqual(remoteNames(page), []);
  assert.doesNotMatch(page, /<script|[^\P{Cc}\n\t]|\p{Cs}/u);
  assert.match(
    page,
    /Supplier\ufffd &lt;b&gt;&quot;A &amp; B&quot;&lt;\/b&gt; red \]\]&gt; &lt;\/script&gt; \ufffd it\u2019s/,
  );
  assert.match(page, /a &lt;reason&gt;/);
});

test('only a run in which everything that ran passed has the green headline', async () => {
  assert.equal(headlineOf(await pageOf(verdictsOf([pass]))), 'good: Passed');
  const others: [string, Verdicts][] = [
    ['bad: Failed', verdictsOf(everyVerdict())],
    ['bad: Failed', verdictsOf([pass], { exitCode: 1 })],
    ['bad: Failed', verdictsOf([pass, scenario({ id: 'F', verdict: 'fail', blame: 'participant' })], { exitCode: 0 })],
    ['unsure: Inconclusive', verdictsOf([pass], { exitCode: 3 })],
    ['unsure: Inconclusive', verdictsOf([pass], { exitCode: 0, findings: [{ ...finding, blame: 'harness' }] })],
    ['bad: Failed', verdictsOf([pass], { exitCode: 0, findings: [{ ...finding, blame: 'participant' }] })],
    ['unsure: Cut off', verdictsOf([pass], { exitCode: 130, partial: true })],
    ['unsure: Waiting', verdictsOf([pass, scenario({ id: 'W', verdict: 'waiting' })])],
    ['unsure: Nothing was shown', verdictsOf([scenario({ id: 'N', verdict: 'not-run', started: null })])],
  ];
  for (const [expected, verdicts] of others) assert.equal(headlineOf(await pageOf(verdicts)), expected);
});

test('a strict run that failed by its observations says so', async () => {
  const late = { code: 'answered-within', blame: 'participant', level: 'should', reason: 'late', ledger: [1] } as const;
  const observed = scenario({ id: 'O', observations: [{ ...late, ledger: [1] }] });
  const page = await pageOf(verdictsOf([observed], { exitCode: 1 }));
  assert.equal(headlineOf(page), 'bad: Failed');
  assert.match(page, /1 observation; observations count as failures in this run\./);
});

test('a damaged or missing ledger takes the green away and is named', async () => {
  const folder = await folderOf(verdictsOf([pass]));
  const ledger = path.join(folder, 'ledger.ndjson');
  const text = await readFile(ledger, 'utf8');
  await writeFile(ledger, text.replace('"httpStatus":201', '"httpStatus":200'));
  assert.equal(headlineOf(summaryPage(await readRunFiles(folder))), 'unsure: Passed, but the ledger is damaged');
  await writeFile(ledger, text);
  assert.equal(headlineOf(summaryPage(await readRunFiles(folder))), 'good: Passed');
  await appendFile(ledger, '{"seq":');
  assert.match(summaryPage(await readRunFiles(folder)), /The ledger does not prove itself: line \d+ is cut off/);
  await rm(ledger);
  assert.match(summaryPage(await readRunFiles(folder)), /ledger.ndjson is not in the run folder/);
});

test('a partial run and a bundled participant are marked on screen and on every printed page', async () => {
  const participant = { name: 'Reference', roles: ['SUP'], bundled: true };
  const page = await pageOf(verdictsOf([pass], { participant, partial: true, exitCode: 130 }));
  assert.match(page, /class="every-page"[^>]*>Bundled reference participant: demonstration, no evidence/);
  assert.match(page, /class="banner"[^>]*>Bundled reference participant/);
  assert.match(page, /class="banner"[^>]*>Partial run/);
  const plain = await pageOf(verdictsOf([pass]));
  assert.doesNotMatch(plain, /class="every-page"|class="banner"/);
});

test('a fault that was left on is marked on every page, and stands among the findings', async () => {
  const left = { code: 'FAULT_LEFT_ON', blame: 'configuration', level: 'should', reason: 'hold', ledger: [1] } as const;
  const page = await pageOf(verdictsOf([pass], { findings: [{ ...left, ledger: [1] }] }));
  assert.match(page, /class="every-page"[^>]*>To the end of the run the simulated DIP had 1 fault on/);
  assert.match(page, /<h3>Observed<\/h3>[^]*FAULT_LEFT_ON/);
});

test('the page says what it is not, and claims nothing', async () => {
  const page = await pageOf(verdictsOf(everyVerdict()));
  assert.doesNotMatch(page, /\bqualified\b/i);
  assert.match(page, /A test run shows; only the code bodies qualify\. The code bodies have not endorsed this tool/);
});

test('messages name the position and DIP ID, and a long body is an excerpt with its ledger line', async () => {
  const page = await pageOf(verdictsOf([pass]));
  assert.match(page, /SUP \(incoming\) <code>1000000001<\/code> → <code>DIP<\/code>/);
  assert.match(page, /<code>DIP<\/code> → REGS <code>1000000004<\/code>/);
  assert.match(page, /correlation<\/b> \(should\): expected null, got &quot;x&lt;y&quot;/);
  assert.match(page, /Excerpt; the whole body is in ledger\.ndjson, line 2\./);
  assert.ok(!page.includes('x'.repeat(2100)));
});

test('what was not run stands by reason, assumptions by state', async () => {
  const excluded = ['1', '2'].map((n) => ({ id: `MQ-BP099-${n}`, verdict: 'not-run', reason: 'needs travel' }));
  const page = await pageOf(verdictsOf([pass]), excluded);
  assert.match(page, /<td>not run<\/td><td>needs travel<\/td><td>2 scenarios/);
  assert.match(page, /<b class="unsure">assumed<\/b><\/td><td><a href="#s-MQ-BP001-010">/);
  assert.match(page, /confirmed by BSCP 700, A\. Reader/);
});

test('an assumption stands beside each verdict that rests on it, and beside no other', async () => {
  const other = scenario({ id: 'MQ-BP001-020' });
  const { assumptions } = verdictsOf([pass]);
  const [assumed, confirmed] = assumptions.map((one) => ({ ...one, touched: [pass.id] }));
  const rowOf = (page: string, id: string) => page.slice(page.indexOf(`<tbody id="s-${id}"`)).split('</tbody>')[0]!;
  const page = await pageOf(verdictsOf([pass, other], { assumptions: [assumed!, confirmed!] }));
  assert.match(rowOf(page, pass.id), /rests on 1 assumed/);
  assert.match(
    rowOf(page, pass.id),
    /<code>clock-skew<\/code> Clock skew Value: 30 s <span[^>]*>confirmed by BSCP 700/,
  );
  assert.doesNotMatch(rowOf(page, other.id), /rests on|clock-skew/);
  assert.doesNotMatch(await pageOf(verdictsOf([pass], { assumptions: [confirmed!] })), /rests on \d/);
});

test('a run on another release than the one in force says so on every page; one on that release does not', async () => {
  const inForce = { release: '2.2.1', from: '2026-11-05' };
  const page = await pageOf(verdictsOf([pass], { inForce }));
  assert.match(page, /role="note">Not the release in force: this run is of 2\.1\.0; in force here is 2\.2\.1, since/);
  assert.match(page, /<title>[^<]*not the release in force: 2\.1\.0/);
  const current = await pageOf(verdictsOf([pass], { inForce: { ...inForce, release: '2.1.0' } }));
  assert.doesNotMatch(current, /not the release in force/i);
  assert.match(current, /2\.1\.0, in force here since 2026-11-05/);
});

test('a scenario with two MPANs shows the message sequence of each, and of no other scenario', async () => {
  const folder = await folderOf(verdictsOf([pass, scenario({ id: 'MQ-BP001-011' })]));
  const drawn = path.join(folder, 'diagrams', 'MQ-BP001-010.svg');
  await writeFile(path.join(folder, 'diagrams', 'MQ-BP001-010-B.svg'), await readFile(drawn, 'utf8'));
  const page = summaryPage(await readRunFiles(folder));
  assert.equal(page.match(/Message sequence of MQ-BP001-010/g)?.length, page.match(/Message sequence of/g)!.length - 1);
  assert.equal(page.match(/<h3>Expected against actual<\/h3>/g)?.length, 2);
  assert.equal(page.match(/<h3>Expected against actual, MPAN B<\/h3>/g)?.length, 1);
  assert.deepEqual(markupProblems(page), []);
});
