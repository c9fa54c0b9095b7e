import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLegs, type LegRow } from '../conversation';
import type { DtcFile } from '../participant';
import { flowsShown, type FlowSources } from './dtc-flows';

const mpan = '9900000000003';
const row: LegRow = { '#': '1', from: 'SUP (incoming)', to: 'LDSO', message: 'D0168' };
const mpids: Record<string, string> = { 'SUP (incoming)': 'SUPA', LDSO: 'NMNT' };
const good = { name: 'a.usr', flow: 'D0168', version: '001', mpans: new Set([mpan]) };
const file = (over: object = {}, from = 'SUPA', to = 'NMNT'): DtcFile => ({
  ...{ ...good, from: { role: 'X', mpid: from }, to: { role: 'R', mpid: to } },
  ...over,
});
const attested = { flow: 'D0168', by: 'A Person', on: '2027-02-10', document: 'TCR 4' };

function shown(files: DtcFile[], over: Partial<FlowSources> = {}, rows = [row]) {
  const legs = parseLegs(rows);
  const mpidOf = (position: string) => mpids[position];
  const blameOf = () => 'participant' as const;
  const result = flowsShown(legs, { ...{ mpan, files, attested: [], mpidOf, blameOf, why: 'none' }, ...over });
  const failed = result.checks.filter(({ status }) => status === 'fail');
  const of = (index: number) => {
    const { how, text } = result.shown.get(legs[index]!)!;
    return `${how}: ${text}`;
  };
  return { of, checks: failed.map(({ id, level, reason, blame }) => [id, level, reason, blame]) };
}

test('a file of that flow, between the parties, about the MPAN shows the leg', () => {
  const { of, checks } = shown([file()]);
  assert.equal(of(0), 'file: a.usr, D0168001 from SUPA (X) to NMNT (R)');
  assert.deepEqual(checks, []);
});

test('a file of another flow, or about another MPAN, shows nothing', () => {
  for (const other of [{ flow: 'D0134' }, { mpans: new Set(['9900000000010']) }])
    assert.equal(shown([file(other)]).of(0), 'not seen: none');
});

test('other parties are an observation, and the file still shows the leg', () => {
  const { of, checks } = shown([file({}, 'SUPB')]);
  assert.match(of(0), /^file: a\.usr, D0168001 from SUPB/);
  const reason = 'row 1 D0168: a.usr is from SUPB to NMNT, expected from SUPA to NMNT';
  assert.deepEqual(checks, [['off-dip-parties', 'should', reason, 'participant']]);
  assert.deepEqual(shown([file({}, 'SUPB')], { mpidOf: () => undefined }).checks, []);
});

test('a file between the parties comes before another, and each file shows one leg', () => {
  const [wrong, right] = [file({ name: 'a.usr' }, 'SUPB'), file({ name: 'b.usr' })];
  assert.match(shown([wrong, right]).of(0), /^file: b\.usr/);
  const twice = [row, { ...row, '#': '2' }];
  const { of } = shown([right], {}, twice);
  assert.deepEqual([of(0).slice(0, 4), of(1)], ['file', 'not seen: none']);
});

test('an attestation shows a flow that no file shows', () => {
  assert.equal(shown([], { attested: [attested] }).of(0), 'attested: by A Person on 2027-02-10, TCR 4');
  assert.match(shown([file()], { attested: [attested] }).of(0), /^file/);
  assert.equal(shown([], { attested: [{ ...attested, flow: 'D0134' }] }).of(0), 'not seen: none');
});

test('a malformed file that may be the flow is an observation of the configuration, and shows nothing', () => {
  const broken = { name: 'c.usr', line: 3, problem: 'expected a footer' };
  const { of, checks } = shown([broken]);
  assert.equal(of(0), 'not seen: none');
  assert.deepEqual(checks, [['off-dip-file', 'should', 'c.usr, line 3: expected a footer', 'configuration']]);
  assert.equal(shown([{ ...broken, flow: 'D0168' }]).checks.length, 1);
  assert.deepEqual(shown([{ ...broken, flow: 'D0134' }]).checks, []);
});
