import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDtcFile } from './parse-file';

const head = 'ZHV|0001|D0168001|X|SUPA|R|NMNT|20270601120000||||TR01|';
const body = ['12A|9900000000003|20270601|', '12B|Ms A Person|1 Some Street|'];
const foot = 'ZPT|0001|2||1|20270601120000|';
const file = (...lines: string[]) => lines.join('\n');
const good = file(head, ...body, foot);

test('flow, version, parties and MPANs are kept, and nothing else', () => {
  for (const text of [good, `${good}\n`, good.replaceAll('\n', '\r\n'), `\uFEFF${good}\n\n`]) {
    const read = parseDtcFile(text);
    assert.deepEqual(read, {
      flow: 'D0168',
      version: '001',
      from: { role: 'X', mpid: 'SUPA' },
      to: { role: 'R', mpid: 'NMNT' },
      mpans: new Set(['9900000000003']),
    });
  }
});

test('a broken file says which line, and never quotes it', () => {
  const problems: [string, number, RegExp][] = [
    ['', 1, /expected a header ZHV/],
    ['Ms A Person', 1, /expected a header ZHV/],
    [good.replace('D0168001', 'D0168'), 1, /a flow with its version/],
    [good.replace('|SUPA|', '|Ms A Person|'), 1, /MPID of four characters for the sender/],
    [good.replace('|NMNT|', '||'), 1, /for the recipient/],
    [good.replace('|20270601120000||||', '|today||||'), 1, /time of 14 digits/],
    [head, 1, /expected a footer/],
    [file(head, ...body), 3, /expected a footer/],
    [file(head, body[0]!, 'Ms A Person', foot), 3, /no group of three characters/],
    [file(head, body[0]!, head, foot), 3, /header or footer stands in the middle/],
    [file(head, ...body, foot, 'x'), 4, /header or footer stands in the middle/],
    [file(head, ...body, foot.replace('0001', '0002')), 4, /file id of the header/],
  ];
  for (const [text, line, says] of problems) {
    const read = parseDtcFile(text);
    assert.ok('problem' in read, text);
    assert.equal(read.line, line, text);
    assert.match(read.problem, says);
    assert.doesNotMatch(read.problem, /Person/);
  }
});

test('an MPAN is a field of its own in a line of a group', () => {
  const read = parseDtcFile(file(head.replace('||||', '|9900000000010|||'), '12A|x9900000000003|', foot));
  assert.ok('mpans' in read);
  assert.equal(read.mpans.size, 0);
});
