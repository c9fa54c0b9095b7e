// The scenarios of the bundled features. Reading Gherkin takes a third of a second, and every run begins with it.
import path from 'node:path';
import { createRequire } from 'node:module';
import type { BuiltFeatures } from '../../support/session/features';
import { root } from './process';

/** As the library compiled into `dist` reads them; undefined where it refuses them: who reads them is told why. */
export async function builtFeatures(dist: string): Promise<BuiltFeatures | undefined> {
  const load = createRequire(path.join(dist, 'support/session/index.js'));
  const features = load('./features') as typeof import('../../support/session/features');
  const { loadAssumptions } = load('../stage') as typeof import('../../support/stage');
  const { bundled } = load('./places') as typeof import('../../support/session/places');
  const words = features.tagWords(await loadAssumptions(bundled.assumptions));
  const hash = features.featuresHash(await features.featureTexts(bundled.features, root));
  return features.readScenarios(bundled.features, root, words).then(
    (scenarios) => ({ hash, scenarios }),
    () => undefined,
  );
}
