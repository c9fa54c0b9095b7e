import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { scratchDir } from '../../testing';
import { effectiveEnvironment, loadAssumptions, loadEnvironment, loadStandingData } from '..';

const fixtures = path.resolve(__dirname, '../../../fixtures');
const bundled = (name: string) => readFileSync(path.join(fixtures, 'standing-data', name), 'utf8');

/** A folder of one's own with these files. */
function folderOf(files: Record<string, string>): string {
  const folder = scratchDir();
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

const tariffs = (...list: object[]) => ({ 'tariffs.yaml': stringify({ schema: 1, tariffs: list }) });
const own = { id: 'A01', distributor: 'OURS', from: '2026-01-01' };

test("a user's folder replaces the files that it has; the others are the bundled ones", async () => {
  const folder = folderOf({ ...tariffs(own), 'README.md': 'Whatever is no YAML stands there unread.' });
  const [mine, theirs] = await Promise.all([loadStandingData(folder), loadStandingData()]);
  assert.deepEqual(mine.tariffs, [{ ...own, to: null }]);
  assert.ok(theirs.tariffs.length > 1);
  assert.deepEqual({ ...mine, tariffs: [] }, { ...theirs, tariffs: [] });
});

test('an environment names the folder, beside itself, and refuses what is wrong with it', async () => {
  const place = scratchDir();
  mkdirSync(path.join(place, 'data'));
  const environment = parse(readFileSync(path.join(fixtures, 'environments/pit.yaml'), 'utf8')) as object;
  const file = path.join(place, 'environment.yaml');
  writeFileSync(file, stringify({ ...environment, standingData: 'data' }));
  const register = await loadAssumptions(path.join(fixtures, 'assumptions/assumptions.yaml'));
  const loaded = await loadEnvironment(file, register);
  assert.equal(loaded.standingData, path.join(place, 'data'));
  assert.equal('standingData' in (parse(effectiveEnvironment(loaded)) as object), false);
  writeFileSync(path.join(place, 'data/tariffs.yaml'), 'schema: 1\n');
  await assert.rejects(loadEnvironment(file, register), {
    code: 'STANDING_DATA_WRONG',
    place: `${path.join(place, 'data/tariffs.yaml')}:1`,
  });
});

test('a folder that is not there, and a file that nobody would read, are told', async () => {
  const absent = path.join(scratchDir(), 'absent');
  await assert.rejects(loadStandingData(absent), { code: 'STANDING_DATA_MISSING', place: absent });
  const folder = folderOf({ 'tarrifs.yaml': 'schema: 1\n' });
  await assert.rejects(loadStandingData(folder), {
    code: 'STANDING_DATA_FILE_UNKNOWN',
    message: /tarrifs\.yaml/,
    fix: /Did you mean tariffs\.yaml\? The files are providers\.yaml, meter-types\.yaml, /,
    place: path.join(folder, 'tarrifs.yaml'),
  });
  const other = folderOf({ 'holidays.yaml': 'schema: 1\n' });
  await assert.rejects(loadStandingData(other), {
    code: 'STANDING_DATA_FILE_UNKNOWN',
    fix: /^The files are providers/,
  });
});

/** Loads a file with one mistake; the message, when it names code, file, line and fix. */
async function mistakeIn(name: string, text: string): Promise<string> {
  const folder = folderOf({ [name]: text });
  const error = await loadStandingData(folder).then(
    () => assert.fail(`${name} was accepted: ${text}`),
    (thrown: { code: string; kind: string; message: string; fix: string; place: string }) => thrown,
  );
  assert.equal(error.code, 'STANDING_DATA_WRONG', error.message);
  assert.equal(error.kind, 'configuration');
  assert.ok(error.place.startsWith(`${path.join(folder, name)}:`), error.place);
  assert.match(error.fix, new RegExp(`fixtures/standing-data/${name}`));
  return error.message;
}

test('a wrong tariff is told with its field, its value and what was expected', async () => {
  const wrong: [object[], RegExp][] = [
    [[{ ...own, form: '2026-01-01' }], /tariffs\[0\]\.form: unknown key "form"; did you mean "from"\? Known: id, /],
    [[{ ...own, from: '2026-02-30' }], /tariffs\[0\]\.from: expected an existing date .*, got "2026-02-30"/],
    [[{ ...own, from: 2026 }], /tariffs\[0\]\.from: expected a date such as 2026-11-05, got 2026/],
    [[{ id: 'A01', distributor: 'OURS' }], /tariffs\[0\]\.from: expected a date .*, got nothing/],
    [[{ ...own, id: 1 }], /tariffs\[0\]\.id: expected a DUoS tariff id of 1 to 3 characters, in quotes, got 1/],
    [[{ ...own, distributor: 'ours' }], /tariffs\[0\]\.distributor: expected four capital letters, got "ours"/],
    [[{ ...own, to: '2025-12-31' }], /tariffs\[0\]\.to: expected no day before "from", 2026-01-01, got "2025-12-31"/],
    [
      [own, { ...own, id: 'A02' }, { ...own, from: '2027-01-01' }],
      /tariffs\[2\]\.from: expected no overlap with tariffs\[0\], which holds from 2026-01-01 on, got "2027-01-01"/,
    ],
    [
      [
        { ...own, to: '2026-06-30' },
        { ...own, from: '2026-06-30' },
      ],
      /tariffs\[1\]\.from: expected no overlap .* from 2026-01-01 to 2026-06-30/,
    ],
  ];
  for (const [list, message] of wrong) {
    assert.match(await mistakeIn('tariffs.yaml', tariffs(...list)['tariffs.yaml']), message);
  }
  const good = tariffs({ ...own, to: '2026-06-30' }, { ...own, from: '2026-07-01' }, { ...own, distributor: 'ELSE' });
  assert.equal((await loadStandingData(folderOf(good))).tariffs.length, 3);
});

test('what stands twice, or names what is not there, is told', async () => {
  const wrong: [file: string, from: string | RegExp, to: string, message: RegExp][] = [
    [
      'meter-types.yaml',
      'code: S2AD,',
      'code: S2A,',
      /meterTypes\[2\]\.code: expected each code once; meterTypes\[1\]/,
    ],
    ['meter-types.yaml', 'group: smart', 'group: clever', /meterTypes\[0\]\.group: expected one of .*, got "clever"/],
    [
      'providers.yaml',
      "'2000000002'",
      "'2000000001'",
      /providers\[1\]\.dipId: expected each dipId once; providers\[0\]/,
    ],
    ['providers.yaml', "'2000000002'", '2000000002', /providers\[1\]\.dipId: expected ten digits, in quotes, got 200/],
    [
      'settlement-configurations.yaml',
      "['02', '04']",
      "['02', '09']",
      /profileClasses\[1\]: expected a profile .*"09"/,
    ],
    [
      'settlement-runs.yaml',
      'run: R1',
      'run: SF',
      /settlementRuns\[1\]\.from: expected no overlap with settlementRuns/,
    ],
    [
      'other-parties.yaml',
      'id: MAPY',
      'id: MAPZ',
      /otherParties\[1\]\.from: expected no overlap with otherParties\[0\]/,
    ],
    [
      'working-days.yaml',
      '2025-04-21',
      '2025-04-20',
      /\[2\]\.date: expected a day from Monday to Friday.*"2025-04-20"/,
    ],
    ['working-days.yaml', '2025-04-21', '2025-04-18', /\[2\]\.date: expected each date once; item 1 has it, too/],
    ['working-days.yaml', 'to: 2028', 'to: 2029', /bankHolidays\.englandAndWales: expected the bank holidays of 2029/],
    ['working-days.yaml', 'to: 2028', 'to: 2027', /\[24\]\.date: expected a date from 2025-01-01 to 2027-12-31/],
    [
      'working-days.yaml',
      'from: 2025-01-01',
      'from: 2025-01-02',
      /workingDays\.from: expected the first day of a year/,
    ],
  ];
  for (const [file, from, to, message] of wrong) {
    const text = bundled(file);
    assert.ok(text.match(from), `${file} has no ${from}`);
    assert.match(await mistakeIn(file, text.replace(from, to)), message);
  }
});
