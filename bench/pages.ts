// How the evidence of a run of 1,000 scenarios and 10,000 messages fares in a browser: the size of each page, the time until
// it is loaded and painted, and what one typical act of a reader takes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { writeEvidence } from '../support/evidence';
import { chromiumPath } from '../support/process';
import type { Row } from './catalogue';
import { inPlace, mpanOf, writeRun } from './made-run';

const root = path.resolve(__dirname, '..');
const size = { scenarios: 1000, messages: 10_000 };
const mpan = mpanOf(size.messages / 2);
/** What a slow page may take before it is told as not usable, ms. */
const patience = 120_000;

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;

/** Until the work is done and the frame after it is painted, ms. */
async function timed(page: Page, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
  return performance.now() - began;
}

async function summaryRows(page: Page, file: string): Promise<Row[]> {
  const loaded = await timed(page, () => page.goto(pathToFileURL(file).href));
  const opened = await timed(page, () => page.locator('summary').first().press('Enter'));
  return [
    [seconds(loaded), `summary.html, ${megabytes(statSync(file).size)}: loaded`],
    [seconds(opened), 'summary.html: the first scenario opened'],
  ];
}

/** The interactions are those of Allure 2, which is made where there is Java. */
async function allureRows(page: Page, file: string | null, problem = ''): Promise<Row[]> {
  if (file === null) return [['left out', `Allure report: ${problem}`]];
  const shown = page.getByText('Suites').first();
  const loaded = await timed(page, () => page.goto(pathToFileURL(file).href).then(() => shown.waitFor()));
  const row: Row = [seconds(loaded), `allure-report/index.html, ${megabytes(statSync(file).size)}: loaded`];
  if ((await page.locator('.side-nav__menu').count()) === 0)
    return [row, ['left out', 'reading in the Allure report: it is not that of Allure 2']];
  const suites = await timed(page, async () => {
    await page.locator('.side-nav__menu a[href="#suites"]').click();
    await page.locator('.tree .node').first().waitFor();
  });
  const results = page.locator('.tree a.node__leaf');
  const found = await timed(page, async () => {
    await page.locator('input.search__input').fill('MQ-BP001-0500');
    await results.getByText('MQ-BP001-0500').waitFor();
  });
  const opened = await timed(page, async () => {
    await results.first().click();
    await page.locator('.test-result').first().waitFor();
  });
  return [
    row,
    [seconds(suites), 'Allure report: its suites shown'],
    [seconds(found), 'Allure report: one scenario searched'],
    [seconds(opened), 'Allure report: that scenario opened'],
  ];
}

/** The pages of a pack are those of `qualify open`, less the search. */
async function viewerRows(page: Page, folder: string): Promise<Row[]> {
  const began = performance.now();
  const command = [path.join(root, 'bin/qualify.js'), 'open', folder, '--json'];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  try {
    const lines = createInterface(child.stdout);
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [unknown];
    if (typeof line !== 'string') throw new Error(`qualify open ended before it served, with ${String(line)}`);
    const { url } = JSON.parse(line) as { url: string };
    const rows: Row[] = [[seconds(performance.now() - began), 'qualify open: until it serves']];
    const scenario = 'scenarios/MQ-BP001-0500';
    for (const name of ['index', 'scenarios-1', scenario, 'mpans', 'transactions-1', 'requirements', 'unclaimed']) {
      let bytes = 0;
      const address = `${url}pages/${name}.html`;
      const ms = await timed(page, async () => (bytes = (await (await page.goto(address))!.body()).length));
      rows.push([seconds(ms), `viewer, ${name}.html, ${megabytes(bytes)}: loaded`]);
    }
    const search = async (text: string, address: string) => {
      await page.getByRole('searchbox').fill(text);
      await page.keyboard.press('Enter');
      await page.waitForURL(address);
    };
    const part = mpan.slice(0, -2);
    const found = await timed(page, () => search(part, `**/search?q=${part}`));
    const followed = await timed(page, () => search(mpan, `**/mpan/${mpan}.html`));
    const opened = await timed(page, () => page.locator('summary').first().press('Enter'));
    return [
      ...rows,
      [seconds(found), 'viewer: part of an id searched, hits listed'],
      [seconds(followed), 'viewer: an MPAN searched, which leads to its conversation'],
      [seconds(opened), 'viewer: a body of the conversation opened'],
    ];
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}

/** Every figure of the pages. */
export async function pageRows(): Promise<Row[]> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) return [['left out', 'pages in a browser: no Chromium here']];
  return inPlace('pages', async (place) => {
    const folder = path.join(place, 'run');
    await writeRun(folder, size);
    const began = performance.now();
    const { summary, allure, allureProblem } = await writeEvidence(folder);
    const evidence: Row = [seconds(performance.now() - began), 'evidence of 1,000 scenarios and 10,000 messages'];
    const { chromium } = await import('playwright');
    const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    /** In a window of its own: what a large page leaves behind slows the next. */
    const inWindow = async (work: (page: Page) => Promise<Row[]>): Promise<Row[]> => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      return work(page).finally(() => context.close());
    };
    try {
      return [
        evidence,
        ...(await inWindow((page) => summaryRows(page, summary))),
        ...(await inWindow((page) => allureRows(page, allure, allureProblem))),
        ...(await inWindow((page) => viewerRows(page, folder))),
      ];
    } finally {
      await browser.close();
    }
  });
}
