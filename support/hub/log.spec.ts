import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRedactor } from '../wire';
import { createLog, type LogLevel } from './log';

function logging(readable = false, level: LogLevel = 'info') {
  const lines: string[] = [];
  const redactor = createRedactor(['a-secret-key']);
  const clock = () => new Date('2027-06-22T09:30:00Z');
  const redact = (text: string) => redactor.text(text);
  return { lines, log: createLog({ write: (line) => lines.push(line), readable, level, clock, redact }) };
}

test('an event is one line of JSON with its time and level', () => {
  const { log, lines } = logging();
  log.warn('dead-letter', { tenant: 'one', attempts: 4, channel: undefined });
  assert.deepEqual(JSON.parse(lines[0]!), {
    ...{ time: '2027-06-22T09:30:00.000Z', level: 'warn', event: 'dead-letter', tenant: 'one', attempts: 4 },
  });
});

test('on a terminal it is a readable line', () => {
  const { log, lines } = logging(true);
  log.info('ready', { dip: 'https://127.0.0.1:8443', name: 'two words' });
  assert.deepEqual(lines, ['09:30:00 info  ready dip=https://127.0.0.1:8443 name="two words"']);
});

test('what is below the level is not told', () => {
  const { log, lines } = logging(false, 'warn');
  log.debug('a');
  log.info('b');
  log.error('c');
  assert.equal(lines.length, 1);
});

test('no secret and no MPAN passes, DIP IDs do', () => {
  const { log, lines } = logging();
  log.error('failed', { problem: 'x-api-key: a-secret-key of 9900000000006 for 1100000001' });
  assert.doesNotMatch(lines[0]!, /a-secret-key|9900000000006/);
  assert.match(lines[0]!, /1100000001/);
});
