import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import {
  headlineOf,
  needsProc,
  newPlace,
  nothingLeft,
  processesOf,
  runFile,
  runsOf,
  startRun,
  verdictsOf,
  type Place,
} from './qualify.fixture';

const needsSignals = {
  skip: process.platform === 'win32' ? 'left out: Windows cannot send Ctrl-C to a process' : needsProc.skip,
};

function assertPartial(place: Place): void {
  const { partial, exitCode, totals, scenarios } = verdictsOf(place);
  assert.deepEqual({ partial, exitCode }, { partial: true, exitCode: 130 });
  assert.ok(totals.notRun > 0 && totals.fail === 0, JSON.stringify(totals));
  const codes = scenarios.filter(({ verdict }) => verdict !== 'pass').map(({ verdict, code }) => `${verdict} ${code}`);
  const expected = ['inconclusive RUN_INTERRUPTED', 'not-run SCENARIO_NOT_BEGUN'];
  assert.deepEqual(
    codes.filter((code) => !expected.includes(code)),
    [],
  );
  assert.match(headlineOf(place), /partial/i);
  assert.match(runFile(place, 'junit.xml'), /<testsuites/);
}

test('Ctrl-C right at the start ends the run as partial', needsSignals, async () => {
  const place = newPlace();
  const run = startRun(place, []);
  await run.line(/./);
  run.child.kill('SIGINT');
  const { code, stderr } = await run.ended;
  assert.equal(code, 130, stderr);
  const { totals, scenarios } = verdictsOf(place);
  assert.equal(totals.notRun, scenarios.length);
  assertPartial(place);
  await nothingLeft(place, 0);
});

test('Ctrl-C before the run has said anything is not lost', needsSignals, async () => {
  const place = newPlace();
  const run = startRun(place, ['--scenario', 'MQ-BP001-020', '--no-report']);
  while (!processesOf(place).some(({ command }) => /bin[\\/]cucumber/.test(command))) await setImmediate();
  run.child.kill('SIGINT');
  const { code, stderr } = await run.ended;
  assert.equal(code, 130, stderr);
  assert.equal(verdictsOf(place).totals.notRun, 1);
  await nothingLeft(place, 0);
});

test('Ctrl-C while scenarios run keeps what was shown', needsSignals, async () => {
  const place = newPlace();
  const run = startRun(place, ['--workers', '2']);
  await run.line(/^ *1\/\d/);
  assert.ok(processesOf(place).length > 3, 'the look for processes finds those of a run');
  run.child.kill('SIGINT');
  const { code, stderr } = await run.ended;
  assert.equal(code, 130, stderr);
  assert.ok(verdictsOf(place).totals.pass > 0);
  assertPartial(place);
  await nothingLeft(place, 0);
});

test('Ctrl-C while the evidence is written ends with 130 and whole evidence', needsSignals, async () => {
  const place = newPlace();
  const run = startRun(place, ['--scenario', 'MQ-BP001-020']);
  await run.line(/^writing summary\.html/);
  run.child.kill('SIGINT');
  const { code, stderr } = await run.ended;
  assert.equal(code, 130, stderr);
  assert.equal(verdictsOf(place).partial, false);
  assert.doesNotMatch(headlineOf(place), /partial/i);
  assert.match(runFile(place, 'junit.xml'), /<\/testsuites>\s*$/);
  await nothingLeft(place, 0);
});

test('a second Ctrl-C ends everything at once', needsSignals, async () => {
  const place = newPlace();
  const run = startRun(place, ['--workers', '2']);
  await run.line(/^ready/);
  run.child.kill('SIGINT');
  await run.line(/^Ending the run/);
  run.child.kill('SIGINT');
  const { code } = await run.ended;
  assert.equal(code, 130);
  await nothingLeft(place, 2_000);
  const next = await startRun(place, ['--scenario', 'MQ-BP001-020', '--no-report']).ended;
  assert.equal(next.code, 0, next.stderr);
  assert.equal(runsOf(place).length, 2);
});

for (const [when, line] of [
  ['at the start', /./],
  ['while scenarios run', /^ *1\/\d/],
] as const) {
  test(`a command that is killed ${when} takes all with it`, needsProc, async () => {
    const place = newPlace();
    const run = startRun(place, ['--workers', '2']);
    await run.line(line);
    run.child.kill('SIGKILL');
    assert.equal((await run.ended).signal, 'SIGKILL');
    await nothingLeft(place);
  });
}

test('a time limit ends the run as partial', async () => {
  const place = newPlace();
  const { code, stderr } = await startRun(place, ['--timeout', '4s', '--no-report']).ended;
  assert.equal(code, 130, stderr);
  assertPartial(place);
});

test('a hub that ends in the middle leaves verdicts that are not green', needsProc, async () => {
  const place = newPlace();
  const run = startRun(place, ['--workers', '2', '--no-report']);
  await run.line(/^ *1\/\d/);
  const hub = processesOf(place).find(({ command }) => /hub[\\/]main/.test(command));
  process.kill(hub!.pid, 'SIGKILL');
  const { code, stderr } = await run.ended;
  assert.notEqual(code, 0, stderr);
  const { findings, scenarios, exitCode } = verdictsOf(place);
  assert.equal(exitCode, code);
  assert.ok(
    findings.some((finding) => finding.code === 'HUB_ENDED' && finding.level === 'must'),
    stderr,
  );
  const codes = scenarios
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ verdict, blame, code }) => `${verdict} ${blame} ${code}`);
  const expected = ['inconclusive harness HUB_UNREACHABLE', 'not-run null SCENARIO_NOT_BEGUN'];
  assert.deepEqual([...new Set(codes)].sort(), expected, stderr);
  const notBegun = scenarios.filter(({ verdict }) => verdict === 'not-run');
  assert.ok(notBegun.length > 0 && notBegun.every(({ reason }) => reason?.includes('the hub was lost')), stderr);
  assert.equal(code, 3);
  await nothingLeft(place, 0);
});
