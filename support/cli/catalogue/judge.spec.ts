import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundledRelease, packReport, sampleMessage } from '../../catalogue';
import { judge } from './judge';

const judged = (payload: unknown) => judge({ index: 0, payload }, 'auto', bundledRelease);

test('an error has path, code and message, and the message says what was meant', () => {
  const text = JSON.stringify(sampleMessage('IF-031', 'MSApp'));
  const { errors } = judged(JSON.parse(text.replace('"proposedMeteringServiceDIPID"', '"meteringServiceDIPID"')));
  assert.deepEqual(errors, [
    {
      path: 'CustomBlock.B070.proposedMeteringServiceDIPID',
      code: 'MSG1001',
      message: 'expected a DIP ID of 10 characters, got nothing',
    },
    {
      path: 'CustomBlock.B070.meteringServiceDIPID',
      code: 'MSG1001',
      message: 'B070.meteringServiceDIPID is not in IF-031 [MSApp]; did you mean proposedMeteringServiceDIPID?',
    },
  ]);
});

test('a sender that does not send the event is an error where the release says who does, else a warning', () => {
  const sent = (id: string, event: string, role: string) => {
    const message = sampleMessage(id, event);
    message.CommonBlock.S1.senderRoleID = role;
    const { valid, errors, warnings } = judged(message);
    return [valid, errors.map(({ code }) => code), warnings.map(({ code }) => code)];
  };
  assert.deepEqual(sent('IF-031', 'MSApp', 'MSS'), [false, ['MSG1010'], []]);
  assert.deepEqual(sent('IF-065', 'MDRTOU', 'SUP'), [true, [], ['MSG1010']]);
});

test('what is wrong in a report has no code of the DIP', () => {
  const message = sampleMessage('REP-002', 'DUOSSupplierAggData');
  const errors = (report: string) => {
    message.CustomBlock!.P03 = { ...message.CustomBlock!.P03!, compressedReport: report };
    return judged(message).errors;
  };
  const [error, ...others] = errors(packReport({ R002: 1 }));
  assert.deepEqual([error!.path, error!.code], ['CustomBlock.P03.compressedReport > R002', 'REPORT_CONTENT']);
  assert.deepEqual(others, []);
});
