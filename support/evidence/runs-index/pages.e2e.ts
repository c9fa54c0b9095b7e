import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { barriers, launchBrowser, looks, lookText, needs, openPage, pixelsOffTheSide, scratchDir } from '../../testing';
import { compare, comparisonPage, readSide } from '../compare';
import { everyVerdict, runFolder, scenario, verdictsOf } from '../fixture';
import { writeRunLine } from './run-line';
import { writeRunsIndex } from './write-index';

const browserNeeded = needs('chromium');
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
  browser = await launchBrowser();
});

after(() => browser?.close());

for (const name of ['index', 'compared']) {
  for (const look of looks) {
    test(
      `${name}.html, ${lookText(look)}, asks nobody, errs in nothing, fits and has no serious axe finding`,
      browserNeeded,
      async () => {
        const address = pathToFileURL(path.join(reports, `${name}.html`)).href;
        const { page, asked, errors, close } = await openPage(browser, address, look);
        const off = await pixelsOffTheSide(page);
        assert.ok(off <= 0, `${off} pixels run off the side`);
        assert.deepEqual(await barriers(page, `runs-${name}`), []);
        assert.deepEqual([asked, errors], [[], []]);
        await close();
      },
    );
  }
}
