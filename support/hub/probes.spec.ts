import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLedger } from '../ledger';
import { createRedactor } from '../wire';
import { probeRecorder } from './probes';

const mpan = '9900000000003';
const secret = 'token-of-the-probe';
const request = {
  ...{ scenario: 'MQ-BP001-010', step: 'the records show it', mpan, dipId: '1000000001', probe: 'records' as const },
  ...{ method: 'GET', url: `https://crm/r/${mpan}`, status: 200, bodySha256: 'f00d', ms: 4 },
};

function recorded(over: Partial<typeof request> & { data: unknown }) {
  const ledger = createLedger();
  const record = probeRecorder((input) => ledger.append(input), createRedactor([secret]));
  const { seq } = record({ ...request, ...over });
  return { seq, entry: ledger.entries()[0]! };
}

test('what a probe answered becomes a line of the ledger', () => {
  const data = { mpan, appointments: [] };
  const { seq, entry } = recorded({ data });
  const { prev: _, at: __, ...line } = entry;
  assert.deepEqual(line, {
    ...{ seq, source: 'participant', kind: 'probe', from: request.dipId, to: 'harness', mpan, name: 'records' },
    ...{ method: 'GET', url: request.url, httpStatus: 200, bodySha256: 'f00d', body: data, redacted: [], checks: [] },
    ...{ step: request.step, ms: 4 },
  });
});

test('no secret passes, in JSON, in text or in the address', () => {
  for (const data of [{ mpan, note: `used ${secret}` }, `<html>${secret}</html>`]) {
    const { entry } = recorded({ data, url: `https://crm/r?key=${secret}` });
    assert.ok(!JSON.stringify(entry).includes(secret));
    assert.deepEqual(entry.redacted, ['secret']);
  }
});
