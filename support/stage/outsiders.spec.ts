import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actingPositions, outsiderOfWords, outsiderPattern, outsiderWords } from './outsiders';

test('who acts outside the DIP is known by its words, and is no party of the market', () => {
  const words = ['CSS', 'DCC', 'the DCC', "the Distributor's system"];
  assert.deepEqual(words.map(outsiderOfWords), ['CSS', 'DCC', 'DCC', 'LDSO']);
  assert.deepEqual(
    Object.entries(outsiderWords).map(([who, said]) => outsiderOfWords(said) === who),
    [true, true, true],
  );
  for (const each of words) assert.equal(new RegExp(`^${outsiderPattern.source}$`).exec(each)?.[1], each);
  for (const other of ['the Network Operator', 'LDSO', 'the Supplier', 'toString']) {
    assert.equal(outsiderOfWords(other), undefined, other);
  }
});

test('what a party does falls to its position', () => {
  assert.deepEqual(actingPositions('the Outgoing Supplier', ['SUP', 'REGS'], 'S'), ['SUP (outgoing)']);
  assert.deepEqual(actingPositions('the Network Operator', ['REGS'], 'S'), ['LDSO']);
});

test('what somebody outside the DIP tells falls to each role that is told and serves the segment', () => {
  assert.deepEqual(actingPositions('CSS', ['REGS', 'SUP'], 'S'), ['REGS', 'SUP (incoming)']);
  const services = ['MSS', 'MSA', 'UMSO', 'SDS', 'ADS', 'UMSDS'] as const;
  assert.deepEqual(actingPositions("the Distributor's system", services, 'S'), ['MSS (proposed)', 'SDS (proposed)']);
  assert.deepEqual(actingPositions('the DCC', services, 'U'), ['UMSO (proposed)', 'UMSDS (proposed)']);
});
