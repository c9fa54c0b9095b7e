import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters as plain } from 'node:util';
import { home } from '../session';
import { mustFind, needs } from '../testing';
import { newPlace, startRun, verdictsOf, type Place } from './qualify.fixture';

const terminalNeeded = needs('script');
const columns = 70;
const escape = '\u001b';
const erase = `\r${escape}[K`;
const interrupt = '\u0003';

/** Runs `qualify run` on a pseudo terminal; `pressAt`: Ctrl-C is typed when this has been shown. */
function onTerminal(
  place: Place,
  args: string[],
  options: { env?: Record<string, string>; pressAt?: RegExp } = {},
): Promise<{ code: number | null; shown: string }> {
  const { NODE_TEST_CONTEXT: _, NO_COLOR: __, FORCE_COLOR: ___, CI: ____, ...env } = process.env;
  const run = [process.execPath, path.join(home, 'bin/qualify.js'), 'run', '--out', place.out, '--no-report', ...args];
  const command = `stty cols ${columns} rows 24 && ${run.map((word) => `'${word}'`).join(' ')}`;
  const child = spawn(mustFind('script'), ['-qefc', command, '/dev/null'], {
    cwd: place.dir,
    env: { ...env, TERM: 'xterm', QUALIFY_STATE: place.state, ...options.env },
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  let shown = '';
  let pressed = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    if (pressed || !options.pressAt?.test(plain(shown))) return;
    pressed = true;
    child.stdin.write(interrupt);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, shown }));
  });
}

/** What stands on the terminal in the end, line by line. */
const leftOn = (shown: string) =>
  shown
    .split(/\r?\n/)
    .map((line) => plain(line.slice(line.lastIndexOf(erase) < 0 ? 0 : line.lastIndexOf(erase) + erase.length)))
    .join('\n');

/** Every text that stood in the redrawn line. */
const drawn = (shown: string) =>
  shown
    .split(erase)
    .flatMap((text) => text.split('\r\n'))
    .map(plain)
    .filter((text) => /running {2}|^starting the simulated/.test(text));

test(
  'on a terminal one line is redrawn, fits it, names the step awaited, and is gone in the end',
  terminalNeeded,
  async () => {
    const place = newPlace();
    const { code, shown } = await onTerminal(place, ['--scenario', 'MQ-BP001-020']);
    assert.equal(code, 0, shown);
    const lines = drawn(shown);
    assert.ok(
      lines.some((line) => /^0\/1 {2}1 running {2}\d+ s {2}MQ-BP001-020 \d+ s: ./.test(line)),
      lines.join('\n'),
    );
    assert.deepEqual(
      lines.filter((line) => line.length >= columns),
      [],
    );
    const left = leftOn(shown);
    assert.doesNotMatch(left, /running|starting the simulated DIP and market,|writing/);
    assert.match(left, /^1\/1 ok {5}MQ-BP001-020 .* s$/m);
    assert.match(left, /^1 pass, 0 fail/m);
    assert.ok(shown.includes('\u001b[32m'), 'there is colour');
  },
);

test('NO_COLOR takes the colours and leaves the redrawn line, CI takes both', terminalNeeded, async () => {
  const plainRun = await onTerminal(newPlace(), ['--scenario', 'MQ-BP001-020'], { env: { NO_COLOR: '1' } });
  assert.ok(plainRun.shown.includes(erase));
  assert.ok(!plainRun.shown.replaceAll(erase, '').includes(escape), plainRun.shown);
  const inCi = await onTerminal(newPlace(), ['--scenario', 'MQ-BP001-020'], { env: { CI: 'true' } });
  assert.equal(inCi.code, 0, inCi.shown);
  assert.ok(!inCi.shown.includes(escape), inCi.shown);
});

test('Ctrl-C on the terminal takes the line away at once and ends the run as partial', terminalNeeded, async () => {
  const place = newPlace();
  const { code, shown } = await onTerminal(place, [], { pressAt: /1\/\d+ ok/ });
  assert.equal(code, 130, shown);
  const after = shown.slice(shown.indexOf('Ending the run'));
  assert.ok(!after.includes(erase), after);
  assert.match(leftOn(after), /The run is partial/);
  assert.equal(verdictsOf(place).partial, true);
});

test('a step that waits for a message names it in the redrawn line', terminalNeeded, async () => {
  const place = newPlace();
  const { shown } = await onTerminal(place, ['--scenario', 'MQ-BP001-020', '--role', 'MSS', '--fault', 'late-answer']);
  const awaited = /MQ-BP001-020 \d+ s: waiting for IF-034 \[MSAppSPR/;
  assert.ok(
    drawn(shown).some((line) => awaited.test(line)),
    drawn(shown).join('\n'),
  );
});

test('an error takes the line away', terminalNeeded, async () => {
  const place = newPlace();
  const [first, second] = await Promise.all([
    onTerminal(place, ['--scenario', 'MQ-BP001-020']),
    onTerminal(place, ['--scenario', 'MQ-BP001-020']),
  ]);
  const refused = [first, second].find(({ code }) => code === 2)!;
  assert.match(leftOn(refused.shown), /^RUN_ALREADY_GOING/m);
  assert.doesNotMatch(leftOn(refused.shown), /starting the simulated DIP and market,/);
});

test('away from a terminal nothing is redrawn: a line for each scenario', async () => {
  const { code, stderr } = await startRun(newPlace(), ['--scenario', 'MQ-BP001-020', '--no-report']).ended;
  assert.equal(code, 0, stderr);
  assert.doesNotMatch(stderr, /running {2}/);
  assert.ok(!stderr.includes(escape), stderr);
  assert.equal(stderr.match(/MQ-BP001-020/g)?.length, 1);
});
