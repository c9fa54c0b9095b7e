import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { type Block, block, blockOf, listOf, maybe, onUse, openBlock } from './block';
import { blocks, type BlockTypes, commonBlocks, reportBlocks, reportContents } from './blocks';
import { items, wireName } from './items';
import { type Facts, type Json, openSpecification, ownFacts } from './release-facts';

const folder = resolve(__dirname, '../../../shared/dip-spec/v2.1.0');
const skip = existsSync(folder) ? false : 'left out: the published specification is absent';
const specification = openSpecification(folder);

type Blocks = Readonly<Record<string, z.ZodType>>;
const inMessages: Blocks = { ...commonBlocks, ...blocks };
const inReports: Blocks = reportBlocks;
const messageFile = 'RealCommonBlocks-unresolved.yaml';
const reportFile = 'ECS-CommonBlocks-unresolved.yaml';
const contentFile = 'ECS-Reports-unresolved.yaml';
const eventFile = 'Interfaces-EventCodes-unresolved.yaml';

const ours = (schema: z.ZodType) => ownFacts(z.toJSONSchema(schema, { io: 'input' }) as Json);
const published = (file: string, name: string) => specification.facts(file, name).places;
const names = (file: string) => Object.keys(specification.schemas(file)).sort();
const nameOf = ({ $ref }: Json) => $ref?.split('/').at(-1);

function agree(own: Facts, places: Facts, what: string) {
  assert.deepEqual(Object.keys(own).sort(), Object.keys(places).sort(), what);
  for (const [path, fact] of Object.entries(places)) assert.deepEqual(own[path], fact, `${what}${path}`);
}

/** What an item is wrapped in by a block: nothing, or that it may be left out. */
const bare = (schema: z.ZodType) => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);

function numbersAgree(schema: z.ZodType, { properties = {} }: Json, what: string) {
  assert.ok(schema instanceof z.ZodObject);
  for (const [key, given] of Object.entries(properties)) {
    const number = /DI-\d+N?/.exec(nameOf(given) ?? '')?.[0];
    if (!number) continue;
    const item = Object.entries(items).find(([name, one]) => wireName(name) === key && one.number === number)?.[1];
    assert.ok(item, `${what}.${key} is ${number}`);
    assert.equal(bare(schema.shape[key]), item.type, `${what}.${key}`);
  }
}

test('every block of messages agrees with the published one, and none is missing', { skip }, () => {
  const own = Object.keys(inMessages).filter((name) => !/List$|CustomBlock$/.test(name));
  assert.deepEqual(own.sort(), names(messageFile));
  for (const name of own) {
    agree(ours(inMessages[name]!), published(messageFile, name), name);
    numbersAgree(inMessages[name]!, specification.schemas(messageFile)[name]!, name);
  }
});

test('every block of reports agrees with the published one, and none is missing', { skip }, () => {
  assert.deepEqual(Object.keys(inReports).sort(), names(reportFile));
  for (const [name, schema] of Object.entries(inReports)) {
    agree(ours(schema), published(reportFile, name), name);
    numbersAgree(schema, specification.schemas(reportFile)[name]!, name);
  }
});

test('the contents of every report agree with the published ones, under both of their names', { skip }, () => {
  assert.deepEqual(
    Object.keys(reportContents)
      .map((id) => `${id}-CustomBlock`)
      .sort(),
    names(contentFile),
  );
  for (const [id, schema] of Object.entries(reportContents)) {
    agree(ours(schema), published(contentFile, `${id}-CustomBlock`), id);
    assert.equal((blocks as Blocks)[`${id}-CustomBlock`], schema);
  }
});

test('every list of an event lists the published block, and what else it carries is a block', { skip }, () => {
  const lists = new Set<string>();
  for (const [event, { properties = {} }] of Object.entries(specification.schemas(eventFile))) {
    for (const [key, given] of Object.entries(properties.CustomBlock?.properties ?? {})) {
      if (!given.items) {
        assert.ok(nameOf(given)! in blocks, `${event} ${key}`);
        continue;
      }
      lists.add(key);
      const own = ours((blocks as Blocks)[key]!);
      assert.deepEqual(own[''], { list: true, nullable: false, least: given.minItems ?? 0 }, `${event} ${key}`);
      const listed = Object.entries(own).filter(([path]) => path);
      const inside = Object.fromEntries(listed.map(([path, fact]) => [path.replace('[]', ''), fact]));
      agree(inside, published(messageFile, nameOf(given.items)!), key);
    }
  }
  assert.deepEqual(
    [...lists].sort(),
    Object.keys(blocks)
      .filter((name) => name.endsWith('List'))
      .sort(),
  );
});

test(
  'the comparison sees a missing, optional, open, null or misnumbered item, and another size of a list',
  { skip },
  () => {
    const differ = (make: Block, file: string, name: string) =>
      assert.throws(() => agree(ours(make()), published(file, name), name), assert.AssertionError);
    differ(block('incomingSupplierDIPID', 'incomingSupplierMPID'), messageFile, 'B002');
    differ(blockOf({ CSSRegistrationID: maybe(() => items.CSSRegistrationID.type) }), messageFile, 'B013');
    differ(block('energisationStatus', 'energisationStatusEffectiveFromDate'), messageFile, 'B025');
    differ(openBlock('supplierMPID'), reportFile, 'R009');
    differ(
      blockOf({ primaryMPAN: () => items.MPANCore.type, secondaryMPAN: () => items.MPANCore.type }),
      messageFile,
      'B037',
    );
    const day = (max: number) =>
      blockOf({ settlementDay: () => blocks.B046, consumptionPeriods: listOf(() => blocks.B047, { min: 1, max }) });
    agree(ours(day(48)()), published(messageFile, 'B901'), 'B901');
    differ(day(50), messageFile, 'B901');
    const misnumbered = block('DUoSTariffID', 'DUoSTariffEnergyDirection', 'DUoSTariffDomesticPremiseIndicator')();
    const tariff: Json = { properties: { DUoSTariffID: { $ref: '#/DI-612-LDSO-Billing-DUoS-Tariff-ID' } } };
    assert.throws(() => numbersAgree(misnumbered, tariff, 'R010'), assert.AssertionError);
  },
);

test('oddities of the release stay: open blocks, parts that nothing requires, two blocks under one name', () => {
  assert.equal(blocks.B091.safeParse({ additionalInformation: null, more: 1 }).success, true);
  assert.equal(blocks.B060.safeParse({ additionalInformation: null, more: 1 }).success, false);
  assert.equal(blocks.B914.safeParse({}).success, true);
  const meter = {
    ...{ meterID: '1', modifiedMeterID: null, meterType: 'S2A', manufacturersMakeAndType: null, ESMEGUID: null },
    ...{ meterLocation: 'A', numberOfDisplayedRegisterDigits: 5, meterInstallationDate: '2027-06-22T00:00:00+01:00' },
  };
  const update: BlockTypes['B906a'] = { existingMeter: meter };
  assert.equal(blocks.B906a.safeParse(update).success, true);
  assert.equal(blocks.B906.safeParse({ existingMeter: meter }).success, false);
  assert.equal(blocks.B906a.safeParse({ existingMeter: meter, historyMAP: [] }).success, false);
});

test('a list says how long it may be', () => {
  const one = { sp: '2027-06-22T00:30:00+00:00', v: '0.000', q: 'A' };
  const day = { settlementDay: { settlementDayDate: '2027-06-22T00:00:00+00:00', periodDuration: 30 } };
  const words = (periods: number) =>
    blocks.B941.safeParse({ ...day, MDRConsumptionPeriods: Array(periods).fill(one) }).error?.issues[0]?.message;
  assert.equal(words(48), undefined);
  assert.equal(words(49), 'a list of at most 48');
  assert.equal(words(0), 'a list of at least 1');
});

test('a block is assembled when its name is first used, and once', () => {
  let made = 0;
  const inner = block('MPANCore');
  const counted = onUse({ B063: () => (made++, inner()), B060: () => assert.fail('not asked for') });
  assert.deepEqual(Object.keys(counted), ['B063', 'B060']);
  assert.equal(made, 0);
  assert.equal(counted.B063, counted.B063);
  assert.equal(blocks.B070, blocks.B070);
});
