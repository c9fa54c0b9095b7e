import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyVerdict, nastyName, verdictsOf } from '../fixture';
import { markupProblems } from '../fixture-balance';
import { remoteNames } from '../remote-names';
import { subjectOfRun } from '../subject';
import { plain } from '../text';
import { rttmOf } from '../traceability';
import { requirement, withRun } from '../traceability/rttm.fixture';
import { campaignOf, failing, runOf } from './completion.fixture';
import { noCompletionFile, type CompletionFile } from './completion-file';
import { completionPieces } from './page';
import { completionOf } from './report';

const nasty = `</td><script>alert(1)</script> ${nastyName}`;
const file: CompletionFile = {
  ...{ schema: 1, scope: nasty, signOff: [{ role: nasty, name: nasty }] },
  defects: [
    { tracker: nasty, severity: 1, status: 'open', title: nasty, match: { code: 'LEG_MISSING' } },
    { tracker: 'ADO-2', severity: 3, status: 'closed', match: { text: nasty } },
  ],
  workOff: [{ item: nasty, owner: nasty, due: '2027-03-31', reason: nasty }],
  exitCriteria: { minimumPassRate: 95, others: [{ criterion: nasty, met: true, statedBy: nasty }] },
};
const registers = { requirements: [requirement('MQ-R-BP001-010', ['MQ-BP001-110'])], artefacts: [] };

const pageOf = (subject: Parameters<typeof campaignOf>[0] | ReturnType<typeof campaignOf>, from = file) => {
  const one = 'kind' in subject ? subject : campaignOf(subject);
  return [...completionPieces(completionOf(rttmOf({ subject: one, registers, known: [] }), from))].join('');
};

test('the page is well formed and asks nobody, whatever names it holds', async () => {
  await withRun(verdictsOf(everyVerdict()), (run) => {
    const page = pageOf(subjectOfRun(run));
    assert.deepEqual(markupProblems(page), []);
    assert.deepEqual(remoteNames(page), []);
    assert.doesNotMatch(page, /<script|undefined|\[object/);
    assert.ok(page.includes('&lt;script&gt;alert(1)'));
    assert.ok(!page.includes(plain(nastyName)), 'a name that is not escaped');
  });
});

test('it says what it is not, and never that something is qualified or certified', async () => {
  await withRun(verdictsOf(everyVerdict()), (run) => {
    const page = pageOf(subjectOfRun(run)).replace(/<style>[\s\S]*?<\/style>/g, '');
    assert.match(page, /A test run shows; only the code bodies qualify/);
    assert.doesNotMatch(page, /\bqualified\b|\bcertified\b/i);
  });
});

test('its headline follows from the exit criteria: not met, cannot be told, met, none set', () => {
  const green = [
    runOf('run-1', '7', [
      failing('A', '2027-02-10T10:00:00.000Z', { verdict: 'pass', blame: null, code: null, reason: null }),
    ]),
  ];
  const with_ = (exitCriteria: CompletionFile['exitCriteria']) => ({ ...noCompletionFile, exitCriteria });
  const title = (page: string) => /<h1>.*?<\/span> (.*?)<\/h1>/.exec(page)?.[1];
  assert.equal(
    title(pageOf(green, with_({ minimumPassRate: 95, others: [] }))),
    'Every exit criterion that was set is met',
  );
  assert.equal(
    title(pageOf(green, with_({ minimumPassRate: 100, requirementsShown: 100, others: [] }))),
    'Exit criteria are not met',
  );
  assert.equal(title(pageOf(green, noCompletionFile)), 'No exit criteria are set');
  const partial = [runOf('run-1', '7', green[0]!.verdicts.scenarios, { partial: true })];
  assert.match(title(pageOf(partial, with_({ minimumPassRate: 95, others: [] })))!, /cannot be told/);
});

test('every note on a run, every gap and every attempt of a campaign stands on the page', () => {
  const bundled = { participant: { name: 'R', roles: ['SUP'], bundled: true } };
  const at = (day: number) => `2027-02-${day}T10:00:00.000Z`;
  const runs = [
    runOf('run-1', '7.1', [failing('MQ-A', at(10))], bundled),
    runOf('run-2', '7.2', [failing('MQ-A', at(11))]),
  ];
  const page = pageOf(campaignOf(runs, ['run 3 of the sequence is gone']));
  assert.match(page, /role="note">Bundled reference participant[^<]*<span class="small">\(run-1\)/);
  assert.match(page, /class="every-page" aria-hidden="true">Bundled/);
  assert.match(page, /run 3 of the sequence is gone/);
  assert.match(page, /2027-02-10 10:00:00 UTC <code>run-1<\/code> fail/);
  assert.match(page, /2027-02-11 10:00:00 UTC <code>run-2<\/code> fail, counts/);
  assert.match(page, /crm 7\.1[\s\S]*crm 7\.2/);
});
