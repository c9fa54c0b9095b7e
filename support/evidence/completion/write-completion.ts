import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { azureTestCases, azureTestResults } from '../exports';
import { printPdf } from '../pdf';
import { writeWhole } from '../write-whole';
import { completionPieces } from './page';
import type { Completion } from './report';

/** Name of the page; its PDF and the tables for Azure DevOps lie beside it. */
export const completionPage = 'completion.html';

/**
 * Writes completion.html, azure-test-cases.csv and azure-test-results.csv into a folder; answers their paths, the page
 * first.
 */
export async function writeCompletion(report: Completion, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files: [string, Iterable<string>][] = [
    [completionPage, completionPieces(report)],
    ['azure-test-cases.csv', [azureTestCases(report.subject)]],
    ['azure-test-results.csv', [azureTestResults(report.subject)]],
  ];
  for (const [name, pieces] of files) await writeWhole(path.join(folder, name), pieces);
  return files.map(([name]) => path.join(folder, name));
}

/** Prints the written page as completion.pdf and answers its path. QualifyErrors PDF_NO_BROWSER, PDF_NOT_MADE. */
export async function writeCompletionPdf(folder: string, browser: string | undefined): Promise<string> {
  const pdf = path.join(folder, 'completion.pdf');
  await printPdf(path.join(folder, completionPage), pdf, browser);
  return pdf;
}
