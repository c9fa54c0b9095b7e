import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { acts } from '../market';
import type { Assumption, ScenarioText, TagWords } from '../stage';
import { parsedScenarios, type FeatureText } from './parse-features';

/** Acts and assumptions that tags may name. */
export function tagWords(assumptions: readonly Assumption[]): TagWords {
  return { acts: Object.keys(acts), assumptions: assumptions.map(({ id }) => id) };
}

/** Scenarios as the build has read them, with a hash over names and texts of their features. */
export interface BuiltFeatures {
  hash: string;
  scenarios: ScenarioText[];
}

/**
 * Reads and checks every scenario below a folder of features. Names are relative to `base`. QualifyErrors
 * FEATURE_UNREADABLE, FEATURE_TAG_UNKNOWN, FEATURE_ID_WRONG, FEATURE_ROW_WRONG.
 */
export async function readScenarios(
  folder: string,
  base: string,
  words: TagWords,
  builtFile = join(__dirname, '../../features.json'),
): Promise<ScenarioText[]> {
  const texts = await featureTexts(folder, base);
  const built = builtFeatures(builtFile);
  // They were checked then, and a register of the user's may only add words.
  if (built?.hash === featuresHash(texts)) return built.scenarios;
  return parsedScenarios(texts, words);
}

/** What the build keeps of the features below a folder. The errors of `readScenarios`. */
export async function featuresWithHash(folder: string, base: string, words: TagWords): Promise<BuiltFeatures> {
  const hash = featuresHash(await featureTexts(folder, base));
  return { hash, scenarios: await readScenarios(folder, base, words) };
}

async function featureTexts(folder: string, base: string): Promise<FeatureText[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.feature')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      return { uri: relative(base, file).replaceAll('\\', '/'), text: await readFile(file, 'utf8') };
    }),
  );
}

function featuresHash(texts: readonly FeatureText[]): string {
  const hash = createHash('sha256');
  for (const { uri, text } of texts) hash.update(`${uri}\n${Buffer.byteLength(text)}\n`).update(text);
  return hash.digest('hex');
}

/** Beside the compiled library; sources have none. */
function builtFeatures(file: string): BuiltFeatures | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BuiltFeatures) : undefined;
}
