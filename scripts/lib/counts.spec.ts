import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCounts, formatCounts, isGood, readCounts } from './counts';

const tap =
  'ok 1 - a\n# tests 3\n# suites 0\n# pass 2\n# fail 0\n# cancelled 0\n# skipped 1\n# todo 0\n# duration_ms 17.9\n';

test('reads the closing lines of a report', () => {
  assert.deepEqual(
    { ...readCounts(tap) },
    { tests: 3, suites: 0, pass: 2, fail: 0, cancelled: 0, skipped: 1, todo: 0, duration_ms: 17.9 },
  );
  assert.ok(isGood(readCounts(tap)));
});

test('a report that breaks off is a failure', () => {
  assert.equal(readCounts('TAP version 13\nok 1 - a\n').fail, 1);
  assert.ok(!isGood(readCounts('')));
});

test('no tests, a failure and a cancelled test are not good', () => {
  for (const [from, to] of [
    ['# tests 3', '# tests 0'],
    ['# fail 0', '# fail 1'],
    ['# cancelled 0', '# cancelled 2'],
  ] as const) {
    assert.ok(!isGood(readCounts(tap.replace(from, to))), to);
  }
});

test('several reports add up', () => {
  assert.match(
    formatCounts(addCounts([readCounts(tap), readCounts(tap)])),
    /^# tests 6\n[^]*# skipped 2\n[^]*# duration_ms 36$/,
  );
});
