import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { openPack, verifyPack } from '../evidence';
import { createLedger } from '../ledger';
import { barriers, launchBrowser, looks, lookText, needs, openPage, phone, pixelsOffTheSide } from '../testing';
import { makeRun, scenarioId } from './made-runs.fixture';
import { assertTold, newPlace, start, type Going, type Place } from './qualify.fixture';

const browserNeeded = needs('chromium');
const mpan = '1012345678907';
const transaction = 'T-IF-031-1000000001-1';
const places = {
  overview: 'pages/index.html',
  scenarios: 'pages/scenarios-1.html',
  scenario: `pages/scenarios/${scenarioId}.html`,
  mpans: 'pages/mpans.html',
  conversation: `pages/mpan/${mpan}.html`,
  transactions: 'pages/transactions-1.html',
  requirements: 'pages/requirements.html',
  unclaimed: 'pages/unclaimed.html',
  found: 'search?q=MQ-BP',
  'nothing-found': 'search?q=%3Cx',
};
let place: Place;

before(async () => {
  place = newPlace();
  const folder = await makeRun(place, { day: 3, version: '7.2', verdict: 'fail' });
  const ledger = createLedger({ file: path.join(folder, 'ledger.ndjson') });
  const message = { source: 'dip', interface: 'IF-031', event: 'MSApp', mpan, at: '2027-02-03T10:00:00.000Z' } as const;
  const leg = { ...message, from: '1000000001', to: 'DIP', position: 'SUP (incoming)', transactionID: transaction };
  ledger.append({
    ...leg,
    kind: 'accepted',
    scenario: scenarioId,
    httpStatus: 201,
    body: { a: '<script>alert(1)</script>' },
  });
  ledger.append({ ...message, kind: 'delivered', from: 'DIP', to: '1000000004', position: 'REGS' });
  await ledger.close();
});

/** Opens what the arguments name, for as long as `look` goes on; then ends it as Ctrl-C would. */
async function opened(args: string[], look: (url: string, going: Going) => Promise<void>): Promise<void> {
  const going = start(place, ['open', ...args]);
  const line = await going.line(/http:\/\/127\.0\.0\.1:\d+\//);
  try {
    await look(/http:\S+/.exec(line)![0], going);
  } finally {
    going.child.kill('SIGINT');
  }
  const { code, signal, stderr } = await going.ended;
  assert.deepEqual([code, signal], [0, null], stderr);
}

const textOf = async (url: string) => (await fetch(url)).text();

test('the last run is served until Ctrl-C; the address goes to stderr, as JSON to stdout', async () => {
  let url = '';
  await opened(['--json'], async (at, { child }) => {
    const [told] = await new Promise<string[]>((resolve) =>
      child.stdout!.once('data', (text) => resolve([String(text)])),
    );
    url = at;
    assert.deepEqual(JSON.parse(told!), { url });
    assert.match(await textOf(url), /MQ-BP001-010/);
  });
  await assert.rejects(fetch(url));
});

test('a pack is verified first, and every page says what came of it', async () => {
  const packed = await start(place, ['pack', '--out', 'whole.zip']).ended;
  assert.equal(packed.code, 0, packed.stderr);
  await opened(['whole.zip'], async (url) => {
    for (const name of ['index.html', `mpan/${mpan}.html`, 'unclaimed.html']) {
      const text = await textOf(`${url}pages/${name}`);
      assert.match(text, /The pack verifies/);
      assert.match(text, /Draft: made for reading/);
      assert.match(text, /Not signed/);
    }
  });
  const bytes = readFileSync(path.join(place.dir, 'whole.zip'));
  const damaged = Buffer.from(bytes);
  damaged[bytes.indexOf('VERIFY.html') + 40]! ^= 1;
  writeFileSync(path.join(place.dir, 'damaged.zip'), damaged);
  await opened(['damaged.zip'], async (url) => {
    assert.match(await textOf(`${url}search?q=nowhere`), /The pack is NOT VALID/);
    assert.match(await textOf(url), /The pack is NOT VALID/);
  });
});

test('the same pages are inside the pack, marked as a draft', async () => {
  const file = path.join(place.dir, 'whole.zip');
  if (!existsSync(file)) assert.equal((await start(place, ['pack', '--out', 'whole.zip']).ended).code, 0);
  const pack = openPack(file);
  const text = pack.read(`pages/mpan/${mpan}.html`)!.toString('utf8');
  assert.match(text, /Draft: made for reading/);
  assert.doesNotMatch(text, /<form|<script/);
  assert.ok(pack.names.includes('pages/index.html') && pack.names.includes(`pages/scenarios/${scenarioId}.html`));
  assert.deepEqual((await verifyPack(file)).problems, []);
});

test('what is not there, and a port that is none, are told in one screen', async () => {
  assertTold(await start(place, ['open', 'nowhere']).ended, 'SUBJECT_UNKNOWN');
  assertTold(await start(place, ['open', '--port', 'x']).ended, 'OPTION_WRONG');
});

test('a port that another process has is told', async () => {
  await opened([], async (url) => {
    const { code, stderr } = await start(place, ['open', '--port', new URL(url).port]).ended;
    assert.equal(code, 3);
    assert.match(stderr, /^WIRE_PORT_UNUSABLE \(environment\)$/m);
  });
});

test(
  'in a browser: a search leads to the conversation and its line; no error, no stranger, no barrier',
  browserNeeded,
  () =>
    opened([], async (url) => {
      const browser = await launchBrowser();
      try {
        await searched(browser, url);
        for (const look of looks) await barrierFree(browser, url, look);
      } finally {
        await browser.close();
      }
    }),
);

async function searched(browser: Browser, url: string): Promise<void> {
  const { page, asked, errors } = await openPage(browser, url);
  const find = async (text: string) => {
    await page.getByRole('searchbox').fill(text);
    await page.keyboard.press('Enter');
  };
  await find(mpan);
  await page.waitForURL(`**/pages/mpan/${mpan}.html`);
  assert.equal(await page.locator('h1').innerText(), `MPAN ${mpan}`);
  assert.equal(await page.locator('tr[id]').count(), 2);
  await find(transaction);
  await page.waitForURL(`**/pages/mpan/${mpan}.html#l-1`);
  assert.equal(await page.locator('tr:target').count(), 1);
  await find('nowhere at all');
  await page.getByText('Nothing found for').waitFor();
  assert.equal(await page.locator('script').count(), 0);
  assert.deepEqual([asked, errors], [[], []]);
}

/** Pixels below which a column of a table shows letter by letter. */
const letters = 30;
const narrowest = (page: Page): Promise<number> =>
  page.evaluate(`Math.min(...[...document.querySelectorAll('.keys td')].map((cell) => cell.clientWidth))`);

async function barrierFree(browser: Browser, url: string, look: (typeof looks)[number]): Promise<void> {
  const { page, asked, errors, close } = await openPage(browser, url, look);
  for (const [name, place] of Object.entries(places)) {
    await page.goto(url + place);
    assert.deepEqual([place, await barriers(page, `viewer-${name}`)], [place, []]);
    const off = await pixelsOffTheSide(page);
    assert.ok(off <= 0, `${place} runs ${off} pixels off the side: ${lookText(look)}`);
    const narrow = await narrowest(page);
    assert.ok(narrow >= letters, `${place} has a column of ${narrow} pixels: ${lookText(look)}`);
  }
  if (look.viewport.width === phone.width) {
    await page.goto(url + places.requirements);
    await page.addStyleTag({ content: 'table.keys{min-width:0!important}' });
    assert.ok((await narrowest(page)) < letters, 'a squeezed column would be found');
  }
  assert.deepEqual([asked, errors], [[], []]);
  await close();
}
