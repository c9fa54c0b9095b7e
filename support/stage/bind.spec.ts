import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoleCode } from '../catalogue';
import { bind, participantPositions, participantRoles } from '.';

const holder = (role: RoleCode, dipId: string) => ({ role, dipId });
const market = [
  holder('SUP', '2000000001'),
  holder('SUP', '2000000002'),
  holder('SUP', '2000000003'),
  holder('REGS', '2000000011'),
  holder('MSS', '2000000021'),
  holder('MSS', '2000000022'),
  holder('MSS', '2000000023'),
  holder('MSA', '2000000031'),
  holder('MSA', '2000000032'),
];
const ownSup = holder('SUP', '1000000001');
const ownMss = holder('MSS', '1000000021');

test('a tag gives the participant the position that it proves; the market fills the others in order', () => {
  const binding = bind(['@role:SUP', '@segment:S'], [ownSup], market);
  assert.deepEqual(
    ['SUP (incoming)', 'SUP (outgoing)', 'SUP (other)', 'REGS'].map((position) => binding.positions[position]),
    ['1000000001', '2000000001', '2000000002', '2000000011'],
  );
  assert.deepEqual(participantPositions(binding), ['SUP (incoming)']);
  assert.equal(binding.actors['SUP (outgoing)'], 'simulated');
});

test('MSS:incumbent proves the incumbent and leaves the proposed one to the market', () => {
  const binding = bind(['@role:MSS:incumbent'], [ownMss], market);
  assert.equal(binding.positions['MSS (incumbent)'], '1000000021');
  assert.equal(binding.positions['MSS (proposed)'], '2000000021');
  assert.equal(binding.positions['MSS (another)'], '2000000022');
  assert.deepEqual(participantPositions(binding), ['MSS (incumbent)']);
});

test('a role that the participant does not hold is simulated, tag or not', () => {
  const binding = bind(['@role:SUP', '@role:REGS'], [ownSup], market);
  assert.deepEqual(participantRoles(binding), ['SUP']);
  assert.equal(binding.actors.REGS, 'simulated');
});

test('a role that no tag names stays with the market, though the participant holds it', () => {
  const binding = bind(['@role:SUP'], [ownSup, ownMss], market);
  assert.deepEqual(participantRoles(binding), ['SUP']);
  assert.equal(binding.positions['MSS (proposed)'], '2000000021');
  assert.deepEqual(participantPositions(bind([], [ownSup, ownMss], market)), []);
});

test('several identities of a role fill several positions, in the order of the profile', () => {
  const tags = ['@role:SUP', '@role:SUP:outgoing', '@role:MSS'];
  const binding = bind(tags, [ownSup, holder('SUP', '1000000002'), ownMss], market);
  assert.equal(binding.positions['SUP (incoming)'], '1000000001');
  assert.equal(binding.positions['SUP (outgoing)'], '1000000002');
  assert.deepEqual(participantRoles(binding), ['SUP', 'MSS']);
  const single = bind(tags, [ownSup], market);
  assert.equal(single.actors['SUP (outgoing)'], 'simulated');
});

test('nobody fills two positions, and what nobody can fill is left out', () => {
  const { positions, actors } = bind(['@role:MSS:incumbent', '@role:SUP'], [ownSup, ownMss], market);
  const holders = Object.values(positions);
  assert.equal(new Set(holders).size, holders.length);
  assert.equal('MSA (another)' in positions, false);
  assert.equal('LDSO' in actors, false);
});
