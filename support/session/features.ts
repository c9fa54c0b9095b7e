import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { AstBuilder, compile, Errors, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type GherkinDocument } from '@cucumber/messages';
import { errorsOf, stageErrors } from '../errors';
import { acts } from '../market';
import { scenarioOf, type Assumption, type ScenarioText, type TagWords } from '../stage';
import { checkFeatures } from './feature-check';
import { offDipRowProblem } from './off-dip-row';

const raise = errorsOf(stageErrors);

/** Acts and assumptions that tags may name. */
export function tagWords(assumptions: readonly Assumption[]): TagWords {
  return { acts: Object.keys(acts), assumptions: assumptions.map(({ id }) => id) };
}

/**
 * Reads and checks every scenario below a folder of features. Names are relative to `base`. QualifyErrors
 * FEATURE_UNREADABLE, FEATURE_TAG_UNKNOWN, FEATURE_ID_WRONG, FEATURE_ROW_WRONG.
 */
export async function readScenarios(folder: string, base: string, words: TagWords): Promise<ScenarioText[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.feature')).sort();
  const newId = IdGenerator.uuid();
  const documents = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      return parse(await readFile(file, 'utf8'), relative(base, file).replaceAll('\\', '/'), newId);
    }),
  );
  checkFeatures(documents, words);
  const scenarios = documents.flatMap((document) =>
    compile(document, document.uri ?? '', newId).map((pickle) => ({
      ...scenarioOf(pickle, document),
      steps: pickle.steps.map(({ text }) => text),
    })),
  );
  scenarios.forEach(checkOffDipRows);
  return scenarios;
}

function checkOffDipRows({ offDip = [], uri, line }: ScenarioText): void {
  for (const row of offDip) {
    const wrong = offDipRowProblem(row);
    if (wrong) throw raise('FEATURE_ROW_WRONG', { problem: wrong.problem, hint: wrong.fix }, `${uri}:${line}`);
  }
}

function parse(text: string, uri: string, newId: IdGenerator.NewId): GherkinDocument {
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  try {
    return { ...parser.parse(text), uri };
  } catch (error) {
    // What follows the first error mostly follows from it.
    const first =
      error instanceof Errors.CompositeParserException ? (error.errors[0] as Errors.GherkinException) : error;
    const problem = (first instanceof Error ? first.message : String(first)).split('\n').join(' ');
    const line = first instanceof Errors.GherkinException ? first.location.line : 1;
    throw raise('FEATURE_UNREADABLE', { problem }, `${uri}:${line}`);
  }
}
