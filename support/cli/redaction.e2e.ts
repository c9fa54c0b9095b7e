import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { knownSecrets, scanForSecrets } from '../evidence';
import { home } from '../session';
import { newPlace, runFile, runsOf, start, startRun, write, type Place } from './qualify.fixture';

const classes = 'address freeText consumption advisories consent meterIds registrationId mpan'.split(' ');

/** The bundled participant, with one treatment for every class. */
function profile(place: Place, treatment: string): string {
  const bundled = parse(readFileSync(path.join(home, 'fixtures/participants/reference.yaml'), 'utf8')) as object;
  const redaction = Object.fromEntries(classes.map((of) => [of, treatment]));
  return write(place, `${treatment}.yaml`, stringify({ ...bundled, redaction }));
}

function* filesIn(folder: string): Generator<{ name: string; bytes: Buffer }> {
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const file = path.join(folder, name);
    if (statSync(file).isFile()) yield { name, bytes: readFileSync(file) };
  }
}

const personal =
  /^(?:meteringPointPostcode|addressLine[457]|postcode|street|town|cumulativeRegisterReading|configurableRegisterReading|reading|meterID|ESMEGUID|CSSRegistrationID|MPANCore|mpan)$/;

/** The address, reading, meter and MPAN values of a ledger, read apart from the code under test. */
function valuesOf(ledger: string): string[] {
  const values = new Set<string>();
  for (const line of readFileSync(ledger, 'utf8').trim().split('\n')) {
    JSON.parse(line, (key, value: unknown) => {
      if (personal.test(key) && typeof value === 'string' && value.length >= 4 && value !== '0.000') values.add(value);
      return value;
    });
  }
  return [...values];
}

/** Which values stand in a folder: in the files as they are, and the number of places where one is packed or encoded. */
function found(folder: string, values: readonly string[]): { values: string[]; packed: number } {
  const texts = [...filesIn(folder)].map(({ bytes }) => bytes.toString('latin1')).join('\n');
  const long = values.filter((value) => value.length >= 8);
  return {
    values: values.filter((value) => texts.includes(value)),
    packed: scanForSecrets(filesIn(folder), long).length,
  };
}

test('under a policy that masks, no produced file holds a name, address, reading or secret of the test data', async () => {
  const place = newPlace();
  const scenarios = ['--scenario', 'MQ-BP010-010', 'MQ-BP010-011', 'MQ-BP001-460'];
  const run = await startRun(place, ['--participant', profile(place, 'mask'), ...scenarios]).ended;
  assert.equal(run.code, 0, run.stderr);
  const [id] = runsOf(place);
  const folder = path.join(place.out, id!);
  const originals = path.join(place.state, 'originals', id!);
  const values = valuesOf(path.join(originals, 'ledger.ndjson'));
  const readings = values.filter((value) => /^\d+\.\d{3}$/.test(value));
  assert.ok(values.includes('Testham') && values.includes('Other Street') && readings.length > 0, values.join());
  for (const name of ['summary.html', 'junit.xml', 'redaction.json', 'messages.ndjson', 'allure-report']) {
    assert.ok(existsSync(path.join(folder, name)), name);
  }
  assert.deepEqual(found(folder, values), { values: [], packed: 0 });
  assert.match(runFile(place, 'summary.html'), /Struck from this evidence[\s\S]*policy:address/);
  assert.deepEqual(scanForSecrets(filesIn(folder), await knownSecrets(place.state)), []);

  // Counter-examples: the originals hold the values, and the state folder the secrets.
  assert.deepEqual(found(originals, values).values, values);
  assert.ok(scanForSecrets(filesIn(path.join(place.state, 'secrets')), await knownSecrets(place.state)).length > 0);

  // Made from the originals under a policy that keeps, the same evidence holds them: they would have been found.
  const kept = path.join(place.dir, 'kept');
  cpSync(folder, kept, { recursive: true });
  cpSync(originals, kept, { recursive: true });
  rmSync(path.join(kept, 'redaction.json'));
  const keeping = Object.fromEntries(classes.map((of) => [of, 'keep']));
  write({ ...place, dir: kept }, 'profile.effective.yaml', stringify({ redaction: keeping }));
  const report = await start(place, ['report', kept]).ended;
  assert.equal(report.code, 0, report.stderr);
  const page = readFileSync(path.join(kept, 'summary.html'), 'utf8');
  assert.ok(page.includes('Testham') && page.includes('Other Street'));
  assert.match(page, /Struck from this evidence[\s\S]*Nothing: the files hold no value/);
});
