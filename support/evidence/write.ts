import path from 'node:path';
import { generateAllureReport } from './allure-report';
import { allureFolders, writeAllureResults } from './allure-results';
import { runTitle } from './headline';
import { junitXml } from './junit';
import { readRunFiles } from './run-files';
import { summaryPieces } from './summary';
import { writeWhole } from './write-whole';

export interface WrittenEvidence {
  /** Path of summary.html. */
  summary: string;
  /** Path of the Allure report; null when none was asked for or none could be made. */
  allure: string | null;
  /** Why there is no Allure report. */
  allureProblem?: string;
}

/**
 * Writes the evidence of a finished run into its folder: summary.html, junit.xml, allure-results/ and, unless
 * `report` is false, allure-report/index.html. May be called again on the same folder.
 * @throws QualifyError EVIDENCE_RUN_MISSING, EVIDENCE_RUN_UNREADABLE, EVIDENCE_TOTALS_DISAGREE
 */
export async function writeEvidence(
  folder: string,
  options: { onProgress?(text: string): void; report?: boolean } = {},
): Promise<WrittenEvidence> {
  const tell = (text: string) => options.onProgress?.(text);
  const root = path.resolve(folder);
  const run = await readRunFiles(root);
  const summary = path.join(root, 'summary.html');
  tell('writing summary.html');
  await writeWhole(summary, summaryPieces(run));
  tell('writing junit.xml');
  await writeWhole(path.join(root, 'junit.xml'), [junitXml(run)]);
  tell('writing allure-results');
  await writeAllureResults(run, allureFolders(root).results);
  if (options.report === false) return { summary, allure: null };
  tell('generating the Allure report');
  const outcome = await generateAllureReport(root, `MHHS Qualify: ${runTitle(run.verdicts)}`);
  if (outcome.file !== null) return { summary, allure: outcome.file };
  tell(`no Allure report: ${outcome.problem}`);
  return { summary, allure: null, allureProblem: outcome.problem };
}
