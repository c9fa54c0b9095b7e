import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedCase, sampleMessage } from '.';

const full = () => sampleMessage('IF-033', 'MSAppSPRequest', { full: true });
const rewritten = (message: unknown, ...changes: [RegExp, string][]): unknown =>
  JSON.parse(changes.reduce((text, [from, to]) => text.replace(from, to), JSON.stringify(message)));

test('keys in another case are put right at any depth, and their paths named as they were sent', () => {
  const message = full();
  const sent = rewritten(
    message,
    [/"CommonBlock"/, '"commonBlock"'],
    [/"S0"/, '"s0"'],
    [/"eventCode"/, '"EventCode"'],
    [/"MPANCore"/, '"mpanCORE"'],
    [/"B070"/, '"b070"'],
    [/"contractReferenceMeteringService"/, '"ContractReferenceMeteringService"'],
    [/"B905List":\[\{"existingMeter":\{"meterID"/, '"B905LIST":[{"existingMeter":{"meterid"'],
  );
  const { payload, differing } = publishedCase(sent);
  assert.deepEqual(payload, message);
  assert.deepEqual(differing.sort(), [
    'CommonBlock.M0.mpanCORE',
    'CommonBlock.S0.EventCode',
    'CommonBlock.s0',
    'CustomBlock.B070.ContractReferenceMeteringService',
    'CustomBlock.B905LIST',
    'CustomBlock.B905List[0].existingMeter.meterid',
    'CustomBlock.b070',
    'commonBlock',
  ]);
});

test('a payload in the published case is given back as it is', () => {
  const message = full();
  const { payload, differing } = publishedCase(message);
  assert.equal(payload, message);
  assert.deepEqual(differing, []);
});

test('of keys that differ by case only, the wrong one stays', () => {
  const both = {
    CommonBlock: { S0: { interfaceID: 'IF-031', eventCode: '[MSApp]' }, M0: { MPANCore: '1', mpancore: '2' } },
  };
  assert.deepEqual(publishedCase(both), { payload: both, differing: [] });
  const twice = {
    CommonBlock: { S0: { interfaceID: 'IF-031', eventCode: '[MSApp]' }, M0: { MPANCORE: '1', mpancore: '2' } },
  };
  const { payload, differing } = publishedCase(twice);
  assert.deepEqual(payload, { CommonBlock: { ...twice.CommonBlock, M0: { MPANCore: '1', mpancore: '2' } } });
  assert.deepEqual(differing, ['CommonBlock.M0.MPANCORE']);
});

test('of an unknown event the common block is put right; what no release lists is left alone', () => {
  const sent = { commonBlock: { S1: { SenderDipId: 'x' }, unHeardOf: { mpancore: 1 } }, customBlock: { b070: 1 } };
  assert.deepEqual(publishedCase(sent), {
    payload: { CommonBlock: { S1: { senderDIPID: 'x' }, unHeardOf: { mpancore: 1 } }, CustomBlock: { b070: 1 } },
    differing: ['commonBlock', 'customBlock', 'CommonBlock.S1.SenderDipId'],
  });
  for (const nothing of [undefined, null, 'x', 1, []]) {
    assert.deepEqual(publishedCase(nothing), { payload: nothing, differing: [] });
  }
  const odd: unknown = JSON.parse('{"CommonBlock":{"__proto__":{"a":1},"s1":{}}}');
  const own = (value: unknown) => Object.keys((value as { CommonBlock: object }).CommonBlock);
  assert.deepEqual(own(publishedCase(odd).payload), ['__proto__', 'S1']);
});

test('a header that cannot become a text names no event, and nothing falls over', () => {
  const odd = { toString: null };
  for (const value of [odd, [odd], 7, null, true]) {
    const payload = { commonBlock: { s0: { interfaceID: value, EVENTCODE: value } } };
    const { payload: restored, differing } = publishedCase(payload);
    assert.deepEqual(restored, { CommonBlock: { S0: { interfaceID: value, eventCode: value } } });
    assert.equal(differing.length, 3);
  }
});
