import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled, featuresWithHash, home, readScenarios, tagWords } from '../../support/session';
import { loadAssumptions } from '../../support/stage';
import { builtFeatures } from './built-features';
import { root } from './process';

test('what the build has read is what is read, under the hash of the features, and JSON can say it', async () => {
  const built = await builtFeatures(root);
  const words = tagWords(await loadAssumptions(bundled.assumptions));
  const read = await readScenarios(bundled.features, home, words);
  assert.ok(read.length > 400);
  assert.deepEqual(JSON.parse(JSON.stringify(built?.scenarios)), read);
  assert.equal(built?.hash, (await featuresWithHash(bundled.features, home, words)).hash);
});
