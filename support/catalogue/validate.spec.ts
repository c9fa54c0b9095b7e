import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageName, sampleMessage, validateMessage, type Message, type Problem } from '.';
import { broken, pathsOf } from './validate.fixture';

const dsApp = () => sampleMessage('IF-031', 'DSApp');
const problemsOf = (payload: unknown): Problem[] => {
  const result = validateMessage(payload, 'ingress');
  return result.ok ? [] : result.problems;
};
const one = (path: string, value: unknown, text: string, message: Message = dsApp()) =>
  assert.deepEqual(
    problemsOf(broken(message, path, value)).map((problem) => [problem.path, problem.text]),
    [[path, text]],
  );

test('the text of a problem says what was expected and what came', () => {
  const mpan = 'expected an MPAN of 13 digits, got "200000000001"';
  one('CommonBlock.M0.MPANCore', '200000000001', mpan);
  one(
    'CommonBlock.M0.GSPGroupID',
    '_I',
    'expected one of _A, _B, _C, _D, _E, _F, _G, _H, _J, _K, _L, _M, _N, _P, got "_I"',
  );
  one('CustomBlock.B071.supplierProposedDomesticIndicator', 'T', 'expected true or false, got "T"');
  one('CustomBlock.B071.proposedDataServiceMPID', 'dats', 'expected an MPID of 4 capital letters, got "dats"');
  one('CustomBlock.B071.supplierProposedConsentGranularity', 'h', 'expected one of H, D, M, N, x, got "h"');
  one('CommonBlock.S1', [1], 'expected an object, got a list of 1');
  one('CommonBlock.S0.schemaVersion', '010', 'expected "011", got "010"');
  one('CustomBlock.B013', undefined, 'expected an object, got nothing', sampleMessage('IF-002', 'GainMPANInfo'));
});

test('a masked value passes where the release lists it, and only there', () => {
  const masked = (path: string) => pathsOf(broken(dsApp(), path, 'x'));
  assert.deepEqual(masked('CustomBlock.B071.supplierProposedConsentGranularity'), []);
  assert.deepEqual(masked('CustomBlock.B071.traditionalFallBackReadFrequency'), []);
  assert.deepEqual(masked('CustomBlock.B071.appointmentScenario'), ['CustomBlock.B071.appointmentScenario']);
});

test('date-times have 25 characters and exist', () => {
  const path = 'CustomBlock.B071.proposedDataServiceDIPEffectiveFromDate';
  for (const good of ['2027-06-22T00:00:00+01:00', '2028-02-29T23:59:59-00:30', '2027-03-28T01:30:00+00:00']) {
    assert.deepEqual(pathsOf(broken(dsApp(), path, good)), [], good);
  }
  const bad = [
    ...['2027-06-22T00:00:00+1:00', '2027-06-22T00:00:00.000Z', '2027-06-22T00:00:00Z', '2027-02-30T00:00:00+00:00'],
    ...['2027-06-22T24:00:00+00:00', '2027-06-22T00:60:00+00:00', '2027-06-22 00:00:00+00:00'],
    ...['2027-06-22T00:00:00+15:00', '2027-06-22T00:00:00+00:60', '2027-06-22'],
  ];
  for (const value of bad) assert.deepEqual(pathsOf(broken(dsApp(), path, value)), [path], value);
});

test('lists are judged item by item, with their index in the path', () => {
  const full = sampleMessage('IF-033', 'MSAppSPRequest', { full: true });
  const digits = 'CustomBlock.B905List[0].existingMeter.numberOfDisplayedRegisterDigits';
  for (const value of [10, -1, 4.5, '5']) assert.deepEqual(pathsOf(broken(full, digits, value)), [digits]);
  const deep = 'CustomBlock.B907List[0].historyMAP[0].historyMAP[0].meterAssetProviderID';
  assert.deepEqual(pathsOf(broken(full, deep, 'MAP')), [deep]);
  assert.deepEqual(pathsOf(broken(full, 'CustomBlock.B907List[0].historyMAP', [])), [
    'CustomBlock.B907List[0].historyMAP',
  ]);
  assert.deepEqual(pathsOf(broken(full, 'CustomBlock.B907List', [])), []);
  const recipient = 'CommonBlock.A0.primaryRecipients[0]';
  assert.deepEqual(pathsOf(broken(full, recipient, 'short')), [recipient]);
});

test('the blocks that the release leaves open take further keys', () => {
  const full = sampleMessage('IF-033', 'MSAppSPRequest', { full: true });
  const switched = broken(sampleMessage('IF-001', 'ChangeOfSupplier'), 'CommonBlock.S0.further', 1);
  assert.deepEqual(pathsOf(switched), []);
  assert.deepEqual(pathsOf(broken(full, 'CommonBlock.S0.further', 1)), ['CommonBlock.S0.further']);
  for (const path of ['CustomBlock.B013', 'CustomBlock.B025', 'CustomBlock.B908List[0]']) {
    assert.deepEqual(pathsOf(broken(full, `${path}.further`, 1)), []);
  }
  for (const path of ['CustomBlock.B026', 'CustomBlock.B905List[0]', 'CustomBlock.B907List[0]']) {
    assert.deepEqual(pathsOf(broken(full, `${path}.further`, 1)), [`${path}.further`]);
  }
});

test('the schema is chosen by interface and event, in their exact form', () => {
  const event = 'CommonBlock.S0.eventCode';
  const expected = 'expected one of [MSApp], [DSApp], got';
  for (const code of ['[DSAPP]', 'DSApp', '[DSApp']) {
    one(event, code, `${expected} "${code}"; did you mean [DSApp]?`);
  }
  one(event, '[GainMPANInfo]', `${expected} "[GainMPANInfo]"`);
  one(event, undefined, `${expected} nothing`);
  assert.deepEqual(pathsOf(broken(dsApp(), event, '[MSApp]')), ['CustomBlock.B070', 'CustomBlock.B071']);
  assert.deepEqual(pathsOf(broken(dsApp(), 'CommonBlock.S0.interfaceID', 'IF-099')), [
    'CommonBlock.S0.interfaceID',
    event,
  ]);
});

test('what is no message at all is told where it stops being one', () => {
  assert.deepEqual(pathsOf(null), ['']);
  assert.deepEqual(pathsOf([dsApp()]), ['']);
  assert.deepEqual(pathsOf({}), ['CommonBlock']);
  assert.deepEqual(pathsOf({ CommonBlock: {} }), ['CommonBlock.S0']);
  assert.deepEqual(pathsOf(broken(dsApp(), 'CustomBlock')), ['CustomBlock']);
});

test('a name is read from whatever has one', () => {
  assert.deepEqual(messageName({ CommonBlock: { S0: { interfaceID: 'IF-099', eventCode: '[Any]' } } }), {
    interface: 'IF-099',
    event: 'Any',
  });
  for (const payload of [
    undefined,
    null,
    'x',
    {},
    { CommonBlock: null },
    { CommonBlock: { S0: { interfaceID: 1 } } },
  ]) {
    assert.equal(messageName(payload), undefined);
  }
});

test('a problem has the code with which the DIP refuses it', () => {
  const codes = (path: string, value: unknown) =>
    problemsOf(broken(dsApp(), path, value)).map((problem) => [problem.path, problem.code]);
  const event = 'CommonBlock.S0.eventCode';
  const id = 'CommonBlock.S0.interfaceID';
  assert.deepEqual(codes('CommonBlock.M0.MPANCore', '2'), [['CommonBlock.M0.MPANCore', 'MSG1001']]);
  assert.deepEqual(codes(event, 'x'), [[event, 'MSG1001']]);
  assert.deepEqual(codes(id, 'IF-030'), [
    [id, 'MSG1002'],
    [event, 'MSG1001'],
  ]);
  const sent = 'CommonBlock.S1.senderTimestamp';
  assert.deepEqual(codes(sent, 'now'), [[sent, 'MSG1007']]);
});
