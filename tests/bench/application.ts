import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type APIRequestContext, type BrowserContext, chromium, type Page } from '@playwright/test';
import { ms, table } from './measure';
import { startServer } from './startServer';
import { syntheticPair } from './syntheticText';

const PORT = 3230;
const BASE = `http://127.0.0.1:${PORT}`;
const BEADS = 10_000;

/** The production build on an empty folder: import, alignment, export. For the grid see browser.ts. */
export async function benchApplication(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
  const { stop } = await startServer({ port: PORT, env: { TRIPTYCH_DATA: data } });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    const { path, rows } = await prepare(context, page);
    rows.push(...(await exports(context.request, path)));
    table(`Application, ${BEADS.toLocaleString('en')} beads, embedded database`, rows);
  } finally {
    await browser.close();
    await stop();
    rmSync(data, { recursive: true, force: true });
  }
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
