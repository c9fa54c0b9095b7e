import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { home } from '../session';
import { assertTold, newPlace, runFile, start, startRun, verdictsOf, write, type Place } from './qualify.fixture';

const published = path.join(home, '../shared/dip-spec/v2.1.0');
const skip = existsSync(published) ? false : 'left out: the published specification is absent';

/** The bundled environment, on another release than the one in force. */
function environment(place: Place, release: string): string {
  const file = path.join(home, 'fixtures/environments/pit.yaml');
  const bundled = parse(readFileSync(file, 'utf8')) as { pool: string };
  const pool = path.resolve(path.dirname(file), bundled.pool);
  const inForce = [{ release: '2.1.0', from: '2026-06-25' }];
  return write(place, 'environment.yaml', stringify({ ...bundled, pool, release, inForce }));
}

test('a run speaks an imported release, and its evidence says that it is not the one in force', { skip }, async () => {
  const place = newPlace();
  const folder = path.join(place.dir, 'specification');
  mkdirSync(folder);
  for (const name of readdirSync(published).filter((one) => one.endsWith('.yaml'))) {
    const text = readFileSync(path.join(published, name), 'utf8');
    writeFileSync(path.join(folder, name), text.replaceAll("'011'", "'012'"));
  }
  const taken = await start(place, ['catalogue', 'import', folder, '--release', '9.0']).ended;
  assert.equal(taken.code, 0, taken.stderr);
  const options = ['--environment', environment(place, '9.0'), '--scenario', 'MQ-BP001-020', '--no-report'];
  const run = await startRun(place, options).ended;
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stderr, /^MHHS Qualify {2}PIT, release 9\.0,/m);
  const { release, inForce } = verdictsOf(place);
  assert.deepEqual([release, inForce], ['9.0', { release: '2.1.0', from: '2026-06-25' }]);
  const versions = runFile(place, 'ledger.ndjson').match(/"schemaVersion":"\d+"/g);
  assert.deepEqual([...new Set(versions)], ['"schemaVersion":"012"']);
  assert.match(
    runFile(place, 'summary.html'),
    /Not the release in force: this run is of 9\.0; in force here is 2\.1\.0/,
  );
});

test('a release that nobody has imported is told before anything is started', async () => {
  const place = newPlace();
  const run = await startRun(place, ['--environment', environment(place, '9.1')]).ended;
  assertTold(run, 'RELEASE_UNKNOWN');
});

test('recipients that the environment sets are named by a message that there is', async () => {
  const place = newPlace();
  const file = environment(place, '2.1.0');
  writeFileSync(file, `${readFileSync(file, 'utf8')}routing: { 'IF-036 [MSAppActiv]': { secondary: [SUP] } }\n`);
  const run = await startRun(place, ['--environment', file]).ended;
  assertTold(run, 'EVENT_UNKNOWN');
  assert.match(run.stderr, /MSAppActive/);
});
