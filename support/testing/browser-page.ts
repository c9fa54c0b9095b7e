import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { mustFind } from './needs';

export interface OpenedPage {
  page: Page;
  /** Addresses that it asked for, except those of where it came from: `file:`, or its own server. */
  asked: string[];
  /** What it wrote to the console as an error, or threw. */
  errors: string[];
  close(): Promise<void>;
}

/** Pictures of the pages that `barriers` looked at; not in version control. */
export const screenshotsFolder = path.resolve(__dirname, '../../reports/screenshots');

const desk = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** How a page of the product is looked at: each colour scheme on a desk and on a phone, open to the checker. */
export const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [desk, phone].map((viewport) => ({ colorScheme, viewport, bypassCSP: true })),
);
/** `dark, 390 pixels wide` */
export const lookText = ({ colorScheme, viewport }: (typeof looks)[number]) =>
  `${colorScheme}, ${viewport.width} pixels wide`;

/** Pixels of a page's height that a picture keeps. */
const tallest = 8000;

/** The machine's Chromium. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright');
  // As root it has no sandbox.
  return chromium.launch({ executablePath: mustFind('chromium'), args: ['--no-sandbox'] });
}

/** Opens an address in a window that shares nothing with others, and notes what goes on in it from then on. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: desk, ...options });
  const page = await context.newPage();
  const { protocol, origin } = new URL(address);
  const isOwn = (url: URL) => (protocol === 'file:' ? url.protocol === protocol : url.origin === origin);
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => void (isOwn(new URL(request.url())) || asked.push(request.url())));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`.trim());
  });
  await page.goto(address);
  return { page, asked, errors, close: () => context.close() };
}

/** Opens every `details` of a page. */
export const openDetails = (page: Page): Promise<unknown> =>
  page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);

/** By how many pixels a page is wider than its window. */
export const pixelsOffTheSide = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/**
 * What axe finds in a page as it stands, `color-contrast: .chip`: serious and critical findings, or any. The page's own
 * policy must be bypassed. A picture of it is kept as `reports/screenshots/<picture>-dark-390.png`; none (null) of a page
 * that was spoilt on purpose.
 */
export async function barriers(
  page: Page,
  picture: string | null,
  least: 'serious' | 'any' = 'serious',
): Promise<string[]> {
  if (picture !== null) await keepPicture(page, picture);
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  type Violation = { id: string; impact: string; nodes: { target: string[] }[] };
  const violations = await page.evaluate<Violation[]>('axe.run().then((result) => result.violations)');
  return violations
    .filter(({ impact }) => least === 'any' || impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const { width, height, dark } = await page.evaluate<{ width: number; height: number; dark: boolean }>(
    `({ width: innerWidth, height: document.documentElement.scrollHeight, dark: matchMedia('(prefers-color-scheme: dark)').matches })`,
  );
  mkdirSync(screenshotsFolder, { recursive: true });
  await page.screenshot({
    path: path.join(screenshotsFolder, `${name}-${dark ? 'dark' : 'light'}-${width}.png`),
    clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
    fullPage: true,
  });
}
