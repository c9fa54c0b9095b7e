import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AstBuilder, Errors, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type GherkinDocument } from '@cucumber/messages';
import { acts } from '../../support/market';
import { loadAssumptions, scenariosOf, type TagWords } from '../../support/stage';
import { findFiles } from '../lib/test-run';
import type { Finding } from './finding';
import { lintFeature } from './rules';

export interface LintResult {
  files: number;
  scenarios: number;
  findings: Finding[];
}

/** Lints every feature below `features/` of a project folder against its `fixtures/assumptions/`. */
export async function lintFeatures(top: string): Promise<LintResult> {
  const files = findFiles(['features'], '.feature', [], top);
  const words: TagWords = { acts: Object.keys(acts), assumptions: await assumptionIds(top) };
  const findings: Finding[] = [];
  const ids = new Map<string, string>();
  let scenarios = 0;
  for (const file of files) {
    const report = (line: number, code: Finding['code'], text: string, fix: string) =>
      void findings.push({ file, line, code, text, fix });
    const document = parse(readFileSync(path.join(top, file), 'utf8'), report);
    if (!document) continue;
    lintFeature(document, file.split('/')[1]!, words, report);
    for (const { scenario } of document.feature ? scenariosOf(document.feature) : []) {
      scenarios += 1;
      const place = `${file}:${scenario.location.line}`;
      for (const id of scenario.tags.map((tag) => tag.name).filter((name) => name.startsWith('@MQ-'))) {
        const first = ids.get(id);
        if (first)
          report(
            scenario.location.line,
            'ID_REUSED',
            `${id} is that of ${first}.`,
            'Take a number that was never used.',
          );
        else ids.set(id, place);
      }
    }
  }
  if (!files.length) {
    const fix = 'Nothing was linted, which is not the same as nothing wrong.';
    findings.push({ file: 'features', line: 0, code: 'NO_FEATURES', text: 'No *.feature files.', fix });
  }
  return { files: files.length, scenarios, findings };
}

function parse(text: string, report: (line: number, code: 'SYNTAX', text: string, fix: string) => void) {
  try {
    const builder = new AstBuilder(IdGenerator.incrementing());
    return new Parser(builder, new GherkinClassicTokenMatcher()).parse(text) as GherkinDocument;
  } catch (error) {
    if (!(error instanceof Errors.CompositeParserException)) throw error;
    // What follows the first error mostly follows from it.
    const [first] = error.errors as Errors.GherkinException[];
    report(
      first!.location.line,
      'SYNTAX',
      first!.message.replaceAll('\n', ' '),
      'Mend the first error; others may go with it.',
    );
    return undefined;
  }
}

async function assumptionIds(top: string): Promise<string[]> {
  const files = findFiles(['fixtures/assumptions'], '.yaml', [], top).map((file) => path.join(top, file));
  const all = await Promise.all(files.filter((file) => existsSync(file)).map((file) => loadAssumptions(file)));
  return all.flat().map((assumption) => assumption.id);
}
