import path from 'node:path';
import { generateAllureReport } from './allure-report';
import { allureFolders, writeAllureResults } from './allure-results';
import { writeAllureTrend } from './allure-trend';
import { ctrfReport } from './exports';
import { runTitle } from './headline';
import { junitXml } from './junit';
import { applyPolicy } from './redaction';
import { readRunFiles, type RunFiles } from './run-files';
import { writeRunLine } from './runs-index';
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
 * Writes the evidence of a finished run into its folder: summary.html, junit.xml, ctrf.json, allure-results/ and,
 * unless `report` is false, allure-report/index.html, after it struck what the redaction policy of the run names. May be
 * called again on the same folder. `stateFolder` keeps the originals and the key for pseudonyms; `requirementsOf` tells what a
 * scenario, by the id of its outline, is to prove.
 * @throws QualifyError EVIDENCE_RUN_MISSING, EVIDENCE_RUN_UNREADABLE, EVIDENCE_TOTALS_DISAGREE, and those of `applyPolicy`
 */
export async function writeEvidence(
  folder: string,
  options: {
    onProgress?(text: string): void;
    report?: boolean;
    stateFolder?: string;
    requirementsOf?: RunFiles['requirementsOf'];
  } = {},
): Promise<WrittenEvidence> {
  const tell = (text: string) => options.onProgress?.(text);
  const root = path.resolve(folder);
  await applyPolicy(root, options);
  const { requirementsOf } = options;
  const run: RunFiles = { ...(await readRunFiles(root)), ...(requirementsOf && { requirementsOf }) };
  const summary = path.join(root, 'summary.html');
  tell('writing summary.html');
  await writeWhole(summary, summaryPieces(run));
  tell('writing junit.xml and ctrf.json');
  await writeWhole(path.join(root, 'junit.xml'), [junitXml(run)]);
  await writeWhole(path.join(root, 'ctrf.json'), [ctrfReport(run)]);
  await writeRunLine(root, run.verdicts);
  tell('writing allure-results');
  await writeAllureResults(run, allureFolders(root).results);
  await writeAllureTrend(root, run.verdicts);
  if (options.report === false) return { summary, allure: null };
  tell('generating the Allure report');
  const outcome = await generateAllureReport(root, `MHHS Qualify: ${runTitle(run.verdicts)}`);
  if (outcome.file !== null) return { summary, allure: outcome.file };
  tell(`no Allure report: ${outcome.problem}`);
  return { summary, allure: null, allureProblem: outcome.problem };
}
