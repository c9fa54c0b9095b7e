import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomBlocks } from '../../../catalogue';
import { who } from '../../play.fixture';
import { testMeter } from '../../registration/meters';
import type { Appointment, LoadedRegister } from '../../registration/register';
import { registerOf, request } from '../updates.fixture';
import type { Update } from '../update';
import { rules } from '.';

const begins = (day: string) => `${day}T00:00:00+01:00`;
const today = '2027-06-12';
const held = registerOf().meters[0]!.details.meterID;

type Existing = CustomBlocks['B906']['existingMeter'];
const provider = (id = 'MAPZ', day = today): CustomBlocks['B034'] => ({
  meterAssetProviderID: id,
  meterAssetProviderEffectiveFromDate: begins(day),
});
function fit(over: Partial<Existing> = {}, providers = [provider()]): Partial<CustomBlocks> {
  const meter = testMeter('smart', { id: 'NEW1', mpan: '1200023456784', installed: begins(today) });
  return { B906: { existingMeter: { ...meter, modifiedMeterID: null, ...over }, historyMAP: providers } };
}
const removal = (meterIDRemoved: string, day = today): Partial<CustomBlocks> => ({
  B039: { meterIDRemoved, meterRemovalDate: begins(day) },
});

const service = (over: Partial<Appointment>): Appointment => ({
  ...registerOf().appointments[0]!,
  provider: { dipId: who.mssNew.dipId, mpid: who.mssNew.mpid },
  ...over,
});
const withService = (over: Partial<Appointment>, register = registerOf()): LoadedRegister => ({
  ...register,
  appointments: [...register.appointments, service(over)],
});
const former = withService({ status: 'ended', from: begins('2025-04-01'), to: begins('2026-04-01') });
const coming = withService({ status: 'accepted', scenario: 'CSP', from: begins('2027-06-20') });
const gone = { ...registerOf(), meters: registerOf().meters.map((it) => ({ ...it, removed: begins('2027-01-01') })) };
const two = registerOf();
two.meters = [...two.meters, { ...two.meters[0]!, details: { ...two.meters[0]!.details, meterID: 'TWO' } }];
const dead = registerOf();
dead.facts.B079![0]!.block = { ...(dead.facts.B079![0]!.block as CustomBlocks['B079']), MPStatus: 'X' };

const mss = (custom: Partial<CustomBlocks>, over: Partial<Update> = {}): Update =>
  request(custom, { event: 'MeterInstall', sender: who.mssOld.dipId, ...over });
const update = (custom: Partial<CustomBlocks>, over: Partial<Update> = {}) =>
  mss(custom, { event: 'MeterUpdate', ...over });
const history = (custom: Partial<CustomBlocks>, over: Partial<Update> = {}) =>
  mss(custom, { event: 'MeterHistoryUpdate', ...over });
const newService = { sender: who.mssNew.dipId };
const same = registerOf().meters[0]!.details;
const energised = (day: string): Partial<CustomBlocks> => ({
  B025: { energisationStatus: 'E', energisationStatusEffectiveFromDate: begins(day) },
});

const cases: Record<string, { trips: Update; passes: Update }> = {
  REG0008: {
    trips: update(fit({ ...same, meterType: 'N' }), { ...newService, register: former }),
    passes: update(fit({ ...same, meterLocation: 'G' }), { ...newService, register: former }),
  },
  REG1002: { trips: mss(fit(), newService), passes: mss(fit()) },
  REG1004: { trips: mss(removal('GONE')), passes: mss(removal(held)) },
  REG1005: { trips: mss(removal(held, '2024-03-31')), passes: mss(removal(held, '2024-04-01')) },
  REG1006: { trips: mss(fit({ meterID: held })), passes: mss(fit()) },
  REG1007: { trips: mss(fit(), { register: dead }), passes: mss(fit()) },
  REG1008: {
    trips: mss({ ...fit({ meterInstallationDate: begins('2027-06-11') }), ...removal(held) }),
    passes: mss({ ...fit(), ...removal(held) }),
  },
  REG1009: { trips: mss(fit({}, [provider('MAPX')])), passes: mss(fit()) },
  REG1010: { trips: mss(fit({}, [provider('MAPZ', '2027-06-11')])), passes: mss(fit()) },
  REG1011: {
    trips: mss(fit({ meterInstallationDate: begins('2024-03-31') })),
    passes: mss(fit({ meterInstallationDate: begins('2024-04-01') })),
  },
  REG1012: { trips: update(fit(same), newService), passes: update(fit(same)) },
  REG1013: {
    trips: update(fit({ ...same, modifiedMeterID: 'TWO' }), { register: two }),
    passes: update(fit({ ...same, modifiedMeterID: 'TWO' })),
  },
  REG1014: {
    trips: mss(fit({}, [provider('MAPZ', '2027-06-13'), provider()])),
    passes: mss(fit({}, [provider(), provider('MAPZ', '2027-06-13')])),
  },
  REG1015: { trips: update(fit()), passes: update(fit(same)) },
  REG1016: {
    trips: history({ ...fit(same), ...removal('OTHER') }, { register: gone }),
    passes: history({ ...fit(same), ...removal(held) }, { register: gone }),
  },
  REG1017: {
    trips: update(fit({ ...same, modifiedMeterID: 'NEW2', meterInstallationDate: begins('2024-05-01') })),
    passes: update(fit({ ...same, modifiedMeterID: 'NEW2' })),
  },
  REG1018: { trips: history(fit(same)), passes: history(fit(same), { register: gone }) },
  REG1020: {
    trips: mss(fit({ meterInstallationDate: begins('2027-06-13') })),
    passes: mss(fit()),
  },
  REG1027: { trips: mss(fit(), { ...newService, register: coming }), passes: mss(fit(), newService) },
  REG1029: { trips: mss(fit({ modifiedMeterID: 'NEW2' })), passes: mss(fit()) },
  REG1046: { trips: mss(fit({ ESMEGUID: null })), passes: mss(fit()) },
  REG1047: {
    trips: mss(fit({ meterType: 'N', ESMEGUID: null })),
    passes: mss(fit({ meterType: 'N', ESMEGUID: null, numberOfDisplayedRegisterDigits: 5 })),
  },
  REG1049: { trips: mss(fit({ meterType: 'H', ESMEGUID: null })), passes: mss(fit()) },
  REG1097: {
    trips: mss(fit({ meterType: 'H', ESMEGUID: null, numberOfDisplayedRegisterDigits: 5 })),
    passes: mss(fit({ meterType: 'H', ESMEGUID: null })),
  },
};

for (const [code, { trips, passes }] of Object.entries(cases)) {
  test(`${code} strikes where it should, and not beside it`, () => {
    assert.equal(rules[code]!(trips), true);
    assert.equal(rules[code]!(passes), false);
  });
}

test('energisation is told in the order in which it happened', () => {
  assert.equal(rules.REG1014!(mss(energised('2024-03-31'))), true);
  assert.equal(rules.REG1014!(mss(energised('2024-04-01'))), false);
});

test('a former service corrects the location, and no history', () => {
  const at = { ...newService, register: former };
  assert.equal(rules.REG1012!(update(fit(same), at)), false);
  assert.equal(rules.REG1012!(history(fit(same), at)), true);
});

test('without standing data a smart meter alone has a device id', () => {
  const bare = (over: Partial<Existing>) => {
    const asked = mss(fit(over));
    const { standing: _none, ...market } = asked.context.market;
    return { ...asked, context: { ...asked.context, market } };
  };
  assert.equal(rules.REG1046!(bare({ ESMEGUID: null })), true);
  assert.equal(rules.REG1046!(bare({ meterType: 'N' })), true);
  assert.equal(rules.REG1046!(bare({ meterType: 'S1', ESMEGUID: null })), false);
  assert.equal(rules.REG1049!(bare({ meterType: 'H', ESMEGUID: null })), false);
  assert.equal(rules.REG1009!(bare({})), false);
});
