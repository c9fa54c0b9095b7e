import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { mustFind, needs, scratchDir } from '../../testing';
import { compare, comparisonPage, readSide } from '../compare';
import { everyVerdict, runFolder, scenario, verdictsOf } from '../fixture';
import { writeRunLine } from './run-line';
import { writeRunsIndex } from './write-index';

const browserNeeded = needs('chromium');
const axe = createRequire(__filename).resolve('axe-core');
const reports = scratchDir();
let browser: Browser;

before(async () => {
  if (browserNeeded.skip) return;
  const folders: string[] = [];
  for (const [day, scenarios] of [everyVerdict(), [scenario({ id: 'MQ-BP001-010' })], everyVerdict()].entries()) {
    const run = `2027020${day + 1}-100000-PIT-a1b2`;
    const verdicts = verdictsOf(scenarios, { run, started: `2027-02-0${day + 1}T10:00:00.000Z`, partial: day === 2 });
    const folder = await runFolder(verdicts, [], path.join(reports, run));
    await writeRunLine(folder, verdicts);
    writeFileSync(path.join(folder, 'summary.html'), '<!doctype html><title>Summary</title>');
    folders.push(folder);
  }
  await writeRunsIndex(reports);
  const [a, , b] = await Promise.all(folders.map(readSide));
  writeFileSync(path.join(reports, 'compared.html'), comparisonPage(compare(b!, { ...a!, cases: a!.cases.slice(2) })));
  browser = await chromium.launch({ executablePath: mustFind('chromium'), args: ['--no-sandbox'] });
});

after(() => browser?.close());

for (const name of ['index.html', 'compared.html']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(
      `${name} in ${colorScheme} asks nobody, errs in nothing, fits a phone and has no serious axe finding`,
      browserNeeded,
      async () => {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width: 390, height: 844 },
          bypassCSP: true,
        });
        const page = await context.newPage();
        const asked: string[] = [];
        const errors: string[] = [];
        page.on('request', (request) => void (/^(file|data):/.test(request.url()) || asked.push(request.url())));
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
        await page.goto(pathToFileURL(path.join(reports, name)).href);
        const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        assert.ok((await page.evaluate<number>(wide)) <= 0, 'wider than a phone');
        await page.addScriptTag({ path: axe });
        const found = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>(
          'axe.run()',
        );
        const serious = found.violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
        assert.deepEqual(
          serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          [],
        );
        assert.deepEqual([asked, errors], [[], []]);
        await context.close();
      },
    );
  }
}
