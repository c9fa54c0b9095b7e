import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters as plain } from 'node:util';
import type { RunNews } from '../session';
import { after, endedLine, liveLine, noProgress, timeLeft, type Progress } from './progress';

const started: RunNews = { kind: 'started', of: 10 };
const step = (id: string, text: string | null): RunNews => ({ kind: 'step', id, step: text });
const ended = (id: string, done: number): RunNews & { kind: 'progress' } => ({
  kind: 'progress',
  ...{ done, of: 10, id, name: 'The Incoming Supplier appoints', passed: true, durationMs: 1_240 },
});

/** Progress after news, each with its time in seconds. */
const progressOf = (...news: [number, RunNews][]): Progress =>
  news.reduce((progress, [at, one]) => after(progress, one, at * 1000), noProgress(0));
const lineOf = (progress: Progress, at: number, columns = 200) => liveLine(progress, at * 1000, columns);

test('before the first scenario the line says what is waited for', () => {
  assert.equal(lineOf(progressOf(), 3), 'starting the simulated DIP and market, 3 s');
  assert.equal(lineOf(progressOf([4, started]), 5), '0/10  5 s  loading the steps');
});

test('the line names the step of the scenario that has run longest', () => {
  const progress = progressOf([4, started], [5, step('A', null)], [6, step('B', 'b waits')], [7, step('A', 'a waits')]);
  assert.equal(lineOf(progress, 9), '0/10  2 running  9 s  A 4 s: a waits');
  const without = after(progress, ended('A', 1), 9_000);
  assert.equal(lineOf(without, 66), '1/10  1 running  1 min 6 s  B 1 min 0 s: b waits');
});

test('the time left follows the pace since the first scenario, once there is one', () => {
  const two = progressOf([4, started], [10, step('A', 'a')], [11, ended('A', 1)], [12, ended('B', 2)]);
  assert.equal(timeLeft(two, 12_000), undefined);
  const three = after(two, ended('C', 3), 16_000);
  assert.equal(timeLeft(three, 16_000), 14_000);
  assert.equal(lineOf(three, 16), '3/10  0 running  16 s, about 14 s left');
  const all = after(three, ended('D', 10), 20_000);
  assert.equal(timeLeft(all, 20_000), undefined);
  assert.equal(lineOf(all, 21), '10/10  21 s  waiting for the last messages');
});

test('the line is cut to the columns of the terminal', () => {
  const progress = progressOf([4, started], [5, step('A', 'x'.repeat(200))]);
  for (const columns of [20, 79]) {
    const line = lineOf(progress, 9, columns);
    assert.equal(line.length, columns);
    assert.match(line, /…$/);
  }
});

test('an ended scenario is one line, its name cut so that its duration still shows', () => {
  const news = ended('MQ-BP001-010', 1);
  assert.equal(plain(endedLine(news, 14)), ' 1/10 ok     MQ-BP001-010   The Incoming Supplier appoints 1.2 s');
  const cut = plain(endedLine({ ...news, passed: false }, 14, 50));
  assert.equal(cut, ' 1/10 not ok MQ-BP001-010   The Incoming Su… 1.2 s');
});
