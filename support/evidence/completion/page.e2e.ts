import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { QualifyError } from '../../errors';
import { chromiumPath, mustFind, needs, scratchDir } from '../../testing';
import { everyVerdict, runFolder, verdictsOf } from '../fixture';
import { printPdf } from '../pdf';
import { readSubject } from '../read-subject';
import { rttmOf } from '../traceability';
import { requirement } from '../traceability/rttm.fixture';
import { completionOf, readCompletionFile, writeCompletion, writeCompletionPdf } from '.';

const browserNeeded = needs('chromium');
const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 900 };
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
  browser = await chromium.launch({ executablePath: mustFind('chromium'), args: ['--no-sandbox'] });
});

after(() => browser?.close());

async function open(options: BrowserContextOptions) {
  const page = await (await browser.newContext(options)).newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => void (/^(file|data):/.test(request.url()) || asked.push(request.url())));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  await page.goto(pathToFileURL(path.join(folder, 'completion.html')).href);
  await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
  return { page, asked, errors };
}

async function barriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  type Violation = { id: string; impact: string; nodes: { target: string[] }[] };
  const violations = await page.evaluate<Violation[]>('axe.run().then((result) => result.violations)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [wide, phone]) {
    test(
      `axe finds no barrier in the completion report, ${colorScheme}, ${viewport.width} pixels wide, and it asks nobody`,
      browserNeeded,
      async () => {
        const { page, asked, errors } = await open({ viewport, colorScheme, bypassCSP: true });
        assert.deepEqual([await barriers(page), asked, errors], [[], [], []]);
        const over = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        assert.ok(over <= 0, `${over} pixels run off the side`);
      },
    );
  }
}

test('axe would find a barrier in it', browserNeeded, async () => {
  const { page } = await open({ bypassCSP: true });
  await page.addStyleTag({ content: '.kicker{color:#ddd}' });
  assert.match((await barriers(page)).join(), /color-contrast: \.kicker/);
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
