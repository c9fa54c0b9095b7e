import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as catalogue from '../../catalogue';
import { loadAssumptions, loadEnvironment, loadStandingData } from '..';

const fixtures = path.resolve(__dirname, '../../../fixtures');
const folder = path.join(fixtures, 'standing-data');
const registerFile = path.join(fixtures, 'assumptions/assumptions.yaml');

test('the bundled data is frozen through and through, and fit for JSON', async () => {
  const data = await loadStandingData();
  assert.throws(() => Object.assign(data, { tariffs: [] }), TypeError);
  assert.throws(() => (data.tariffs as unknown[]).push({}), TypeError);
  assert.throws(() => Object.assign(data.workingDays.bankHolidays.scotland[0]!, { date: '2025-01-03' }), TypeError);
  assert.deepEqual(JSON.parse(JSON.stringify(data)), data);
});

test('a file says in its first line whether it is invented, and names registered assumptions', async () => {
  const known = (await loadAssumptions(registerFile)).map(({ id }) => id);
  const files = readdirSync(folder);
  assert.equal(files.length, 7);
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    assert.match(
      text.split('\n')[0]!,
      /^# (Invented test values|Public facts|The codes are .* inferred or invented)/,
      file,
    );
    const head = text.slice(0, text.indexOf('schema:')).replace(/\n# /g, ' ');
    const named = [...head.matchAll(/assumption ([a-z-]+)/g)].map(([, id]) => id!);
    assert.ok(named.length > 0 && named.every((id) => known.includes(id)), `${file}: ${named.join(', ')}`);
  }
});

test('only parties of the bundled environment stand there, all of them valid today', async () => {
  const { providers } = await loadStandingData();
  const file = path.join(fixtures, 'environments/pit.yaml');
  const { parties } = await loadEnvironment(file, await loadAssumptions(registerFile));
  const known = parties.map(({ dipId }) => dipId);
  assert.ok(providers.length > 10);
  assert.deepEqual(
    providers.filter((one) => !known.includes(one.dipId) || !catalogue.inForce(one, '2026-11-22')),
    [],
  );
});

test('the meter types are those of the message catalogue', async () => {
  const found = catalogue.find('meterType');
  assert.ok(found.kind === 'item');
  const { meterTypes } = await loadStandingData();
  const codes = Object.keys(found.shapes[0]!.field.values!);
  assert.deepEqual(meterTypes.map(({ code }) => code).sort(), codes.sort());
});

test('what a meter type demands of the ESME GUID is what the rule of the catalogue says', async () => {
  const { meterTypes } = await loadStandingData();
  const place = 'CustomBlock.B906.existingMeter';
  for (const { code, ESMEGUID } of meterTypes) {
    const breaks = (id: string | null) => {
      const set = { [`${place}.meterType`]: code, [`${place}.ESMEGUID`]: id };
      const problems = catalogue.ruleProblems(catalogue.sampleMessage('IF-005', 'MeterInstall', { set }));
      return problems.some(({ path: where }) => where === `${place}.ESMEGUID`);
    };
    const demand = breaks(null) ? 'required' : breaks('00-00-00-00-00-00-00-01') ? 'none' : 'optional';
    assert.equal(ESMEGUID, demand, code);
  }
});

test('what the samples of the catalogue say is there, and so is what has ended', async () => {
  const data = await loadStandingData();
  const today = '2026-11-22';
  assert.ok(catalogue.tariff(data, '001', 'NMNT', today));
  assert.equal(catalogue.tariff(data, '900', 'NMNT', today), undefined);
  assert.equal(catalogue.tariff(data, '901', 'NMNT', today), undefined);
  assert.ok(catalogue.otherParty(data, 'MAP', 'MAPZ', today));
  assert.ok(catalogue.otherParty(data, 'SMSO', 'SMSO', today));
  assert.equal(catalogue.otherParty(data, 'MAP', 'MAPX', today), undefined);
  assert.ok(catalogue.validProfile(data, '01', '0393'));
  assert.equal(catalogue.validProfile(data, '02', '0393'), false);
  assert.equal(catalogue.inForce(catalogue.settlementConfiguration(data, '9000')!, today), false);
});

test('runs follow one another, and every run that is said lies within the known calendar', async () => {
  const data = await loadStandingData();
  for (const settlementDate of ['2025-01-01', '2026-11-22', '2027-06-30']) {
    const dates = ['SF', 'R1', 'R2', 'R3', 'RF'].map((run) => catalogue.settlementRunDate(data, run, settlementDate)!);
    assert.deepEqual(dates, [...dates].sort());
    assert.ok(dates[0]! > settlementDate);
  }
  assert.equal(catalogue.settlementRunDate(data, 'SF', '2027-07-01'), undefined);
});
