import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters as plain } from 'node:util';
import type { ScenarioVerdict, Verdicts } from '../verdict';
import { endingLines, type Ending } from './ending';

const words = 'no nine ten many several other further another else and'.split(' ');
const reason = (n: number) => `step      these messages are exchanged
Row 2: IF-032 did not come, ${words[n] ?? 'nor'} anything
expected  2  REGS → SUP (incoming)  IF-032 [MSAppInitialResp]
            B070.appointmentScenario = COS
came      line 13  REGS  IF-032 [MSAppInitialResp]
            B070.appointmentScenario: expected COS, got NEW
seen      line 12  +0 ms  SUP → REGS  IF-031 [MSApp]
          line 14  +9 ms  REGS → MSS  IF-033 [MSAppSPRequest]
elapsed   5.0 s of 5.0 s (pit.yaml)
fault     participant: it holds the request
next      Look whether IF-032 waits in its outbound queue`;

const failure = (n: number, over: Partial<ScenarioVerdict> = {}): ScenarioVerdict => ({
  ...{ id: `MQ-BP001-${n}00`, name: `Scenario of number ${n}`, process: 'BP001', theme: 't', uri: 'f', line: 1 },
  ...{ positions: {}, roles: [], interfaces: [], kind: 'positive', verdict: 'fail', blame: 'participant' },
  ...{ code: 'LEG_MISSING', reason: reason(n), observations: [], grade: null, started: null, durationMs: null },
  ...{ attempts: 1, checks: [], steps: [], mpans: [] },
  ...over,
});

const ending: Ending = {
  summary: 'reports/r/summary.html',
  allure: 'reports/r/allure-report/index.html',
  verdictMs: 9_000,
};

function linesOf(scenarios: ScenarioVerdict[], over: Partial<Verdicts & Ending> = {}, columns?: number): string[] {
  const fail = scenarios.filter(({ verdict }) => verdict === 'fail').length;
  const totals = { pass: 3, fail, inconclusive: 0, waiting: 0, notApplicable: 2, notRun: 0, observations: 1 };
  const verdicts = { partial: false, findings: [], totals, scenarios, ...over } as unknown as Verdicts;
  return endingLines(verdicts, { ...ending, ...over }, columns).map(plain);
}

test('a green run ends with its totals and where the evidence is', () => {
  assert.deepEqual(linesOf([failure(1, { verdict: 'pass', code: null, reason: null })]), [
    '',
    '3 pass, 0 fail, 2 not applicable, 1 observation (verdicts after 9.0 s)',
    'summary  reports/r/summary.html',
    'report   reports/r/allure-report/index.html',
  ]);
});

test('passes that could not read the records they ask for are counted apart, and nothing else is', () => {
  const pass = failure(1, { verdict: 'pass', code: null, reason: null });
  const step = { text: 'the records show it', status: 'PASSED', durationMs: 1, error: null };
  const weak = { ...pass, steps: [step, { ...step, notShown: 'no probe' }, { ...step, notShown: 'no probe' }] };
  const line = '2 of 3 passes: acknowledged only (no probe)';
  assert.equal(linesOf([weak, { ...pass, steps: [step] }, weak])[2], line);
  assert.doesNotMatch(linesOf([pass, { ...weak, verdict: 'fail' }]).join('\n'), /acknowledged only/);
});

test('a single failure is told whole', () => {
  const lines = linesOf([failure(1)]);
  assert.equal(lines[1], 'FAIL MQ-BP001-100  Scenario of number 1 (participant, LEG_MISSING)');
  for (const line of reason(1).split('\n')) assert.ok(lines.includes(`    ${line}`), line);
  assert.doesNotMatch(lines.join('\n'), /more in summary/);
});

test('up to five failures fit one screen, each with the lines that decide and a hint at the rest', () => {
  for (const count of [2, 3, 4, 5]) {
    const lines = linesOf(
      Array.from({ length: count }, (_, n) => failure(n)),
      { partial: true, allureProblem: 'no Java' },
      100,
    );
    assert.ok(lines.length <= 24, `${count} failures: ${lines.length} lines`);
    assert.equal(lines.filter((line) => line.startsWith('FAIL ')).length, count);
    assert.equal(lines.filter((line) => line.includes('Row 2: IF-032 did not come')).length, count);
    assert.equal(lines.filter((line) => line.includes('expected COS, got NEW')).length, count);
    assert.equal(lines.filter((line) => line.endsWith('… more in summary.html')).length, count);
    assert.ok(lines.every((line) => line.length <= 100));
  }
});

test('of more failures five are told and the rest counted, on one screen still', () => {
  const lines = linesOf(Array.from({ length: 9 }, (_, n) => failure(n)));
  assert.ok(lines.length <= 24, lines.join('\n'));
  assert.ok(lines.includes('4 more in summary.html'));
});

test('the same fault in many scenarios is told once', () => {
  const same = (n: number) =>
    failure(n, {
      reason: `step      step ${n}\ncheck     schema, on IF-031 [E${n}] (line ${n})\nseen      line ${n}\n          ${'more '.repeat(n)}`,
    });
  const lines = linesOf([
    same(1),
    same(2),
    same(3),
    failure(4),
    failure(5, { blame: 'harness', verdict: 'inconclusive' }),
  ]);
  assert.ok(lines.includes('FAIL MQ-BP001-100  Scenario of number 1 and 2 more like it (participant, LEG_MISSING)'));
  assert.equal(lines.filter((line) => line.startsWith('FAIL ')).length, 2);
  assert.equal(lines.filter((line) => line.startsWith('INCONCLUSIVE ')).length, 1);
});

test('what never began is only counted, findings of the run are told', () => {
  const findings = [{ code: 'HUB_ENDED', blame: 'harness', level: 'must', reason: 'it is gone', ledger: [] }];
  const lines = linesOf([failure(1, { verdict: 'not-run', code: 'SCENARIO_NOT_BEGUN' })], { findings } as never);
  assert.doesNotMatch(lines.join('\n'), /MQ-BP001-100/);
  assert.deepEqual(lines.slice(1, 3), ['FINDING HUB_ENDED (harness, must)', '    it is gone']);
});

test('long lines are cut to the columns, and nothing in them steers the terminal', () => {
  const lines = linesOf([failure(1, { name: 'n'.repeat(99), reason: `${'r'.repeat(99)}\n\u001b[2Jgone` })], {}, 60);
  assert.ok(
    lines.slice(0, 4).every((line) => line.length <= 60),
    lines.join('\n'),
  );
  assert.match(lines[1]!, /nn… \(participant, LEG_MISSING\)$/);
  assert.ok(
    endingLines(
      { partial: false, findings: [], totals: {}, scenarios: [failure(1, { reason: '\u001b[2J' })] } as never,
      ending,
    ).every((line) => !line.includes('\u001b[2J')),
  );
});
