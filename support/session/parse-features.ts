import { AstBuilder, compile, Errors, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type GherkinDocument } from '@cucumber/messages';
import { errorsOf, stageErrors } from '../errors';
import { scenarioOf, type ScenarioText, type TagWords } from '../stage';
import { checkFeatures } from './feature-check';
import { offDipRowProblem } from './off-dip-row';

const raise = errorsOf(stageErrors);

/** A feature file: its name with `/`, as scenarios bear it, and what it holds. */
export interface FeatureText {
  uri: string;
  text: string;
}

/** Reads and checks the scenarios of features. The errors of `readScenarios`. */
export function parsedScenarios(texts: readonly FeatureText[], words: TagWords): ScenarioText[] {
  const newId = IdGenerator.uuid();
  const documents = texts.map(({ uri, text }) => parse(text, uri, newId));
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
