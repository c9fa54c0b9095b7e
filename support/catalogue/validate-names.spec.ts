import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMessage, validateMessage, type Message } from '.';
import { broken } from './validate.fixture';

const msApp = () => sampleMessage('IF-031', 'MSApp');
const dsApp = () => sampleMessage('IF-031', 'DSApp');
const told = (payload: unknown) => {
  const result = validateMessage(payload, 'ingress');
  return result.ok ? [] : result.problems.map(({ path, text }) => `${path}: ${text}`);
};
/** What is told of a message in which a key is written otherwise. */
const renamed = (message: Message, from: string, to: string) =>
  told(JSON.parse(JSON.stringify(message).replace(`"${from}"`, `"${to}"`)));
const isMissing = (text: string) => / got nothing$/.test(text);
const meant = (message: Message, from: string, to: string) =>
  renamed(message, from, to).filter((text) => !isMissing(text));

test('a part of a name means the whole name', () => {
  const at = 'CustomBlock.B070';
  assert.deepEqual(meant(msApp(), 'proposedMeteringServiceDIPID', 'meteringServiceDIPID'), [
    `${at}.meteringServiceDIPID: B070.meteringServiceDIPID is not in IF-031 [MSApp]; did you mean proposedMeteringServiceDIPID?`,
  ]);
  assert.match(meant(msApp(), 'appointmentScenario', 'scenario')[0]!, /did you mean appointmentScenario\?$/);
  assert.match(meant(msApp(), 'appointmentScenario', 'appointment')[0]!, /did you mean appointmentScenario\?$/);
});

test('a name in another case, or nearly right, means the one that is missing', () => {
  const [text, ...others] = meant(dsApp(), 'proposedDataServiceMPID', 'proposedDataServiceMpId');
  assert.match(
    text!,
    /: B071\.proposedDataServiceMpId is not in IF-031 \[DSApp\]; did you mean proposedDataServiceMPID\?$/,
  );
  assert.deepEqual(others, []);
  assert.match(
    meant(dsApp(), 'GSPGroupID', 'GSPGrupID')[0]!,
    /: M0\.GSPGrupID is not in .* did you mean GSPGroupID\?$/,
  );
  assert.match(
    meant(dsApp(), 'CustomBlock', 'customBlock')[0]!,
    /: customBlock is not in .* did you mean CustomBlock\?$/,
  );
});

test('an item that is there under its own name too was not misspelt', () => {
  const twice = broken(dsApp(), 'CustomBlock.B071.proposedDataServiceMPId', 'DATS');
  assert.deepEqual(told(twice), [
    'CustomBlock.B071.proposedDataServiceMPId: expected no item of that name here, got "DATS"',
  ]);
});

test('a block is only offered for its own number', () => {
  const info = sampleMessage('IF-002', 'GainMPANInfo', { full: true });
  assert.match(meant(info, 'B905List', 'B905')[0]!, /: B905 is not in .* did you mean B905List\?$/);
  assert.doesNotMatch(meant(info, 'B905List', 'B904List')[0]!, /did you mean/);
});

test('a block of another message is told with the message that it belongs to', () => {
  const { B071 } = dsApp().CustomBlock as { B071: object };
  assert.deepEqual(told(broken(msApp(), 'CustomBlock.B071', B071)), [
    'CustomBlock.B071: B071 is not in IF-031 [MSApp]; it belongs to IF-031 [DSApp]',
  ]);
  assert.match(told(broken(msApp(), 'CustomBlock.B900', {}))[0]!, /it belongs to IF-\d+ \[\w+\] and \d+ others?$/);
  assert.deepEqual(told(broken(msApp(), 'CustomBlock.B999', {})), [
    'CustomBlock.B999: expected no item of that name here, got an object',
  ]);
});

test('a block in the wrong place is told with its own', () => {
  const { B070 } = msApp().CustomBlock as { B070: object };
  const { M0 } = msApp().CommonBlock;
  const bare = broken(msApp(), 'CustomBlock', {}) as Message;
  assert.ok(
    told(broken(bare, 'B070', B070)).includes('B070: B070 belongs in CustomBlock, not at the top of the message'),
  );
  const inCommon = 'CommonBlock.B070: B070 belongs in CustomBlock, not in CommonBlock';
  assert.ok(told(broken(bare, 'CommonBlock.B070', B070)).includes(inCommon));
  assert.deepEqual(told(broken(msApp(), 'CustomBlock.M0', M0)), [
    'CustomBlock.M0: M0 belongs in CommonBlock, not in CustomBlock',
  ]);
});

test('a header in another case is told with the right one', () => {
  const rows = [
    ['CommonBlock', 'commonBlock', 'CommonBlock: expected an object, got nothing'],
    ['S0', 's0', 'CommonBlock.S0: expected an object, got nothing'],
    ['eventCode', 'EventCode', 'CommonBlock.S0.eventCode: expected one of [MSApp], [DSApp], got nothing'],
  ] as const;
  for (const [right, wrong, text] of rows) {
    assert.deepEqual(renamed(msApp(), right, wrong), [`${text}; ${wrong} must be written ${right}`]);
  }
  assert.match(
    renamed(msApp(), 'interfaceID', 'interfaceId')[0]!,
    /got nothing; interfaceId must be written interfaceID$/,
  );
  assert.deepEqual(told({}), ['CommonBlock: expected an object, got nothing']);
});

test('an interface is only offered for its own digits', () => {
  const hint = (id: string) =>
    /did you mean (.+)\?$/.exec(told(broken(msApp(), 'CommonBlock.S0.interfaceID', id))[0]!)?.[1];
  assert.deepEqual(['IF-31', 'if-031', 'IF-0031', 'IF-310', 'REP-2'].map(hint), [
    ...['IF-031', 'IF-031', 'IF-031', 'IF-031', 'REP-002'],
  ]);
  assert.deepEqual(['IF-099', 'IF-130', 'IF-300', 'x', ''].map(hint), [
    undefined,
    'IF-013',
    undefined,
    undefined,
    undefined,
  ]);
});
