import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { errorsOf, stageErrors } from '../errors';
import { scenarioOf, type Scenario } from '../stage';

const raise = errorsOf(stageErrors);

/** Reads every scenario below a folder of features. Names are relative to `base`. */
export async function readScenarios(folder: string, base: string): Promise<Scenario[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.feature')).sort();
  const read = names.map(async (name) => {
    const file = join(folder, name);
    return scenariosOf(await readFile(file, 'utf8'), relative(base, file).replaceAll('\\', '/'));
  });
  return (await Promise.all(read)).flat();
}

function scenariosOf(text: string, uri: string): Scenario[] {
  const newId = IdGenerator.uuid();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  try {
    const document = { ...parser.parse(text), uri };
    return compile(document, uri, newId).map((pickle) => scenarioOf(pickle, document));
  } catch (error) {
    const problem = (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ');
    throw raise('FEATURE_UNREADABLE', { problem }, uri);
  }
}
