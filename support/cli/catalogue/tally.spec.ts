import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Judged, Told } from './judge';
import { createTally } from './tally';

const plain = (lines: readonly string[]) => lines.map((text) => stripVTControlCharacters(text).trimEnd());

function judged(index: number, errors: Told[], warnings: Told[] = [], event = 'MSApp'): Judged {
  return { index, line: index + 1, interface: 'IF-031', event, valid: errors.length === 0, errors, warnings };
}

const wrong = (path: string, got: string): Told => ({ path, code: 'MSG1001', message: `expected a digit, got ${got}` });

test('the same problem in many messages is told once, with its first places', () => {
  const tally = createTally('x.ndjson');
  for (let i = 0; i < 8; i++) tally.count(judged(i, [wrong(`CustomBlock.B905List[${i}].id`, `"${i}"`)]), false);
  tally.count(judged(8, []), false);
  tally.count(judged(9, [], [{ path: 'a', code: 'REG1', message: 'odd' }], 'DSApp'), false);
  assert.deepEqual(plain(tally.lines({ named: true })), [
    'x.ndjson',
    'IF-031 [DSApp]  1 valid',
    'IF-031 [MSApp]  1 valid, 8 not valid',
    'error   CustomBlock.B905List[0].id  MSG1001',
    '        expected a digit, got "0"',
    '        IF-031 [MSApp]: line 1, line 2, line 3, line 4, line 5 … (8 times)',
    'warning a  REG1',
    '        odd',
    '        IF-031 [DSApp]: line 10',
  ]);
  assert.deepEqual(tally.totals, { messages: 10, valid: 2, invalid: 8, unread: 0, warnings: 1 });
});

test('names that differ in a digit are told apart, places in a list are not', () => {
  const kinds = (...paths: string[]) => {
    const tally = createTally('x');
    for (const [i, path] of paths.entries()) {
      tally.count(judged(i, [{ path, code: 'MSG1001', message: `${path} is not in IF-031 [MSApp]` }]), false);
    }
    return (tally.lines({ named: false }).length - 1) / 3;
  };
  assert.equal(kinds('CustomBlock.B070.id', 'CustomBlock.B071.id'), 2);
  assert.equal(kinds('CommonBlock.M0.a', 'CommonBlock.M1.a'), 2);
  assert.equal(kinds('a.addressLine1', 'a.addressLine2'), 2);
  assert.equal(kinds('B905List[0].id', 'B905List[12].id'), 1);
});

test('what could not be read is counted apart, and a name that was meant is told', () => {
  const tally = createTally('x');
  tally.count({ ...judged(0, [wrong('a', '"x"')]), interface: null, event: null }, true);
  tally.count(judged(1, [wrong('mpanCore', '"x"; did you mean MPANCore?')]), false);
  const text = plain(tally.lines({ named: false })).join('\n');
  assert.match(text, /^not readable {4}1\n/m);
  assert.match(text, /did you mean MPANCore\?/);
  assert.deepEqual(tally.totals, { messages: 2, valid: 0, invalid: 1, unread: 1, warnings: 0 });
});

test('a problem of several messages is told once, and a long text keeps what was found', () => {
  const tally = createTally('x');
  const long = { path: 'a', code: 'MSG1002', message: `expected one of ${'IF-001, '.repeat(50)}got "IF-31"` };
  for (const event of ['MSApp', 'DSApp', 'Third']) tally.count(judged(0, [long], [], event), false);
  const lines = plain(tally.lines({ named: false }));
  assert.equal(lines.length, 3 + 3);
  assert.match(lines[4]!, /^ {8}expected one of IF-001.{80,} … .*got "IF-31"$/);
  assert.equal(lines[5], '        IF-031 [MSApp] and 2 other messages: line 1 … (3 times)');
});

test('however many kinds of problems there are, a screen is shown and memory is bounded', () => {
  const tally = createTally('x');
  for (let i = 0; i < 2000; i++) {
    const path = i.toString(2).replaceAll('0', 'a').replaceAll('1', 'b');
    tally.count(judged(i, [wrong(path, 'x')]), false);
  }
  const lines = plain(tally.lines({ named: false }));
  assert.equal(lines.length, 1 + 30 * 3 + 1);
  assert.equal(lines.at(-1), 'and 1970 more problems; --json shows all of them');
});
