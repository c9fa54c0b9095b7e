// The scenarios of the bundled features. Reading Gherkin takes a third of a second, and every run begins with it.
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BuiltFeatures } from '../../support/session';

/** As the library compiled into `dist` reads them; undefined where it refuses them: who reads them is told why. */
export async function builtFeatures(dist: string): Promise<BuiltFeatures | undefined> {
  const load = createRequire(path.join(dist, 'support/cli/main.js'));
  const { bundled, featuresWithHash, home, tagWords } = load('../session') as typeof import('../../support/session');
  const { loadAssumptions } = load('../stage') as typeof import('../../support/stage');
  const words = tagWords(await loadAssumptions(bundled.assumptions));
  return featuresWithHash(bundled.features, home, words).catch((error: Error) => {
    if (error.name !== 'QualifyError') throw error;
    return undefined;
  });
}
