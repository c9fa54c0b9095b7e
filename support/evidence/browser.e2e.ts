import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright';
import {
  barriers,
  launchBrowser,
  looks,
  lookText,
  needs,
  openDetails,
  openPage,
  phone,
  pixelsOffTheSide,
} from '../testing';
import { everyVerdict, runFolder, scenario, verdictsOf } from './fixture';
import { writeEvidence } from './index';

const browserNeeded = needs('chromium');
const scenarios = everyVerdict();
const folders = { red: '', green: '' };
let browser: Browser;

before(async () => {
  if (browserNeeded.skip) return;
  folders.red = await runFolder(verdictsOf(scenarios));
  await writeEvidence(folders.red, {});
  const left = { id: 'MQ-BP099-010', verdict: 'not-applicable', reason: 'REGS is not held' };
  folders.green = await runFolder(verdictsOf([scenario({ id: 'MQ-BP001-010' })]), [left]);
  await writeEvidence(folders.green, { report: false });
  browser = await launchBrowser();
});

after(() => browser?.close());

/** Opens a page of a run folder. */
const open = (name: string, options?: BrowserContextOptions, folder = folders.red) =>
  openPage(browser, pathToFileURL(path.join(folder, name)).href, options);

test('the summary says in words what failed, opens without a script and asks nobody', browserNeeded, async () => {
  const { page, asked, errors } = await open('summary.html');
  assert.match(await page.locator('h1').innerText(), /fail/i);
  const first = page.locator('details').first();
  await first.locator('summary').first().press('Enter');
  assert.equal(await first.evaluate((details: unknown) => (details as { open: boolean }).open), true);
  assert.equal(await page.locator('script').count(), 0);
  assert.deepEqual([asked, errors], [[], []]);
});

for (const run of ['red', 'green'] as const) {
  for (const look of looks) {
    test(`axe finds no barrier in the ${run} summary, ${lookText(look)}, opened`, browserNeeded, async () => {
      const { page, asked, errors, close } = await open('summary.html', look, folders[run]);
      await openDetails(page);
      assert.deepEqual([await barriers(page, `summary-${run}`), asked, errors], [[], [], []]);
      await close();
    });
  }
}

test('axe would find a barrier, and the page keeps a script of others out', browserNeeded, async () => {
  const { page } = await open('summary.html', { bypassCSP: true });
  await page.addStyleTag({ content: '.kicker{color:#ddd}' });
  assert.match((await barriers(page, null)).join(), /color-contrast: \.kicker/);
  const guarded = await open('summary.html');
  await assert.rejects(barriers(guarded.page, null));
  assert.match(guarded.errors.join(), /Content Security Policy/);
});

test('the summary fits a phone, opened as well: nothing runs off its side', browserNeeded, async () => {
  const { page } = await open('summary.html', { viewport: phone });
  assert.ok((await pixelsOffTheSide(page)) <= 0);
  await openDetails(page);
  const overflow = await pixelsOffTheSide(page);
  assert.ok(overflow <= 0, `${overflow} pixels run off the side`);
});

test('on paper what passed is one line, and what did not is told whole', browserNeeded, async () => {
  const { page } = await open('summary.html');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('tbody.pass tr.more').first().isVisible(), false);
  assert.equal(await page.locator('tbody.fail .inside').first().isVisible(), true);
  assert.equal(await page.getByText('On paper a scenario that passed').isVisible(), true);
  await page.emulateMedia({ media: 'screen' });
  assert.equal(await page.locator('tbody.pass tr.more').first().isVisible(), true);
});

test('the Allure report shows every scenario, without an error, and asks nobody', browserNeeded, async () => {
  const { page, asked, errors } = await open('allure-report/index.html');
  await page.getByText('Suites').first().waitFor();
  const shown = await page.locator('body').innerText();
  assert.match(shown, new RegExp(`\\b${scenarios.length}\\b`));
  assert.deepEqual([asked, errors], [[], []]);
});
