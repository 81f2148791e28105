import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { PROBE } from './browserProbe';
import { confirming, jumping, memory, opening, openingAt, scrolling } from './browserSteps';
import type { LargeDocument } from './largeDocument';
import { type Measured, ms, tableWithAims } from './measure';

const PORT = 3232;
const CHECKS_MS = 3000;

/** One editor's tab on a document of fifty thousand beads, in a real Chromium on the production build. */
export async function benchBrowser(large: LargeDocument): Promise<void> {
  const { seeded } = large;
  const server = await large.serve(PORT);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const rows: Measured[] = [];
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const [name, value] = seeded.editors[0]!.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: server.base }]);
    const page = await context.newPage();
    await page.addInitScript(PROBE);
    const url = `${server.base}/en/projects/${seeded.projectId}/documents/${seeded.documentId}`;
    const { ids } = seeded.beads[0]!;
    const wanted = process.env.BENCH_STEPS?.split(',');
    const step = async (name: string, run: () => Promise<Measured[]>): Promise<void> => {
      if (!wanted || wanted.includes(name)) rows.push(...(await run()));
    };
    await step('open', () => opening(page, url));
    await step('open', () => openingAt(page, url, ids[ids.length >> 1]!));
    await step('requests', () =>
      requests(context, page, `${server.base}/api/documents/${seeded.documentId}`),
    );
    await page.goto(url);
    await page.evaluate(`bench.until(bench.readable, 'readable')`);
    await step('scroll', () => scrolling(page));
    await page.goto(url);
    await page.evaluate(`bench.until(bench.readable, 'readable')`);
    await step('jump', () => jumping(page));
    await step('confirm', () => confirming(page));
    await step('memory', () => memory(browser, page));
  } finally {
    // What was measured before something went wrong says much about what.
    const beads = seeded.beads[0]!.ids.length.toLocaleString('en');
    tableWithAims(`One tab, some ${beads} beads in each of 2 translations, embedded database`, rows);
    await browser.close();
    await server.stop();
  }
}

/** What the page asks of the server, by itself; `checks` as long as nobody has asked for them since the last edit. */
async function requests(context: BrowserContext, page: Page, api: string): Promise<Measured[]> {
  await page.goto('about:blank');
  const timed = async (path: string): Promise<{ took: number; bytes: number }> => {
    const start = performance.now();
    const answer = await context.request.get(`${api}/${path}`);
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return { bytes: (await answer.body()).length, took: performance.now() - start };
  };
  const outline = await timed('outline');
  const size = `${(outline.bytes / 1e6).toFixed(1)} MB`;
  const checks = await timed('checks');
  return [
    { name: 'outline, all of it', value: `${ms(outline.took)} ms, ${size} unpacked` },
    {
      ...{ name: 'checks', value: `${ms(checks.took)} ms, ${(checks.bytes / 1e6).toFixed(1)} MB unpacked` },
      ...{ aim: `< ${CHECKS_MS} ms`, isMet: checks.took < CHECKS_MS },
    },
  ];
}
