import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOffDipParty, looksOffDip, offDipLabel, parseOffDip } from './off-dip';

test('a DTN flow is D and four digits; words in brackets may follow', () => {
  assert.deepEqual(parseOffDip(' D0168 '), { kind: 'flow', flow: 'D0168' });
  assert.deepEqual(parseOffDip('D0142 (DTN)'), { kind: 'flow', flow: 'D0142' });
  for (const wrong of ['D168', 'D01680', 'D0168001', 'd0168', 'D0168 [X]', 'IF-031 [MSApp]'])
    assert.equal(parseOffDip(wrong), undefined, wrong);
});

test('a notice has words after off-DIP:', () => {
  const read = parseOffDip('off-DIP:  switch  secured active');
  assert.deepEqual(read, { kind: 'notice', says: 'switch secured active' });
  assert.equal(offDipLabel(read!), 'off-DIP: switch secured active');
  for (const wrong of ['off-DIP:', 'off-DIP switch secured', 'off-dip: x']) {
    assert.equal(parseOffDip(wrong), undefined, wrong);
    assert.ok(looksOffDip(wrong), wrong);
  }
});

test('a message of the DIP neither is nor looks off the DIP; CSS and DCC are not on it', () => {
  assert.equal(looksOffDip('IF-035 [DCC-MDROutcome]'), false);
  assert.deepEqual(['CSS', 'DCC', 'REGS', 'css'].map(isOffDipParty), [true, true, false, false]);
});
