import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleMessage } from '../sample';
import { importRelease } from '../releases';
import { openStored } from '../releases/imported';
import { releaseFolder } from '../releases/release.fixture';

/** A release in which the DIP ID of the sender is of another kind. */
async function releaseWith(schema: string) {
  const folder = releaseFolder({ 'Items.yaml': (text) => text.replace(/DI-997: .*/, () => `DI-997: ${schema}`) });
  return openStored(await importRelease(folder, '9.9'));
}

test('a sample that cannot be valid is told, and none is given', { timeout: 20_000 }, async () => {
  for (const schema of [
    "{type: string, pattern: '^(?=a)b'}",
    "{type: string, maxLength: 3, pattern: '^[a-z]{5}$'}",
    "{type: string, pattern: '^(a{900}){900}$'}",
    '{type: integer, exclusiveMinimum: 1, exclusiveMaximum: 2}',
  ]) {
    const release = await releaseWith(schema);
    assert.throws(() => sampleMessage('IF-031', 'MSApp', { seed: 1 }, release), {
      code: 'SAMPLE_NOT_POSSIBLE',
      place: 'CommonBlock.S1.senderDIPID',
      message: /IF-031 \[MSApp\] of release 9\.9 .*senderDIPID, expected a (text|whole number)/,
    });
  }
});

test("values of one's own may be wrong, the rest may not", async () => {
  const [good, bad] = [await releaseWith('{type: string}'), await releaseWith("{type: string, pattern: '^(?=a)b'}")];
  const set = { 'CustomBlock.B070.scenario': 7 };
  const made = sampleMessage('IF-031', 'MSApp', { set }, good) as unknown as {
    CustomBlock: { B070: { scenario: number } };
  };
  assert.equal(made.CustomBlock.B070.scenario, 7);
  assert.throws(() => sampleMessage('IF-031', 'MSApp', { set }, bad), { code: 'SAMPLE_NOT_POSSIBLE' });
});
