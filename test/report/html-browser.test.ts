// The page in a real browser. Chromium is not installed by npm: without one these tests say so and are left out.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { html } from '../../src/report/html.ts';
import { historyHtml } from '../../src/report/history/html/page.ts';
import { eventful, quiet } from './history-sample.ts';
import { at, clean, comparison, context, failure, findings, reportOf } from './sample.ts';

const executable = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path && existsSync(path));
if (!executable)
  console.log(
    'html-browser.test.ts is skipped: there is no Chromium (apt-get install chromium, or CHROMIUM=/path/to/it)',
  );

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(!executable)('in a browser', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'soc2-lint-html-'));
    browser = await chromium.launch({ executablePath: executable!, args: flags });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page of a report as a file, and collects what it asks for and what the browser complains about. */
  function open(report: Report, options: BrowserContextOptions = {}) {
    const links = { server: 'https://github.com', repository: 'acme/orders', commit: '3f2c1ab' };
    return openText(html(report, context({ links })), options);
  }

  async function openText(text: string, options: BrowserContextOptions = {}) {
    const file = join(folder, 'report.html');
    writeFileSync(file, text);
    const page = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    return { page, complaints, requests };
  }

  const openAll = (page: Page) =>
    page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);

  const violations = async (page: Page) => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
    );
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  };

  it.each([
    ['findings', 'light', findings],
    ['findings', 'dark', findings],
    ['comparison', 'light', comparison],
    ['clean', 'dark', clean],
  ] as const)(
    'axe finds nothing: %s, %s',
    async (_, colorScheme, report) => {
      const { page } = await open(report, { colorScheme });
      await openAll(page);
      expect(await violations(page)).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['eventful', 'light', eventful()],
    ['eventful', 'dark', eventful()],
    ['quiet', 'light', quiet],
  ] as const)(
    'axe finds nothing in a history: %s, %s',
    async (_, colorScheme, history) => {
      const { page, complaints, requests } = await openText(historyHtml(history), { colorScheme });
      await openAll(page);
      expect(await violations(page)).toEqual([]);
      expect([requests.length, complaints]).toEqual([1, []]);
    },
    120_000,
  );

  it('draws a history and says the same in a table, narrow, on paper, and whatever is written in it', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const { page, complaints } = await openText(historyHtml(eventful(hostile)), {
      viewport: { width: 320, height: 800 },
    });
    expect(await page.locator('svg.strip').count()).toBe(3);
    expect(await page.locator('svg.strip rect.time-fail').count()).toBe(1);
    const fill = (of: string) => page.evaluate<string>(`getComputedStyle(document.querySelector('${of}')).fill`);
    expect(await fill('.time-fail')).not.toBe(await fill('.time-pass'));
    await openAll(page);
    expect(await page.locator('[id="times-CC6.1"] tbody tr').count()).toBe(5);
    expect(await page.evaluate(`document.documentElement.scrollWidth`)).toBe(320);
    expect([await page.locator('script, img').count(), complaints]).toEqual([0, []]);
    await page.emulateMedia({ media: 'print' });
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('asks for nothing but itself, and its style is the one that its policy lets in', async () => {
    const { page, complaints, requests } = await open(findings);
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.tile')).display`)).toBe('flex');
  });

  it('runs nothing of what a repository holds', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const { page, complaints, requests } = await open(
      reportOf([failure('storage-is-private', { message: hostile, subject: hostile, location: at(hostile, 1, 1, 2) })]),
    );
    await openAll(page);
    expect(await page.locator('script, img').count()).toBe(0);
    expect([requests.length, complaints]).toEqual([1, []]);
  });

  it('is used by keyboard: skips to the report, opens what is folded, follows a tile to its criterion', async () => {
    const { page } = await open(findings);
    const focused = () => page.evaluate<string>(`document.activeElement.textContent.replace(/\\s+/g, ' ').trim()`);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the report');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.activeElement.id`)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('CC1.1');

    const body = page.locator('[id="CC6.1"]');
    expect(await body.isVisible()).toBe(false);
    await page.locator('a.tile[href="#CC6.1"]').focus();
    await page.keyboard.press('Enter');
    expect(await body.isVisible()).toBe(true);

    const rule = page.locator('details', { has: page.locator('#rule-actions-are-pinned') });
    await rule.locator('summary').first().focus();
    await page.keyboard.press('Space');
    expect(await page.locator('#rule-actions-are-pinned').isVisible()).toBe(true);
  });

  it('fits a narrow window', async () => {
    const { page } = await open(findings, { viewport: { width: 320, height: 800 } });
    await openAll(page);
    expect(await page.evaluate(`document.documentElement.scrollWidth`)).toBe(320);
  });

  it('prints what is folded, on paper', async () => {
    const { page } = await open(findings);
    await page.emulateMedia({ media: 'print' });
    const { height } = (await page.locator('#rule-storage-is-private').boundingBox())!;
    expect(height).toBeGreaterThan(100);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
