import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright';
import { QualifyError } from '../../errors';
import {
  barriers,
  chromiumPath,
  launchBrowser,
  looks,
  lookText,
  mustFind,
  needs,
  openDetails,
  openPage,
  pixelsOffTheSide,
  scratchDir,
} from '../../testing';
import { everyVerdict, runFolder, verdictsOf } from '../fixture';
import { printPdf } from '../pdf';
import { readSubject } from '../read-subject';
import { rttmOf } from '../traceability';
import { requirement } from '../traceability/rttm.fixture';
import { completionOf, readCompletionFile, writeCompletion, writeCompletionPdf } from '.';

const browserNeeded = needs('chromium');
let folder = '';
let browser: Browser;

const kept = `schema: 1
scope: Change of supplier
defects: [{ tracker: ADO-1, severity: 2, title: Not sent, match: { code: LEG_MISSING, blame: participant } }, { tracker: ADO-2, severity: 3, match: { code: OTHER } }]
workOff: [{ item: Volume, owner: A. Manager, due: 2027-03-31, reason: waits for release 7.3 }]
exitCriteria: { minimumPassRate: 95, openDefects: { 1: 0 }, minimumGrade: seen on the wire }
`;

before(async () => {
  if (browserNeeded.skip) return;
  folder = await runFolder(verdictsOf(everyVerdict(), { participant: { name: 'R', roles: ['SUP'], bundled: true } }));
  writeFileSync(path.join(folder, 'completion.yaml'), kept);
  const registers = { requirements: [requirement('R-1', ['MQ-BP001-110'])], artefacts: [] };
  const rttm = rttmOf({ subject: await readSubject(folder), registers, known: [] });
  await writeCompletion(completionOf(rttm, await readCompletionFile(path.join(folder, 'completion.yaml'))), folder);
  browser = await launchBrowser();
});

after(() => browser?.close());

async function open(options: BrowserContextOptions) {
  const opened = await openPage(browser, pathToFileURL(path.join(folder, 'completion.html')).href, options);
  await openDetails(opened.page);
  return opened;
}

for (const look of looks) {
  test(
    `axe finds no barrier in the completion report, ${lookText(look)}, and it asks nobody`,
    browserNeeded,
    async () => {
      const { page, asked, errors, close } = await open(look);
      assert.deepEqual([await barriers(page, 'completion'), asked, errors], [[], [], []]);
      const over = await pixelsOffTheSide(page);
      assert.ok(over <= 0, `${over} pixels run off the side`);
      await close();
    },
  );
}

test('axe would find a barrier in it', browserNeeded, async () => {
  const { page } = await open({ bypassCSP: true });
  await page.addStyleTag({ content: '.kicker{color:#ddd}' });
  assert.match((await barriers(page, null)).join(), /color-contrast: \.kicker/);
});

test('it is printed as a PDF of several A4 pages', browserNeeded, async () => {
  const bytes = readFileSync(await writeCompletionPdf(folder, mustFind('chromium')));
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  const pages = bytes.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  assert.ok(pages >= 2, `${pages} pages`);
  assert.match(bytes.toString('latin1'), /\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
});

test('without a browser, or with one that does not start, it is told and the page stays', async () => {
  const page = path.join(scratchDir(), 'completion.html');
  writeFileSync(page, '<p>x</p>');
  const refused = (code: string) => (error: unknown) => error instanceof QualifyError && error.code === code;
  await assert.rejects(printPdf(page, `${page}.pdf`, undefined), refused('PDF_NO_BROWSER'));
  await assert.rejects(printPdf(page, `${page}.pdf`, process.execPath), refused('PDF_NOT_MADE'));
  assert.equal(readFileSync(page, 'utf8'), '<p>x</p>');
  assert.equal(chromiumPath({ PATH: '' }), undefined);
});
