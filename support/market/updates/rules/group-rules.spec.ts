import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomBlocks } from '../../../catalogue';
import { mpan, who } from '../../play.fixture';
import type { LoadedRegister } from '../../registration/register';
import type { Group, Relations } from '../../registration/relations';
import type { Update } from '../update';
import { contextWith, other, registerOf, request } from '../updates.fixture';
import { updates } from '../table';
import { rules } from '.';

const begins = (day: string) => `${day}T00:00:00+01:00`;
const third = '1200023456800';
const pairOf = ({ dipId, mpid }: { dipId: string; mpid: string }) => ({ dipId, mpid });

const contract = (over: Partial<CustomBlocks['B020']> = {}): Partial<CustomBlocks> => ({
  B020: {
    customerDirectContractMeteringServiceDIPID: who.mssOld.dipId,
    customerDirectContractMeteringServiceEffectiveToDate: begins('2028-06-12'),
    ...over,
  },
});
const ending = (day: string) => contract({ customerDirectContractMeteringServiceEffectiveToDate: begins(day) });
const mss = (custom: Partial<CustomBlocks>, over: Partial<Update> = {}): Update =>
  request(custom, { event: 'DirectContractMSAdd', sender: who.mssOld.dipId, ...over });
const contracted = { ...registerOf(), contracts: { metering: { dipId: who.mssOld.dipId } } };

const exported = registerOf({ energyDirection: 'E' }, other);
const imported = registerOf({}, other);
const member = (of: string) => ({ mpan: of, energyDirection: 'I' as const, supplier: null });
const groupOf = (principal: string, ...subsidiaries: string[]): Group => ({
  principal: member(principal),
  subsidiaries: subsidiaries.map(member),
});
const joined = (register: LoadedRegister, relations: Relations): LoadedRegister => ({ ...register, relations });
const foreign = (over: Record<string, unknown> = {}, of = other) =>
  registerOf({ supplier: pairOf(who.third), ...over }, of);

interface Scene {
  event?: string;
  own?: LoadedRegister;
  others?: Record<string, LoadedRegister>;
  names?: string[];
}

function asked({ event = 'LinkedImportExportCreate', own = registerOf(), others, names = [other] }: Scene): Update {
  return request(
    { B090List: names.map((subsidiaryMPAN) => ({ subsidiaryMPAN })) },
    { event, register: own, context: contextWith(others ?? { [other]: event.startsWith('L') ? exported : imported }) },
  );
}
const related = (scene: Scene) => asked({ event: 'RelatedCreate', ...scene });
const good = asked({});
const goodRelated = related({});
const linkedHere = groupOf(mpan, other);
const linkedThere = groupOf(third, other);
const switching = {
  ...registerOf(),
  switches: [
    {
      ...{ registrationId: 'S-1', supplier: pairOf(who.in) },
      ...{ supplyStartDate: '2027-06-22', status: 'pending' as const },
    },
  ],
};

const cases: Record<string, { trips: Update; passes: Update }> = {
  REG1071: { trips: mss(ending('2027-06-11')), passes: mss(ending('2027-06-12')) },
  REG1072: { trips: mss(ending('2029-06-13')), passes: mss(ending('2029-06-12')) },
  REG1073: { trips: mss(contract(), { register: contracted }), passes: mss(contract()) },
  REG1074: {
    trips: mss({}, { event: 'DirectContractMSRemove' }),
    passes: mss({}, { event: 'DirectContractMSRemove', register: contracted }),
  },
  REG1075: { trips: mss(contract(), { sender: who.mssNew.dipId }), passes: mss(contract()) },
  REG1076: {
    trips: mss(contract({ customerDirectContractMeteringServiceDIPID: who.mssNew.dipId })),
    passes: mss(contract()),
  },
  REG0000: { trips: asked({ names: [third] }), passes: good },
  REG0007: { trips: asked({ own: switching }), passes: good },
  REG1050: {
    trips: asked({ own: foreign({}, mpan), others: { [other]: foreign({ energyDirection: 'E' }) } }),
    passes: asked({ own: foreign({}, mpan) }),
  },
  REG1051: { trips: asked({ own: registerOf({ segment: 'U', meterKind: 'none' }) }), passes: good },
  REG1052: { trips: asked({ others: { [other]: joined(exported, { linked: linkedThere }) } }), passes: good },
  REG1053: { trips: asked({ own: registerOf({ energyDirection: 'E' }) }), passes: good },
  REG1054: { trips: asked({ others: { [other]: imported } }), passes: good },
  REG1055: { trips: good, passes: asked({ own: joined(registerOf(), { linked: linkedHere }) }) },
  REG1056: {
    trips: asked({ others: { [other]: joined(exported, { linked: linkedThere }) } }),
    passes: asked({ others: { [other]: joined(exported, { linked: linkedHere }) } }),
  },
  REG1057: {
    trips: asked({ others: { [other]: joined(exported, { linked: linkedHere }) } }),
    passes: asked({ others: { [other]: joined(exported, { linked: linkedThere }) } }),
  },
  REG1058: { trips: good, passes: asked({ others: { [other]: joined(exported, { linked: linkedHere }) } }) },
  REG1059: { trips: asked({ names: [other, other] }), passes: good },
  REG1060: { trips: related({ others: { [other]: foreign() } }), passes: goodRelated },
  REG1061: { trips: related({ own: joined(registerOf(), { related: linkedHere }) }), passes: goodRelated },
  REG1062: { trips: goodRelated, passes: related({ own: joined(registerOf(), { related: linkedHere }) }) },
  REG1063: { trips: related({ others: { [other]: joined(imported, { related: linkedHere }) } }), passes: goodRelated },
  REG1064: { trips: related({ others: { [other]: joined(imported, { related: linkedThere }) } }), passes: goodRelated },
  REG1065: { trips: goodRelated, passes: related({ others: { [other]: joined(imported, { related: linkedHere }) } }) },
  REG1066: { trips: related({ others: { [other]: joined(imported, { linked: linkedThere }) } }), passes: goodRelated },
  REG1067: { trips: related({ others: { [other]: exported } }), passes: goodRelated },
  REG1068: { trips: related({ others: { [other]: joined(imported, { linked: linkedThere }) } }), passes: goodRelated },
};

for (const [code, { trips, passes }] of Object.entries(cases)) {
  test(`${code} strikes where it should, and not beside it`, () => {
    assert.equal(rules[code]!(trips), true);
    assert.equal(rules[code]!(passes), false);
  });
}

test('every code of the table has a rule, and every rule has its place in the table', () => {
  const named = new Set(Object.values(updates).flatMap((row) => row.codes));
  assert.deepEqual(
    [...named].filter((code) => !rules[code]),
    [],
  );
  assert.deepEqual(
    Object.keys(rules).filter((code) => !named.has(code)),
    [],
  );
});
