import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIRequestContext, type BrowserContext, chromium, type Page } from '@playwright/test';
import { ms, quantile, spread, table } from './measure';
import { syntheticPair } from './syntheticText';

const PORT = 3230;
const BASE = `http://127.0.0.1:${PORT}`;
const BEADS = 10_000;
const COMMANDS = 100;

/** The production build on an empty folder, in a real Chromium: import, open, command, export. */
export async function benchApplication(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
  const server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(PORT)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        TRIPTYCH_DATA: data,
        HOST: '127.0.0.1',
        PORT: String(PORT),
        NEXT_TELEMETRY_DISABLED: '1',
      },
    },
  );
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    await untilListening();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    const { path, rows } = await prepare(context, page);
    rows.push(...(await grid(page, path)));
    rows.push(...(await commands(page)));
    rows.push(...(await exports(context.request, path)));
    table(`Application, ${BEADS.toLocaleString('en')} beads, embedded database`, rows);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(data, { recursive: true, force: true });
  }
}

async function untilListening(): Promise<void> {
  for (let k = 0; k < 240; k++) {
    if (
      await fetch(`${BASE}/api/health`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The server under measurement did not start within a minute.');
}

type Rows = [string, string][];

/** Owner, project, document, two texts of 10,000 paragraphs, aligned. */
async function prepare(context: BrowserContext, page: Page): Promise<{ path: string; rows: Rows }> {
  await page.goto(`${BASE}/en/setup`);
  await page.getByLabel('Name').fill('Bench');
  await page.getByLabel('Email address').fill('bench@example.org');
  await page.getByLabel('Password').fill('a password for a bench');
  await page.getByRole('button', { name: "Create the owner's account" }).click();
  await page.getByRole('link', { name: 'Anna Karenina', exact: true }).click();
  await page.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Bench');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/texts$/);
  const path = new URL(page.url()).pathname.replace(/\/texts$/, '');
  const documentId = path.split('/').at(-1);
  const pair = syntheticPair(BEADS);
  const started = performance.now();
  for (const [lang, paragraphs] of [
    ['en', pair.source],
    ['vi', pair.target],
  ] as const) {
    const answer = await context.request.post(`${BASE}/api/documents/${documentId}/texts`, {
      headers: { origin: BASE },
      multipart: {
        lang,
        file: { name: `${lang}.txt`, mimeType: 'text/plain', buffer: Buffer.from(paragraphs.join('\n\n')) },
      },
    });
    if (!answer.ok()) throw new Error(`import of ${lang}: ${await answer.text()}`);
  }
  const imported = performance.now();
  await page.goto(`${BASE}${path}/texts`);
  await page.getByRole('button', { name: /^Realign/ }).waitFor({ timeout: 300_000 });
  return {
    path,
    rows: [
      ['import of both texts', `${ms(imported - started)} ms`],
      ['alignment job, stored', `${ms(performance.now() - imported)} ms`],
    ],
  };
}

/** From the click on the link until the first bead can be read and the keyboard works. */
async function grid(page: Page, path: string): Promise<Rows> {
  const times: number[] = [];
  for (let k = 0; k < 4; k++) {
    await page.goto(`${BASE}/en/projects`);
    const start = performance.now();
    await page.goto(`${BASE}${path}`);
    await page.locator('[data-bead]').first().waitFor();
    if (k > 0) times.push(performance.now() - start);
  }
  const inDom = await page.getByTestId('band').count();
  return [
    ['grid usable after navigation', spread(times)],
    ['rows in the DOM', String(inDom)],
  ];
}

/** From the key until the server has confirmed, in the browser's own clock. */
async function commands(page: Page): Promise<Rows> {
  await page.locator('[data-bead]').first().click();
  // As text: tsx would put helpers of its own into a function, which the page does not have.
  const times = await page.evaluate<number[]>(`(async () => {
    const saved = () => document.querySelector('[data-saving]').getAttribute('data-saving') === 'saved';
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const press = (key) => (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
    const measured = [];
    while (measured.length < ${COMMANDS}) {
      const start = performance.now();
      press('Enter');
      for (let k = 0; saved() && k < 20; k++) await frame();
      const dialog = document.querySelector('dialog[open]'); // a null bead asks for its reason: go on to the next
      if (dialog) { dialog.close(); await frame(); press('ArrowDown'); await frame(); continue; }
      while (!saved()) await frame();
      measured.push(performance.now() - start);
    }
    return measured;
  })()`);
  return [['confirm, key to saved', `p50 ${ms(quantile(times))} ms, p95 ${ms(quantile(times, 0.95))} ms`]];
}

async function exports(request: APIRequestContext, path: string): Promise<Rows> {
  const documentId = path.split('/').at(-1);
  const statuses = 'machine,proposed,confirmed,self-reviewed,approved';
  const rows: Rows = [];
  for (const format of ['tmx', 'tsv']) {
    const start = performance.now();
    const answer = await request.get(
      `${BASE}/api/documents/${documentId}/export?format=${format}&lang=vi&statuses=${statuses}`,
    );
    const bytes = (await answer.body()).length;
    const seconds = (performance.now() - start) / 1000;
    const rate = `${(bytes / 1e6 / seconds).toFixed(1)} MB/s, ${Math.round(BEADS / seconds).toLocaleString('en')} beads/s`;
    rows.push([`export as ${format}`, `${rate} (${(bytes / 1e6).toFixed(1)} MB)`]);
  }
  return rows;
}
