import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { barriers, launchBrowser, looks, lookText, needs, openPage, pixelsOffTheSide, scratchDir } from '../../testing';
import { hubConfig, startHub, type Hub } from '..';

const browserNeeded = needs('chromium');
const fixtures = path.resolve(__dirname, '../../../fixtures');
const own = { dipId: '1100000001', mpid: 'EXMA', role: 'SUP', name: '<b>One</b>', connectionProvider: null };
const access = { signingFingerprints: [], transportFingerprints: [], apiKeySha256: 'a'.repeat(64), webhooks: null };
let hub: Hub;
let browser: Browser;

before(async () => {
  if (browserNeeded.skip) return;
  hub = await startHub(
    hubConfig.parse({
      stateDir: scratchDir(),
      environmentFile: path.join(fixtures, 'environments/pit.yaml'),
      assumptionsFile: path.join(fixtures, 'assumptions/assumptions.yaml'),
      control: { operatorToken: 'operator-token' },
      standing: true,
      tenants: [
        {
          ...{ name: 'one', token: 'tenant-token', ledgerFile: null, journalDir: null, trust: [], secrets: [] },
          parties: [{ ...own, ...access }],
        },
      ],
    }),
  );
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await hub?.close();
});

const open = (token: string, options?: BrowserContextOptions) =>
  openPage(browser, `${hub.control}/#token=${token}`, options);

function announce(registrationId: string): string {
  const [tenant] = hub.tenants();
  const mpan = (tenant!.controls.mpans(1, 'S')[0] as { mpan: string }).mpan;
  const supplier = { dipId: own.dipId, mpid: own.mpid };
  tenant!.controls.act({
    mpan,
    act: 'switchPending',
    args: { registrationId, supplier, supplyStartDate: '2027-06-22' },
  });
  return mpan;
}

const accepted = (page: Page) => page.locator('#exchanges tr', { hasText: 'IF-002 [GainMPANInfo]' }).first();

test('the page shows exchanges as they happen, filters them, and opens a conversation', browserNeeded, async () => {
  const { page, asked, errors, close } = await open('tenant-token');
  await page.getByText('live', { exact: true }).waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the token does not stay in the address');
  assert.equal(await page.locator('#own b').count(), 0, 'a name is text');
  const mpan = announce('SWITCH-1');
  await accepted(page).waitFor();
  await page.locator('#level').selectOption('L1');
  assert.match((await page.locator('#exchanges tr').allInnerTexts()).join('\n'), /L1\s+MSG0000/);
  await page.locator('#filter').fill('nothing like it');
  await page.getByText('Nothing fits the filter.').waitFor();
  await page.locator('#filter').fill('');
  await page.locator('#level').selectOption('');
  await accepted(page).getByRole('button', { name: mpan }).click();
  await page.getByRole('heading', { name: `MPAN ${mpan}` }).waitFor();
  assert.match(await page.locator('#answers').innerText(), /IF-002 \[GainMPANInfo\][\s\S]*MSG0000/);
  assert.deepEqual([asked, errors], [[], []]);
  await close();
});

test('a fault that is on stands out, for the operator too, who sees no message', browserNeeded, async () => {
  const fault = hub.tenants()[0]!.controls.fault({ kind: 'hold', to: own.dipId });
  for (const token of ['tenant-token', 'operator-token']) {
    const { page, errors, close } = await open(token);
    await page.getByRole('heading', { name: 'Faults are on' }).waitFor();
    assert.match(await page.locator('#fault-list').innerText(), /hold/);
    if (token === 'operator-token') assert.doesNotMatch(await page.locator('body').innerText(), /\d{13}/);
    assert.deepEqual(errors, []);
    await close();
  }
  hub.tenants()[0]!.controls.endFault(fault.id);
});

test('without a token, or with a wrong one, the page says what is missing', browserNeeded, async () => {
  const { page, close } = await open('wrong');
  await page.getByText(/The token is missing or wrong/).waitFor();
  assert.equal(await page.locator('#tenant').isVisible(), false);
  await close();
});

for (const look of looks) {
  test(`nobody is shut out: ${lookText(look)}`, browserNeeded, async () => {
    const fault = hub.tenants()[0]!.controls.fault({ kind: 'hold', to: own.dipId });
    const { page, close } = await open('tenant-token', look);
    await page.getByRole('heading', { name: 'Faults are on' }).waitFor();
    assert.deepEqual(await barriers(page, 'console', 'any'), []);
    assert.ok((await pixelsOffTheSide(page)) <= 0);
    await close();
    hub.tenants()[0]!.controls.endFault(fault.id);
  });
}

test('the policy lets nothing in from elsewhere', browserNeeded, async () => {
  const { page, close } = await open('tenant-token');
  const policy = (await page.request.get(hub.control)).headers()['content-security-policy'] ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  const refused = await page.evaluate<boolean>(
    `new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', () => resolve(true), { once: true });
      const script = document.createElement('script');
      script.textContent = 'window.broken = true';
      document.body.append(script);
      setTimeout(() => resolve(Boolean(window.broken)), 1000);
    })`,
  );
  assert.equal(refused, true);
  await close();
});
