import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, serviceRole, sidesOf, type RoleCode } from '.';

const all = Object.keys(roles) as RoleCode[];

test('who can be replaced in a process has sides: suppliers, services that are appointed, and the Meter Data Retriever', () => {
  assert.deepEqual(
    all.filter((role) => sidesOf(role).length > 0),
    ['SUP', 'UMSO', 'MSS', 'MSA', 'SDS', 'ADS', 'UMSDS', 'MDR'],
  );
});

test('a role without a side is the incoming supplier, the proposed service', () => {
  assert.equal(sidesOf('SUP')[0], 'incoming');
  for (const segment of ['S', 'A', 'U'] as const) {
    for (const kind of ['metering', 'data'] as const) assert.equal(sidesOf(serviceRole(kind, segment))[0], 'proposed');
  }
  assert.deepEqual(sidesOf('REGS'), []);
});
