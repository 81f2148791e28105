import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { newProject, OWNER_STATE } from './helpers/people';
import { beads } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });

const TABLE = [
  'id\ten\tvi\tro\tstatus\treason',
  '1\tAnna came home.\tAnna về nhà.\tAnna a venit acasă.\tapproved\t',
  '2\tShe wept.\t\tA plâns.\tconfirmed\tomitted',
  '3\tLevin mowed.\tLê-vin cắt cỏ.\t\tmachine\t',
].join('\n');
const file = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

/** The page for aligned texts of a new document without any. */
async function openAlignedImport(page: Page, project: string): Promise<void> {
  await newProject(page, project);
  await page.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Chapter 1');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/texts$/);
  await page.getByRole('link', { name: 'Import texts that are aligned already' }).click();
  await page.waitForURL(/\/texts\/aligned$/);
}

test('a table goes in with its alignment, and comes out as XLIFF and back', async ({ page }) => {
  await openAlignedImport(page, 'Aligned');
  await expectAccessible(page);
  await page.locator('input[type=file]').setInputFiles(file('book.tsv', TABLE));
  await expect(page.getByText('TSV, utf-8: 3 units')).toBeVisible();
  await expect(page.getByLabel('vi is')).toHaveValue('vi');
  await expect(page.getByRole('cell', { name: 'Anna về nhà.' })).toBeVisible();
  await expectAccessible(page);
  // Without the reference there is nothing to accept.
  await page.getByLabel('en is').selectOption({ label: 'left out' });
  await expect(page.getByRole('button', { name: 'Accept and import' })).toBeDisabled();
  await page.getByLabel('en is').selectOption({ label: 'English' });
  await page.getByRole('button', { name: 'Accept and import' }).click();
  await expect(beads(page).first()).toBeVisible();
  const base = new URL(page.url()).pathname;

  await page.goto(`${base}/export`);
  await page.getByLabel('Format').selectOption({ label: 'XLIFF 2.1' });
  await expect(page.getByLabel('Languages')).not.toHaveValue('all');
  for (const status of ['Confirmed', 'Machine']) await page.getByLabel(status, { exact: true }).check();
  await expect(page.getByText(/The file holds \d units?/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download', exact: true }).click();
  const exported = readFileSync(await (await download).path(), 'utf8');
  expect(exported).toContain('<source>Anna came home.</source>');

  await openAlignedImport(page, 'Aligned again');
  await page.locator('input[type=file]').setInputFiles(file('book.xlf', exported));
  await expect(page.getByText(/XLIFF 2\.1, utf-8: \d units?/)).toBeVisible();
});

test('files that do not belong together are refused, with their numbers', async ({ page }) => {
  await openAlignedImport(page, 'Refused');
  await page.locator('input[type=file]').setInputFiles([file('c.en', 'One\nTwo\n'), file('c.vi', 'Một\n')]);
  await expect(page.getByText('c.en has 2 lines, c.vi has 1.', { exact: false })).toBeVisible();
});
