import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertOnly, bindingFor, bundledProfile, environment, environmentFile, own, scenario } from './doctor.fixture';
import { partyFindings, positionFindings } from './parties';

const smart = scenario('MQ-BP001-010', [
  'MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier',
]);

test('the bundled profile, and one of qualify init, fit the bundled environment', async () => {
  const pit = await environment();
  for (const profile of [await bundledProfile(), await (await own(['SUP', 'MSS', 'REGS'])).profile()]) {
    assert.deepEqual(partyFindings({ profile, environment: pit, environmentFile }), []);
  }
  assert.deepEqual(positionFindings([smart], bindingFor(pit), environmentFile), []);
});

test('a run on another release than the one in force is warned of; on the one in force it is not', async () => {
  const inForce = [{ release: '2.1.0', from: '2026-06-25' }];
  const of = async (release: string) =>
    partyFindings({ environment: await environment({ release, inForce }), environmentFile });
  assertOnly(await of('3.0.0'), 'DOCTOR_RELEASE_NOT_IN_FORCE', /3\.0\.0.*2\.1\.0.*2026-06-25/);
  assert.deepEqual(await of('2.1.0'), []);
});

test('two parties of the environment with one DIP ID are found', async () => {
  const { parties } = await environment();
  const twice = await environment({ parties: [...parties, { ...parties[0]!, name: 'Copy' }] });
  assertOnly(
    partyFindings({ environment: twice, environmentFile }),
    'DOCTOR_PARTY_TWICE',
    /2000000001: Larch Energy, Copy/,
  );
});

test('a DIP ID of a simulated party is refused, at its line', async () => {
  const profile = await (await own()).profile((text) => text.replace("dipId: '1100000001'", "dipId: '2000000011'"));
  const found = partyFindings({ profile, environment: await environment(), environmentFile });
  assertOnly(found, 'DOCTOR_DIP_ID_TAKEN', /Northmoor Registration Service/);
  assert.match(found[0]!.place, /^participant\.yaml:\d+$/);
});

test('an MPID of a simulated party is shown', async () => {
  const profile = await (await own()).profile((text) => text.replace('mpid: EXMA', 'mpid: LARC'));
  const found = partyFindings({ profile, environment: await environment(), environmentFile });
  assertOnly(found, 'DOCTOR_MPID_TAKEN', /LARC.*Larch Energy/);
  assert.equal(found[0]!.level, 'warning');
});

test('one MPID twice in a role is shown; in two roles it is usual', async () => {
  const both = await own(['SUP', 'MSS']);
  const same = (text: string) => text.replace('mpid: EXMB', 'mpid: EXMA');
  assert.deepEqual(partyFindings({ profile: await both.profile(same), environmentFile }), []);
  const twice = await both.profile((text) => same(text).replace('role: MSS', 'role: SUP'));
  assertOnly(
    partyFindings({ profile: twice, environmentFile }),
    'DOCTOR_MPID_TWICE',
    /SUP.*EXMA.*1100000001, 1100000\d+/,
  );
});

test('a position that nobody fills is found, with the scenarios that need it', async () => {
  const { parties } = await environment();
  const without = await environment({ parties: parties.filter(({ role }) => role !== 'LDSO') });
  const found = positionFindings([smart], bindingFor(without), environmentFile);
  assertOnly(found, 'DOCTOR_POSITION_UNFILLED', /LDSO.*1 of the selected.*MQ-BP001-010/);
});
