import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { home } from '../session';
import { headlineOf, newPlace, runFile, startRun, verdictsOf, write, type Place } from './qualify.fixture';

/** The bundled environment, in which a correlation that is not as expected is taken by the DIP and only observed. */
function milder(place: Place): string {
  const file = path.join(home, 'fixtures/environments/pit.yaml');
  const raw = parse(readFileSync(file, 'utf8')) as { levels: object; settings: object; pool: string };
  const { correlation: _, ...levels } = raw.levels as Record<string, unknown>;
  const settings = { ...raw.settings, unknownCorrelation: 'take' };
  const text = stringify({ ...raw, levels, settings, pool: path.resolve(path.dirname(file), raw.pool) });
  return write(place, 'environment.yaml', text);
}

async function run(place: Place, ...more: string[]) {
  const faulty = ['--role', 'MSS', '--fault', 'wrong-correlation', '--scenario', 'MQ-BP001-311', '--no-report'];
  return startRun(place, ['--environment', milder(place), ...faulty, ...more]).ended;
}

test('an observation leaves the verdict as it is', async () => {
  const place = newPlace();
  const { code, stderr } = await run(place);
  assert.equal(code, 0, stderr);
  const [scenario] = verdictsOf(place).scenarios;
  assert.deepEqual([scenario?.verdict, scenario?.observations.map((one) => one.code)], ['pass', ['check:correlation']]);
});

test('with --strict the same observation fails the scenario on every page alike', async () => {
  const place = newPlace();
  const { code, stderr } = await run(place, '--strict');
  assert.equal(code, 1, stderr);
  assert.match(stderr, /^FAIL MQ-BP001-311 .*\(participant, check:correlation\)$/m);
  assert.match(stderr, /by --strict/);
  const { totals, scenarios } = verdictsOf(place);
  assert.deepEqual([totals.pass, totals.fail, scenarios[0]?.verdict], [0, 1, 'fail']);
  assert.match(runFile(place, 'junit.xml'), /<testsuites[^>]* failures="1"/);
  assert.match(headlineOf(place), /fail/i);
});
