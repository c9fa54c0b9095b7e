import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorsOf, traceabilityErrors } from '../errors';
import { escapeMarkup } from './text';
import { writeWhole } from './write-whole';

const raise = errorsOf(traceabilityErrors);

/**
 * Prints a page of ours as PDF (A4, as its own style says for paper) with its name and the page numbers on top.
 * `browser`: path of an installed Chromium. Nothing of the page is run, and it can fetch nothing.
 * @throws QualifyError PDF_NO_BROWSER, PDF_NOT_MADE; the page stays
 */
export async function printPdf(page: string, pdf: string, browser: string | undefined): Promise<void> {
  const name = path.basename(page);
  if (browser === undefined) throw raise('PDF_NO_BROWSER', { page: name }, page);
  const bytes = await print(page, browser).catch((error: Error) => {
    const problem = error.message.split('\n')[0]!;
    throw raise('PDF_NOT_MADE', { page: name, problem }, browser, error);
  });
  await writeWhole(pdf, [bytes]);
}

async function print(page: string, executablePath: string): Promise<Uint8Array> {
  const { chromium } = await import('playwright-core');
  // A browser of the machine, which as root has no sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(page).href);
    return await tab.pdf({
      ...{ format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true, outline: true },
      displayHeaderFooter: true,
      headerTemplate: header(await tab.title()),
      footerTemplate: '<span></span>',
    });
  } finally {
    await browser.close();
  }
}

const header = (title: string): string =>
  `<div style="display:flex;justify-content:space-between;width:100%;margin:0 12mm;font:7pt sans-serif;color:#4a535d"><span>${escapeMarkup(title)}</span><span><span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
