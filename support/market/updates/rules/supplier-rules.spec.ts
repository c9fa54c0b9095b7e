import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomBlocks } from '../../../catalogue';
import { who } from '../../play.fixture';
import type { Switch } from '../../registration/register';
import type { Update } from '../update';
import { registerOf, request } from '../updates.fixture';
import { rules } from '.';

const begins = (day: string) => `${day}T00:00:00+01:00`;
const consent = (day = '2027-06-12', consentGranularity: 'D' | 'N' = 'D'): Partial<CustomBlocks> => ({
  B068: { consentGranularity, consentGranularityEffectiveFromDate: begins(day) },
});
const display = (IHDInstallStatus: 'I' | null, day = '2027-06-12'): Partial<CustomBlocks> => ({
  B030: { IHDInstallStatus, IHDEffectiveFromDate: begins(day) },
});
const operator = (SMSOID: string | null): Partial<CustomBlocks> => ({
  B031: { SMSOID, SMSOEffectiveFromDate: begins('2027-06-12') },
});
const profile = (over: Partial<CustomBlocks['B032']> = {}): Partial<CustomBlocks> => ({
  B032: {
    ...{ profileClass: '02', profileClassEffectiveFromDate: begins('2027-06-12') },
    ...{ SSC: '0151', SSCEffectiveFromDate: begins('2027-06-12') },
    ...over,
  },
});
const traditional = registerOf({ meterKind: 'traditional' });
const unmetered = registerOf({ segment: 'U', meterKind: 'none' });
const business = registerOf({ segment: 'A', meterKind: 'advanced' });
const homeless = { ...registerOf(), facts: { ...registerOf().facts, B028: undefined } };
const ended = registerOf();
ended.facts.B079![0]!.block = { ...(ended.facts.B079![0]!.block as CustomBlocks['B079']), RMPStatus: 'T' };
const pending: Switch = {
  ...{ registrationId: 'S-1', supplier: { dipId: who.in.dipId, mpid: who.in.mpid } },
  ...{ supplyStartDate: '2027-06-22', status: 'pending' },
};
const switching = { ...registerOf(), switches: [pending] };
const quoting = (CSSRegistrationID: string) => ({ ...consent(), B013: { CSSRegistrationID } });
const group = {
  principal: { mpan: '1', energyDirection: 'I' as const, supplier: null },
  subsidiaries: [],
};
const linked = { ...registerOf(), relations: { linked: group } };
const related = { ...registerOf(), relations: { related: group } };

type Cases = Record<string, { trips: Update; passes: Update }>;

const cases: Cases = {
  REG0003: { trips: request(display('I'), { register: unmetered }), passes: request(display('I')) },
  REG0004: { trips: request(profile(), { register: unmetered }), passes: request(profile(), { register: business }) },
  REG0005: {
    trips: request(quoting('S-2'), { register: switching }),
    passes: request(quoting('S-1'), { register: switching }),
  },
  REG0006: {
    trips: request(quoting('S-1'), { register: switching }),
    passes: request(quoting('S-1'), { register: switching, sender: who.in.dipId }),
  },
  REG0009: { trips: request(operator(null)), passes: request(display(null)) },
  REG1001: { trips: request(consent(), { register: ended }), passes: request(consent()) },
  REG1019: { trips: request(consent('2024-03-31')), passes: request(consent('2024-04-01')) },
  REG1020: { trips: request(display('I', '2027-06-13')), passes: request(display('I', '2027-06-12')) },
  REG1021: { trips: request(consent(), { sender: who.in.dipId }), passes: request(consent()) },
  REG1022: {
    trips: request(consent(), { register: business }),
    passes: request(consent()),
  },
  REG1023: { trips: request(operator('NONE')), passes: request(operator('SMSO')) },
  REG1024: { trips: request(consent('2027-06-06')), passes: request(consent('2027-06-07')) },
  REG1038: { trips: request(consent(), { register: linked }), passes: request(consent(), { register: related }) },
  REG1039: { trips: request(consent(), { register: related }), passes: request(consent(), { register: linked }) },
  REG1040: {
    trips: request(profile({ SSCEffectiveFromDate: begins('2024-04-01') }), { register: traditional }),
    passes: request(profile({ SSCEffectiveFromDate: begins('2024-04-02') }), { register: traditional }),
  },
  REG1041: {
    trips: request(profile({ profileClassEffectiveFromDate: begins('2024-04-01') }), { register: traditional }),
    passes: request(profile({ profileClassEffectiveFromDate: begins('2024-04-02') }), { register: traditional }),
  },
  REG1042: {
    trips: request(profile({ SSC: null }), { register: traditional }),
    passes: request(profile({ SSC: null })),
  },
  REG1043: {
    trips: request(profile({ profileClass: null }), { register: traditional }),
    passes: request(profile({ profileClass: null })),
  },
  REG1044: { trips: request(profile({ SSC: '9999' })), passes: request(profile()) },
  REG1045: { trips: request(profile({ profileClass: '99' })), passes: request(profile({ profileClass: '2' })) },
  REG1088: { trips: request(profile({ SSCEffectiveFromDate: null })), passes: request(profile()) },
  REG1096: { trips: request(display('I', '2024-03-31')), passes: request(display('I', '2024-04-01')) },
};

for (const [code, { trips, passes }] of Object.entries(cases)) {
  test(`${code} strikes where it should, and not beside it`, () => {
    assert.equal(rules[code]!(trips), true);
    assert.equal(rules[code]!(passes), false);
  });
}

test('no consent at all is for homes alone, and energisation is never undefined', () => {
  assert.equal(rules.REG1022!(request(consent(undefined, 'N'), { register: homeless })), true);
  assert.equal(rules.REG1022!(request(consent(undefined, 'N'))), false);
  const status = (energisationStatus: 'E' | 'U') =>
    request({ B025: { energisationStatus, energisationStatusEffectiveFromDate: begins('2027-06-12') } });
  assert.equal(rules.REG1022!(status('U')), true);
  assert.equal(rules.REG1022!(status('E')), false);
});

test('without standing data the values of the wire are all that is known', () => {
  const bare = (custom: Partial<CustomBlocks>) => {
    const update = request(custom);
    const { standing: _none, ...market } = update.context.market;
    return { ...update, context: { ...update.context, market } };
  };
  for (const [code, custom] of [
    ['REG1023', operator('NONE')],
    ['REG1044', profile({ SSC: '9999' })],
    ['REG1045', profile({ profileClass: '99' })],
  ] as const) {
    assert.equal(rules[code]!(bare(custom)), false);
  }
});
