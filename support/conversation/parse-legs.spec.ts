import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QualifyError } from '../errors';
import { rows } from './conversation.fixture';
import { parseConditions } from './parse-conditions';
import { parseLegs } from './parse-legs';
import type { LegRow } from './types';

const row: LegRow = { '#': '1', from: 'SUP (incoming)', to: 'REGS', message: 'IF-031 [MSApp]' };

function refused(over: Partial<LegRow>, ...more: LegRow[]): QualifyError {
  try {
    parseLegs([{ ...row, ...over }, ...more]);
  } catch (error) {
    assert.ok(error instanceof QualifyError, String(error));
    assert.equal(error.kind, 'configuration');
    assert.match(error.place ?? '', /^row /);
    return error;
  }
  assert.fail('the table was taken');
}

test('a table is read row by row', () => {
  const [, second, , fourth] = parseLegs(rows);
  assert.deepEqual(second!.message, { interface: 'IF-032', event: 'MSAppInitialResp' });
  assert.deepEqual(second!.after, ['1']);
  assert.deepEqual(
    fourth!.conditions.map((c) => c.test),
    ['response', 'as in'],
  );
});

test('the number may stand under an empty heading; several recipients, rows to follow and a level', () => {
  const { '#': _, ...unnumbered } = row;
  const legs = parseLegs([
    { ...unnumbered, '': '7' },
    { ...row, to: 'REGS, MSS (proposed)', '#': '8', level: 'should', within: 'leg' },
    { ...row, '#': '9', order: 'after 7 and 8' },
  ]);
  assert.equal(legs[0]!.id, '7');
  assert.deepEqual(legs[1]!.to, ['REGS', 'MSS (proposed)']);
  assert.equal(legs[1]!.level, 'should');
  assert.deepEqual(legs[2]!.after, ['7', '8']);
});

test('a flow and a notice off the DIP; what stands under with is a remark, and - may stand for the number', () => {
  const legs = parseLegs([
    row,
    { '#': '-', from: 'LDSO', to: 'MSS (proposed)', message: 'D0142 (DTN)', with: 'shown if seen' },
    { '#': '-', from: 'SUP (incoming)', to: 'LDSO', message: 'D0134' },
    { '#': '4', from: 'CSS', to: 'REGS', message: 'off-DIP: switch secured active', order: 'after 1' },
    { ...row, '#': '5', order: 'after 4' },
  ]);
  assert.deepEqual(
    legs.map(({ offDip }) => offDip && (offDip.kind === 'flow' ? offDip.flow : offDip.says)),
    [undefined, 'D0142', 'D0134', 'switch secured active', undefined],
  );
});

test('a row off the DIP that cannot be read is refused', () => {
  assert.equal(refused({ message: 'D016' }).code, 'LEGS_OFF_DIP_UNREADABLE');
  assert.equal(refused({ '#': '-' }).code, 'LEGS_OFF_DIP_UNREADABLE');
  assert.match(refused({ message: 'D0168', to: 'LDO' }).message, /did you mean "LDSO"/);
  assert.equal(refused({ message: 'off-DIP: x' }).code, 'LEGS_OFF_DIP_PARTIES');
  assert.equal(refused({ from: 'CSS', to: 'DCC', message: 'off-DIP: x' }).code, 'LEGS_OFF_DIP_PARTIES');
  assert.equal(refused({ from: 'CSS' }).code, 'LEGS_POSITION_UNKNOWN');
  assert.match(
    refused({ message: 'D0168', level: 'must' }).message,
    /column level: "must" is not for a leg off the DIP/,
  );
  assert.match(refused({ message: 'D0168', within: 'answer' }).message, /column within/);
  const flow = { ...row, '#': '2', message: 'D0168', to: 'LDSO' };
  assert.equal(refused({ with: 'B070 = as in 2' }, flow).code, 'LEGS_ROW_UNKNOWN');
  assert.equal(refused({}, { ...flow, '#': '1' }).code, 'LEGS_ROW_TWICE');
});

test('what cannot be read is refused with the nearest known name', () => {
  assert.match(refused({ from: 'SUP (incomming)' }).message, /did you mean "SUP \(incoming\)"/);
  assert.match(refused({ to: 'REGS (proposed)' }).message, /is not a position/);
  assert.match(refused({ message: 'IF-031 [MSAp]' }).message, /did you mean "IF-031 \[MSApp\]"/);
  assert.match(
    refused({ with: 'B071 appointmentScenario = COS' }).message,
    /"B071".*IF-031 \[MSApp\].*did you mean "B070"/,
  );
  assert.match(refused({ with: 'B070 appointmentScenari = COS' }).message, /did you mean "appointmentScenario"/);
  assert.match(refused({ with: 'appointmentScenarios = COS' }).message, /did you mean "appointmentScenario"/);
  assert.match(refused({ with: 'B070 appointmentScenario is COS' }).message, /cannot be read/);
  assert.match(refused({ with: 'B070 = COS' }).message, /name an item of the block/);
  assert.match(refused({ message: 'IF-032 [MSAppInitialResp]', with: 'R0 = maybe' }).message, /a response is/);
  assert.match(refused({ with: 'R0 responseCode = A' }).message, /"R0" is not a block or item of IF-031 \[MSApp\]/);
  assert.match(refused({ order: 'before 2' }).message, /column order: "before 2"/);
  assert.match(refused({ level: 'shoud' }).message, /did you mean "should"/);
});

test('references to rows that are not there, to the row itself, and numbers used twice', () => {
  assert.equal(refused({ order: 'after 2' }).code, 'LEGS_ROW_UNKNOWN');
  assert.equal(refused({ with: 'B070 = as in 3' }).code, 'LEGS_ROW_UNKNOWN');
  assert.match(refused({ order: 'after 1' }).message, /the row itself/);
  assert.equal(refused({}, row).code, 'LEGS_ROW_TWICE');
  assert.equal(refused({ with: 'B013 = as in IF-002 [GainMPANInf]' }).code, 'LEGS_MESSAGE_UNKNOWN');
  assert.equal(parseLegs([{ ...row, with: 'B013 = as in IF-002; B070 = as in IF-031 [MSApp]' }]).length, 1);
});

test('an item that several blocks have needs its block; one block of a list may be named short', () => {
  const active = { interface: 'IF-036', event: 'MSAppActive' };
  const ambiguous = () => parseConditions('incomingMeteringServiceMPID = MSSA');
  assert.throws(
    ambiguous,
    (e) => e instanceof QualifyError && e.code === 'LEGS_FIELD_AMBIGUOUS' && /B010/.test(e.message),
  );
  assert.deepEqual(parseConditions('B905 meterID = 1', active)[0]!.field, { block: 'B905List', item: 'meterID' });
  assert.deepEqual(parseConditions('appointmentScenario = COS', active)[0]!.field.block, 'B014');
});

test('responses with codes', () => {
  const [told] = parseConditions('R0 responseCode = R, REG1031 or REG1032');
  assert.deepEqual(told, { ...told, test: 'response', code: 'R', starts: ['REG1031', 'REG1032'] });
  assert.deepEqual(
    parseConditions('R0 = R and REG1031').map((c) => c.test === 'response' && c.starts),
    [['REG1031']],
  );
});
