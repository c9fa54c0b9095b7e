import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { mustFind, needs } from '../testing';
import { everyVerdict, runFolder, verdictsOf } from './fixture';
import { writeEvidence } from './index';

const browserNeeded = needs('chromium');
const scenarios = everyVerdict();
let browser: Browser;
let folder: string;

before(async () => {
  if (browserNeeded.skip) return;
  folder = await runFolder(verdictsOf(scenarios));
  await writeEvidence(folder, {});
  // A browser of the machine, which as root has no sandbox.
  browser = await chromium.launch({ executablePath: mustFind('chromium'), args: ['--no-sandbox'] });
});

after(() => browser?.close());

/** Opens a page of the run folder and keeps whatever it asks of others, and its errors. */
async function open(name: string, width = 1280): Promise<{ page: Page; asked: string[]; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(pathToFileURL(path.join(folder, name)).href);
  return { page, asked, errors };
}

test('the summary says in words what failed, opens without a script and asks nobody', browserNeeded, async () => {
  const { page, asked, errors } = await open('summary.html');
  assert.match(await page.locator('h1').innerText(), /fail/i);
  const first = page.locator('details').first();
  await first.locator('summary').first().press('Enter');
  assert.equal(await first.evaluate((details: unknown) => (details as { open: boolean }).open), true);
  assert.equal(await page.locator('script').count(), 0);
  assert.deepEqual([asked, errors], [[], []]);
});

test('the summary fits a phone: nothing runs off its side', browserNeeded, async () => {
  const { page } = await open('summary.html', 390);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  assert.ok(overflow <= 0, `${overflow} pixels run off the side`);
});

test('the Allure report shows every scenario and asks nobody', browserNeeded, async () => {
  const { page, asked } = await open('allure-report/index.html');
  await page.getByText('Suites').first().waitFor();
  const shown = await page.locator('body').innerText();
  assert.match(shown, new RegExp(`\\b${scenarios.length}\\b`));
  assert.deepEqual(asked, []);
});
