import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { scratchFile } from '../testing';
import { assumedValue, loadAssumptions, loadEnvironment } from '.';

const fixtures = path.resolve(__dirname, '../../fixtures');
const bundled = path.join(fixtures, 'environments/pit.yaml');
const registerFile = path.join(fixtures, 'assumptions/assumptions.yaml');

const document = { document: 'A document', section: '1.2', name: 'A. Tester', date: '2026-11-20' };
const confirmed = (...list: object[]) => {
  const confirmations = list.map((one) => ({ ...document, ...one }));
  return loadAssumptions(registerFile, scratchFile('confirmations.yaml', stringify({ schema: 1, confirmations })));
};

/** The bundled environment with a difference. */
async function loadWith(more: object) {
  const raw = parse(readFileSync(bundled, 'utf8')) as object;
  const file = scratchFile('environment.yaml', stringify({ ...raw, ...more }));
  return loadEnvironment(file, await loadAssumptions(registerFile));
}

test('what the simulated DIP does with correlation ids and replays is assumed, or as confirmed', async () => {
  const assumed = await loadEnvironment(bundled, await loadAssumptions(registerFile));
  assert.deepEqual([assumed.settings.unknownCorrelation, assumed.settings.replayLimit], ['refuse', 1000]);

  const known = await confirmed({ id: 'correlation-issued', value: 'take' }, { id: 'replay-limit', value: '50' });
  const environment = await loadEnvironment(bundled, known);
  assert.deepEqual([environment.settings.unknownCorrelation, environment.settings.replayLimit], ['take', 50]);
  const valueOf = (id: string) =>
    assumedValue(
      environment,
      known.find((one) => one.id === id)!,
    );
  assert.deepEqual([valueOf('correlation-issued'), valueOf('replay-limit')], ['take', '50']);

  const wrong = await confirmed({ id: 'replay-limit', value: 'many' });
  await assert.rejects(loadEnvironment(bundled, wrong), { code: 'CONFIRMATION_VALUE_WRONG' });
});

test('an environment says from which roles a value is hidden', async () => {
  const masking = { 'IF-036 [DSAppActive]': { consentGranularity: ['LDSO'] } };
  assert.deepEqual((await loadWith({ masking })).masking, masking);
  const wrong = { 'IF-036 [DSAppActive]': { consentGranularity: ['LDSOO'] } };
  await assert.rejects(loadWith({ masking: wrong }), { code: 'ENVIRONMENT_WRONG', message: /consentGranularity/ });
});
