import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pickle } from '@cucumber/messages';
import { offDipRowsIn } from './off-dip-rows';

const step = (...rows: string[]) => {
  const cells = rows.map((row) => ({ cells: row.split('|').map((value) => ({ value })) }));
  return { steps: [{ argument: { dataTable: { rows: cells } } }, {}] } as unknown as Pick<Pickle, 'steps'>;
};

test('flows, notices, rows without a number and rows of parties off the DIP are found, others are not', () => {
  const table = step(
    ' |from|to|message',
    '1|SUP (incoming)|REGS|IF-031 [MSApp]',
    '2|SUP (incoming)|LDSO, MSS|D0168',
    '3|CSS|REGS|off-DIP: switch cancelled',
    '-|LDSO|REGS|whatever',
    '5|DCC|REGS|IF-035 [DCC-MDROutcome]',
  );
  assert.deepEqual(
    offDipRowsIn(table).map(({ from, to, message }) => `${from} ${to.join('+')} ${message}`),
    [
      'SUP (incoming) LDSO+MSS D0168',
      'CSS REGS off-DIP: switch cancelled',
      'LDSO REGS whatever',
      'DCC REGS IF-035 [DCC-MDROutcome]',
    ],
  );
});

test('a table of something else has none', () => {
  assert.deepEqual(offDipRowsIn(step('argument|value', 'message|D0168')), []);
  assert.deepEqual(offDipRowsIn({ steps: [] }), []);
});
