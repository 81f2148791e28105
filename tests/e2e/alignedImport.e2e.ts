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

test('an alignment from a file takes the place of the one that is there, and is undone', async ({ page }) => {
  await openAlignedImport(page, 'Attached');
  const table = 'en\tvi\nAnna came home.\tAnna về nhà.\nShe wept.\tNàng khóc.\nThe sun set.\tMặt trời lặn.\n';
  await page.locator('input[type=file]').setInputFiles(file('book.tsv', table));
  await page.getByRole('button', { name: 'Accept and import' }).click();
  await expect(beads(page)).toHaveCount(3);
  const base = new URL(page.url()).pathname;

  await page.goto(`${base}/texts`);
  await page.getByRole('link', { name: 'Take the alignment of Vietnamese from a file' }).click();
  // Three lines on either side: only a person knows which text stands first.
  await page.locator('input[type=file]').setInputFiles(file('book.ladder', '0\t0\n2\t1\n3\t3\n'));
  await page
    .getByRole('group', { name: 'The text that stands first in its links' })
    .getByRole('button', { name: 'English' })
    .click();
  await expect(page.getByText('2 beads would come in the place of 3')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Accept and replace' }).click();
  await expect(beads(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(beads(page)).toHaveCount(3);
});

test('a table that drifts is told before it is stored', async ({ page }) => {
  await openAlignedImport(page, 'Drifting');
  const words = (k: number) => 1 + ((k * 7919) % 23);
  const rows = Array.from({ length: 120 }, (_, k) => ['word '.repeat(words(k)), 'từ nào '.repeat(words(k))]);
  const slipped = rows.map(([en], k) => `${en}${k}.\t${k < 60 ? rows[k][1] : rows[k - 1][1]}${k}.`);
  await page.locator('input[type=file]').setInputFiles(file('drift.tsv', `en\tvi\n${slipped.join('\n')}\n`));
  await expect(page.getByText(/vi drifts from unit \d+ to 120/)).toBeVisible();
  await expect(page.getByRole('img', { name: /vi beside en/ })).toBeVisible();
  // The list and the curve name the same unit, and it can be looked at.
  const [, unit = ''] =
    /from unit (\d+)/.exec((await page.getByText(/vi drifts from unit/).textContent()) ?? '') ?? [];
  await expect(page.getByText(`The marked stretch begins at unit ${unit}.`)).toBeVisible();
  await page.getByText(`Look at the texts from unit ${unit} on`).click();
  const place = page.getByRole('region', { name: `The texts around unit ${unit}` });
  await expect(place.getByRole('rowheader', { name: unit, exact: true })).toBeVisible();
  await expectAccessible(page);
});
