import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Profile } from '../participant';
import type { Actor, OffDipRow, ScenarioText } from '../stage';
import { unshownLegs } from './off-dip';

const flow: OffDipRow = { from: 'SUP (incoming)', to: ['LDSO'], message: 'D0168' };
const secured: OffDipRow = { from: 'CSS', to: ['REGS'], message: 'off-DIP: switch secured active' };
const attested = [{ flow: 'D0168', by: 'A Person', on: '2027-02-10', document: 'TCR 4' }];
const gives = 'CSS secures the switch of MPAN "A"';

function unshown(rows: OffDipRow[], o: { offDip?: object; step?: string; regs?: Actor; acts?: object } = {}) {
  const profile = { offDip: o.offDip, triggers: { acts: o.acts ?? {} } } as unknown as Profile;
  const steps = ['MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier', o.step ?? gives];
  const scenario = { id: 'MQ-BP001-010', tags: [], steps, offDip: rows } as unknown as ScenarioText;
  const bindingOf = () => ({ positions: {}, actors: { REGS: o.regs ?? 'simulated' } });
  const legs = unshownLegs({ profile, selected: [scenario, { ...scenario, id: 'MQ-BP001-020' }], bindingOf });
  return legs.map(({ message, scenarios }) => `${message}: ${scenarios.length}`);
}

test('a flow is shown by a folder or an attestation of it, else by nothing', () => {
  assert.deepEqual(unshown([flow, flow]), ['D0168: 2']);
  assert.deepEqual(unshown([flow], { offDip: { folder: 'dtc', attested: [] } }), []);
  assert.deepEqual(unshown([flow], { offDip: { attested } }), []);
  assert.deepEqual(unshown([{ ...flow, message: 'D0134' }], { offDip: { attested } }), ['D0134: 2']);
});

test('a notice is shown where a step gives it, and the system does not act by itself', () => {
  assert.deepEqual(unshown([secured]), []);
  assert.deepEqual(unshown([secured], { step: 'CSS cancels the switch of MPAN "A"' }), [`${secured.message}: 2`]);
  const automatic = { switchSecured: 'automatic' };
  assert.deepEqual(unshown([secured], { acts: automatic }), []);
  assert.deepEqual(unshown([secured], { acts: automatic, regs: 'participant' }), [`${secured.message}: 2`]);
  assert.deepEqual(unshown([{ from: 'REGS', to: ['CSS'], message: 'off-DIP: details' }]), ['off-DIP: details: 2']);
});
