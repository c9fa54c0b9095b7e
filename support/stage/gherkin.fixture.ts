import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { scenarioOf, type Scenario } from '.';

/** The scenarios of a feature's text. */
export function scenarios(text: string, uri = 'features/theme/file.feature'): Scenario[] {
  const newId = IdGenerator.uuid();
  const document = { ...new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text), uri };
  return compile(document, uri, newId).map((pickle) => scenarioOf(pickle, document));
}

/** One scenario with those tags. */
export function tagged(...tags: string[]): Scenario {
  const [only] = scenarios(`${tags[0]}\nFeature: F\n  ${tags.slice(1).join(' ')}\n  Scenario: S\n    Given a step\n`);
  return only!;
}
