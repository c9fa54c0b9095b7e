import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { codesIn, codeText, leadingCode, responseCode, responseCodes } from '.';
import { replies, repliesTo } from './replies';

const root = path.join(__dirname, '../../../../shared');
const file = path.join(root, 'dip-spec/v2.1.0/ResponseCodes-unresolved.yaml');
const skip = existsSync(file) ? false : 'left out: the published specification is absent';

/** Code and published text of each line of the list. */
const published = () =>
  [...readFileSync(file, 'utf8').matchAll(/^\s+-\s+([A-Z]{2,3}\d{3,4})\s+#\s*(.*?)\s*$/gm)].map(
    ([, code, text]) => [code!, text!] as const,
  );
const words = (text: string) => new Set(text.toLowerCase().match(/[a-z]{2,}|\d{2,}/g));

test('the codes are the published ones, each once, in their order; SP010 stands twice there', { skip }, () => {
  const listed = published().map(([code]) => code);
  assert.equal(listed.length, 194);
  assert.deepEqual(
    responseCodes.map(({ code }) => code),
    [...new Set(listed)],
  );
  assert.equal(responseCodes.length, 193);
});

test('our text and the published one of a code are about the same thing', { skip }, () => {
  const small = new Set(
    'or in of on is be to and not the cannot with must already for no at than more by id'.split(' '),
  );
  const shared = (a: string, b: string) => [...words(a)].filter((word) => !small.has(word) && words(b).has(word));
  const strangers = published().filter(([code, text]) => shared(responseCode(code)!.text, text).length === 0);
  assert.deepEqual(
    strangers.map(([code, text]) => `${codeText(code)} / ${text}`),
    [],
  );
  assert.deepEqual(shared('Address Insufficient or Invalid', 'Domestic Indicator or Value'), []);
});

test('a code has a family, a text of its family alone, and layers or requests', () => {
  const seen = new Set<string>();
  for (const { code, text, family, layers, answers, confidence, basis } of responseCodes) {
    assert.ok(!seen.has(`${family} ${text}`), `${code} ${text}`);
    seen.add(`${family} ${text}`);
    assert.equal(layers.length > 0, /^(MSG|RCP)/.test(code), code);
    assert.equal(answers.length > 0, !/^(MSG|RCP)/.test(code), code);
    assert.ok(confidence > 0 && confidence <= 1, code);
    assert.ok(basis === 'inferred' || /Meter/.test(text), code);
    assert.ok(`${code} - ${text}`.length <= 200, code);
  }
  assert.deepEqual(
    [...new Set(responseCodes.map(({ family }) => family))],
    ['DIP', 'recipient', 'Registration Service', 'Market-wide Data Service', 'service provider', 'data service'],
  );
});

test('a transport code names its layers, a business code the messages that carry it', () => {
  assert.deepEqual(responseCode('RCP1061')?.layers, ['L4']);
  assert.deepEqual(responseCode('MSG1006')?.layers, ['L1', 'L2']);
  assert.deepEqual(responseCode('REG1030')?.answers, [
    { request: 'IF-031 [MSApp]', reply: 'IF-032 [MSAppInitialResp]', carriedIn: 'R0', relayed: [] },
  ]);
  assert.deepEqual(
    responseCode('REG1089')?.answers.map(({ reply }) => reply),
    ['IF-035 [MSAppLapsed]', 'IF-035 [DSAppLapsed]'],
  );
  const carries = (label: string) => codesIn(label).map(({ code }) => code);
  assert.deepEqual(carries('IF-035 [MSAppLapsed]'), ['REG1037', 'REG1089']);
  assert.ok(carries('IF-035 [DSAppRejected]').includes('DS001'), 'passed on');
  assert.ok(!carries('IF-035 [MSAppRejected]').includes('DS001'));
  assert.equal(carries('IF-014 [ActivePowerRejected]').length, 15);
  assert.deepEqual(carries('IF-028 [ConsumptionAmendment]'), []);
});

test('the message that a code is read from starts with it', () => {
  assert.equal(leadingCode('REG1031 - Service Does Not Fit'), 'REG1031');
  assert.equal(leadingCode('SP000'), 'SP000');
  assert.equal(leadingCode('DSCA001: no'), 'DSCA001');
  for (const text of ['refused (REG1031)', 'REG1031x', 'reg1031', '']) assert.equal(leadingCode(text), undefined, text);
});

test('requests are read in one way; what nothing answers is refused', () => {
  assert.equal(repliesTo('IF-005 [MeterInstall MeterExchange], IF-031').length, 4);
  for (const text of ['IF-036', 'IF-005 [Install]', 'IF-005 [MeterInstall Install]', '']) {
    assert.throws(() => repliesTo(text), /nothing answers/);
  }
});

test('every request and reply is a message of the release', { skip }, () => {
  const interfaces = readFileSync(path.join(path.dirname(file), 'Interfaces-EventCodes-unresolved.yaml'), 'utf8');
  const known = new Set<string>();
  for (const payload of interfaces.split(/^ {4}(?=IF-)/m)) {
    const id = /^IF-\d{3}/.exec(payload)?.[0];
    for (const [event] of payload.matchAll(/\[[\w-]+\](?=')/g)) known.add(`${id} ${event}`);
  }
  assert.ok(known.size > 100);
  const named = replies.flatMap(({ request, reply, relayed }) => [request, reply, ...relayed]);
  assert.deepEqual(
    named.filter((label) => !known.has(label)),
    [],
  );
});
