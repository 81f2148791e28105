import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from './helpers/axe';
import { newProject, OWNER_STATE } from './helpers/people';
import { beads, beadWith, expectSaved, openSample } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });

/** Clicks the link, and waits for the file. */
async function download(page: Page, link: string): Promise<Buffer> {
  const begins = page.waitForEvent('download');
  await page.getByRole('link', { name: link, exact: true }).click();
  return readFile(await (await begins).path());
}

async function takeAllStatuses(page: Page): Promise<void> {
  for (const status of ['Self-reviewed', 'Confirmed', 'Proposed', 'Machine'])
    await page.getByLabel(status, { exact: true }).check();
}

/** What the page says the file holds. */
async function unitsTold(page: Page): Promise<number> {
  const told = page.getByText(/^The file holds [\d,]+ units?\.$/);
  await expect(told).toBeVisible();
  return Number((await told.textContent())!.replace(/\D/g, ''));
}

/** A document with these units in the project whose page is open. @returns the path of its workbench. */
async function importTable(page: Page, projectId: string, title: string, lines: string[]): Promise<string> {
  await page.goto(`/en/projects/${projectId}`);
  await page.getByRole('button', { name: 'New document' }).first().click();
  await page.getByRole('dialog').getByLabel('Title').fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/texts$/);
  await page.goto(`${page.url()}/aligned`);
  const buffer = Buffer.from(['en\tvi\tro', ...lines].join('\n'));
  const file = { name: 'book.tsv', mimeType: 'text/plain', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Accept and import' }).click();
  await expect(beads(page).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

const HOME = ['Anna came home.\tAnna về nhà.\tAnna a venit acasă.', 'She wept.\tNàng khóc.\tA plâns.'];
const FIELD = ['Levin mowed.\tLê-vin cắt cỏ.\tLevin a cosit.', 'The sun set.\tMặt trời lặn.\t'];

test('the sample is exported: the file holds what the preview says, and has the checksum of the manifest', async ({
  page,
}) => {
  const path = await openSample(page);
  await page.goto(`/en${path}/export`);
  await page.getByLabel('Languages').selectOption({ label: 'English – Vietnamese' });
  await expect(page.getByText('The file would be empty.')).toBeVisible();
  await page.getByRole('button', { name: 'Take beads of every status' }).click();
  await page.getByLabel('Language tags with region (vi-VN)').check();
  await expect(page.getByText(/^The file holds/)).toBeVisible();
  // What is chosen stands in the address.
  await page.reload();
  await expect(page.getByLabel('Languages')).toHaveValue('vi');
  await expect(page.getByLabel('Machine', { exact: true })).toBeChecked();
  await expect(page.getByLabel('Language tags with region (vi-VN)')).toBeChecked();
  await page.getByLabel('With status and confidence').check();
  const begins = page.locator('figure pre');
  await expect(begins).toContainText('xml:lang="vi-VN"');
  await expect(begins).toContainText('<prop type="x-status">');
  const told = await unitsTold(page);
  const shown = (await begins.textContent())!.match(/<tu [\s\S]*?<\/tu>/g)!;
  await expectAccessible(page);

  const file = await download(page, 'Download');
  const units = file.toString('utf8').match(/<tu [\s\S]*?<\/tu>/g)!;
  expect(units).toHaveLength(told);
  expect(units.slice(0, shown.length)).toEqual(shown);
  expect(file.toString('utf8')).not.toContain('creationdate="1970');
  const manifest = JSON.parse((await download(page, 'Manifest (JSON)')).toString('utf8'));
  expect(manifest).toMatchObject({ exported: told, langs: ['en', 'vi'] });
  expect(manifest.file.sha256).toBe(createHash('sha256').update(file).digest('hex'));
});

test('two documents of a project are exported together, apart, and as Vietnamese beside Romanian', async ({
  page,
}) => {
  const projectId = await newProject(page, 'Exported');
  await importTable(page, projectId, 'Home', HOME);
  await importTable(page, projectId, 'Field', FIELD);
  await page.goto(`/en/projects/${projectId}`);
  await page.getByRole('link', { name: 'Export' }).click();
  await page.waitForURL(/\/export$/);
  await takeAllStatuses(page);
  await page.getByLabel('Format').selectOption({ label: 'TSV' });
  await expect(page.getByText('The file holds 4 units.')).toBeVisible();
  await expectAccessible(page);
  const rows = (await download(page, 'Download')).toString('utf8').trimEnd().split('\n');
  const column = rows[0].split('\t').indexOf('document');
  expect(rows.slice(1).map((row) => row.split('\t')[column])).toEqual(['Home', 'Home', 'Field', 'Field']);

  await page.getByLabel('A file for each document, in a zip').check();
  await expect(page.getByText('2 files in a zip')).toBeVisible();
  const files = unzipSync(await download(page, 'Download'));
  expect(Object.keys(files)).toHaveLength(3);
  const manifests = JSON.parse(strFromU8(files['manifest.json']));
  for (const { file } of manifests)
    expect(createHash('sha256').update(files[file.name]).digest('hex')).toBe(file.sha256);
  await page.getByLabel('A file for each document, in a zip').uncheck();

  await page.getByRole('checkbox', { name: 'Home' }).uncheck();
  await expect(page.getByText('The file holds 2 units.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Home' }).check();
  await page.getByLabel('Languages').selectOption({ label: 'Vietnamese – Romanian, joined over English' });
  // The sun sets in Vietnamese only.
  await expect(page.getByText('The file holds 3 units.')).toBeVisible();
  await expect(page.locator('figure pre')).toContainText('Anna về nhà.');
  const derived = (await download(page, 'Download')).toString('utf8');
  expect(derived).toContain('Anna về nhà.\tAnna a venit acasă.');
  const [head, first] = derived.split('\n').map((row) => row.split('\t'));
  expect(first[head.indexOf('derived')]).toBe('en');
  const manifest = JSON.parse((await download(page, 'Manifest (JSON)')).toString('utf8'));
  expect(manifest).toMatchObject({ derivedOver: 'en', langs: ['vi', 'ro'], exported: 3 });
});

test('a bundle takes a document into another project, with what was done and said in it', async ({
  page,
}) => {
  const from = await newProject(page, 'From here');
  const path = await importTable(page, from, 'Home', HOME);
  const details = page.getByRole('complementary');
  await beadWith(page, 'Nàng khóc').click();
  await details.getByRole('button', { name: 'Confirm, go to next' }).click();
  await beadWith(page, 'Nàng khóc').click();
  await page.keyboard.press('Alt+c');
  await page.getByRole('dialog').getByRole('textbox').fill('Is it “nàng” or “cô”?');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  const count = await beads(page).count();

  await page.goto(`${path}/export`);
  const bundle = await download(page, 'Bundle (.triptych)');

  await newProject(page, 'To there');
  await page.getByRole('link', { name: 'From a bundle' }).click();
  const choose = (buffer: Buffer) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'home.triptych', mimeType: 'application/zip', buffer });
  await choose(bundle.subarray(0, bundle.length - 200));
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be taken in' })).toBeVisible();
  await choose(bundle);
  const shown = page.getByRole('region', { name: 'Home' });
  await expect(shown.getByText('every row fit together')).toBeVisible();
  await expect(shown.getByText('1 comment')).toBeVisible();
  await expect(shown.getByRole('row', { name: /Vietnamese/ })).toContainText('Confirmed 1');
  await expect(shown.getByText('known here by the same address')).toBeVisible();
  await expectAccessible(page);
  await shown.getByLabel('Title here').fill('Home, moved');
  await shown.getByRole('button', { name: 'Bring in' }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  expect(new URL(page.url()).pathname).not.toBe(path);
  await expect(beads(page)).toHaveCount(count);
  await expect(beadWith(page, 'Nàng khóc')).toHaveAttribute('data-status', 'confirmed');
  await beadWith(page, 'Nàng khóc').click();
  await expect(details.getByText('Is it “nàng” or “cô”?')).toBeVisible();
  await expect(details.getByRole('region', { name: 'History' })).toContainText('confirmed');
});
