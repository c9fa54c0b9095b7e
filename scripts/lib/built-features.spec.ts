import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featuresHash, featureTexts } from '../../support/session/features';
import { bundled, home, readScenarios, tagWords } from '../../support/session';
import { loadAssumptions } from '../../support/stage';
import { builtFeatures } from './built-features';
import { root } from './process';

test('what the build has read is what is read, under the hash of the features, and JSON can say it', async () => {
  const built = await builtFeatures(root);
  assert.equal(built?.hash, featuresHash(await featureTexts(bundled.features, home)));
  const read = await readScenarios(bundled.features, home, tagWords(await loadAssumptions(bundled.assumptions)));
  assert.ok(read.length > 400);
  assert.deepEqual(JSON.parse(JSON.stringify(built.scenarios)), read);
});
