import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { mustFind, needs } from '../testing';
import { everyVerdict, runFolder, scenario, verdictsOf } from './fixture';
import { writeEvidence } from './index';

const browserNeeded = needs('chromium');
const scenarios = everyVerdict();
const phone = { width: 390, height: 844 };
const folders = { red: '', green: '' };
let browser: Browser;

before(async () => {
  if (browserNeeded.skip) return;
  folders.red = await runFolder(verdictsOf(scenarios));
  await writeEvidence(folders.red, {});
  const left = { id: 'MQ-BP099-010', verdict: 'not-applicable', reason: 'REGS is not held' };
  folders.green = await runFolder(verdictsOf([scenario({ id: 'MQ-BP001-010' })]), [left]);
  await writeEvidence(folders.green, { report: false });
  // A browser of the machine, which as root has no sandbox.
  browser = await chromium.launch({ executablePath: mustFind('chromium'), args: ['--no-sandbox'] });
});

after(() => browser?.close());

interface Opened {
  page: Page;
  /** What the page asked of others. */
  asked: string[];
  /** What it wrote to the console as an error, or threw. */
  errors: string[];
}

/** Opens a page of a run folder. */
async function open(name: string, options: BrowserContextOptions = {}, folder = folders.red): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(pathToFileURL(path.join(folder, name)).href);
  return { page, asked, errors };
}

const openDetails = (page: Page) =>
  page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);

const pixelsOffTheSide = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Serious and critical findings of axe: `color-contrast: .chip`. The page's own policy must be bypassed. */
async function barriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  type Violation = { id: string; impact: string; nodes: { target: string[] }[] };
  const violations = await page.evaluate<Violation[]>('axe.run().then((result) => result.violations)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
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

for (const run of ['red', 'green'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(
      `axe finds no barrier in the ${run} summary, ${colorScheme}, opened, wide and on a phone`,
      browserNeeded,
      async () => {
        for (const viewport of [{ width: 1280, height: 900 }, phone]) {
          const { page, asked, errors } = await open(
            'summary.html',
            { viewport, colorScheme, bypassCSP: true },
            folders[run],
          );
          await openDetails(page);
          assert.deepEqual([await barriers(page), asked, errors], [[], [], []]);
        }
      },
    );
  }
}

test('axe would find a barrier, and the page keeps a script of others out', browserNeeded, async () => {
  const { page } = await open('summary.html', { bypassCSP: true });
  await page.addStyleTag({ content: '.kicker{color:#ddd}' });
  assert.match((await barriers(page)).join(), /color-contrast: \.kicker/);
  const guarded = await open('summary.html');
  await assert.rejects(barriers(guarded.page));
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
