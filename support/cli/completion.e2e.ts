import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { home } from '../session';
import { readXlsx, writeXlsx } from '../tables';
import { assertTold, newPlace, runsOf, start, startRun, type Place } from './qualify.fixture';

const id = 'MQ-DIP-010';
const limitMs = 240_000;

/** A place with one run of one scenario, under its reports/. */
async function placeWithRun(): Promise<{ place: Place; folder: string }> {
  const place = newPlace();
  const { code, stderr } = await startRun(place, ['--scenario', id, '--no-report']).ended;
  assert.equal(code, 0, stderr);
  const [run] = runsOf(place);
  mkdirSync(path.join(place.dir, 'reports'));
  cpSync(path.join(place.out, run!), path.join(place.dir, 'reports', run!), { recursive: true });
  writeFileSync(path.join(place.dir, 'reports/latest.txt'), run!);
  return { place, folder: path.join(place.dir, 'reports', run!) };
}

let made: Promise<{ place: Place; folder: string }> | undefined;
const shared = () => (made ??= placeWithRun());

test('Cucumber’s messages of a run have the structure that Cucumber publishes', { timeout: limitMs }, async () => {
  const { folder } = await shared();
  const published = path.join(home, 'node_modules/@cucumber/messages/messages.schema.json');
  // Strict would refuse keywords of a later draft, not values.
  const valid = new Ajv({ strict: false, validateFormats: false }).compile(schemaOf(published));
  const lines = readFileSync(path.join(folder, 'messages.ndjson'), 'utf8').trimEnd().split('\n');
  const envelopes = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const one of envelopes) assert.ok(valid(one), JSON.stringify(valid.errors?.slice(0, 2)));
  const kinds = envelopes.map((one) => Object.keys(one).join());
  assert.deepEqual([kinds[0], kinds.at(-1)], ['meta', 'testRunFinished']);
  assert.equal(valid({ testRunFinished: {} }), false, 'the structure trips over a field that is missing');
  assert.equal(valid({ verdict: {} }), false, 'and over one that is unknown');
});

test(
  'qualify rttm writes workbook and CSV of the last run; a list with an unknown id names the nearest',
  { timeout: limitMs },
  async () => {
    const { place, folder } = await shared();
    const list = path.join(place.dir, 'own.xlsx');
    const header = ['Requirement', 'Test case', 'Scenario'];
    const rows = [
      ['=QR-1', 'QT-093', id],
      ['QR-2', 'QT-094', 'MQ-DIP-011'],
    ];
    writeFileSync(list, await writeXlsx([{ name: 'a', header, rows }]));
    const { code, stdout, stderr } = await start(place, ['rttm', '--requirements', list]).ended;
    assert.equal(code, 0, stderr);
    assert.match(
      stderr,
      /1 of 2 requirements of own\.xlsx shown\n! no scenario MQ-DIP-011 \(QR-2, line 3: did you mean MQ-DIP-010\?\)/,
    );
    const files = stdout.trimEnd().split('\n');
    assert.equal(path.resolve(place.dir, files[0]!), path.join(folder, 'rttm.xlsx'));
    for (const file of files) assert.ok(existsSync(path.resolve(place.dir, file)), file);
    const own = readXlsx(readFileSync(path.join(folder, 'rttm.xlsx')), 'Own list');
    assert.ok(own.ok);
    const [, first] = own.records;
    assert.deepEqual(first!.cells.slice(0, 3), ['=QR-1', 'QT-093', id]);
    assert.match(readFileSync(path.join(folder, 'rttm-own-list.csv'), 'utf8'), /^'=QR-1,QT-093,/m);
    assert.match(first!.cells.join('\n'), /T-IF-|T-/, 'transaction ids of the ledger');
  },
);

interface Printed {
  schema: number;
  totals: { pass: number };
  requirements: { scenarios: { id: string }[] }[];
}

test('qualify rttm --json prints every fact and writes nothing', { timeout: limitMs }, async () => {
  const { place } = await shared();
  const out = path.join(place.dir, 'nothing');
  const { code, stdout } = await start(place, ['rttm', 'latest', '--json', '--out', out]).ended;
  assert.equal(code, 0);
  const { schema, totals, requirements } = JSON.parse(stdout) as Printed;
  assert.deepEqual([schema, totals.pass], [1, 1]);
  const shown = requirements.filter(({ scenarios }) => scenarios.length > 0);
  assert.ok(shown.length > 0 && shown.every(({ scenarios }) => scenarios.every((one) => one.id === id)));
  assert.equal(existsSync(out), false);
});

test(
  'qualify completion takes completion.yaml beside the run, and tells what it found',
  { timeout: limitMs },
  async () => {
    const { place, folder } = await shared();
    writeFileSync(
      path.join(place.dir, 'reports/completion.yaml'),
      'schema: 1\nexitCriteria: { minimumPassRate: 100 }\n',
    );
    const out = path.join(place.dir, 'out-completion');
    const { code, stdout, stderr } = await start(place, ['completion', folder, '--out', out]).ended;
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^ {2}met: Scenarios passed, at least 100 %; 100 % \(1 of 1 scenarios that apply\)$/m);
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((file) => path.basename(file));
    assert.deepEqual(names.slice(0, 4), [
      'completion.html',
      'azure-test-cases.csv',
      'azure-test-results.csv',
      'rttm.xlsx',
    ]);
    const page = readFileSync(path.join(out, 'completion.html'), 'utf8');
    assert.match(page, /Every exit criterion that was set is met/);
    assert.match(page, /Bundled reference participant/);
  },
);

test(
  'mistakes are told on one screen: no such run, a wrong key, a list without its columns',
  { timeout: limitMs },
  async () => {
    const { place } = await shared();
    const file = path.join(place.dir, 'wrong.yaml');
    writeFileSync(file, 'schema: 1\nexitCriteria: { minimumPassrate: 5 }\n');
    const list = path.join(place.dir, 'wrong.csv');
    writeFileSync(list, 'Requirement,Case\nR,C\n');
    assertTold(await start(place, ['rttm', '--requirements', list]).ended, 'OWN_LIST_COLUMN_MISSING');
    assertTold(await start(place, ['completion', '--file', file]).ended, 'COMPLETION_FILE_WRONG');
    assertTold(await start(place, ['completion', 'no-such-run']).ended, 'SUBJECT_UNKNOWN');
  },
);

function schemaOf(file: string): object {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return schema;
}
