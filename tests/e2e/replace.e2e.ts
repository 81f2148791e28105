import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { newProject, OWNER_STATE } from './helpers/people';
import { beads, beadWith, expectSaved } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });

const sample = (lang: string) => `db/samples/anna-karenina/${lang}.txt`;
const pick = (page: Page, buffer: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'vi-2.txt', mimeType: 'text/plain', buffer: Buffer.from(buffer) });

/** A document with the English and the Vietnamese sample, aligned. @returns its path. */
async function alignedDocument(page: Page): Promise<string> {
  const projectId = await newProject(page, 'Corrected texts');
  await page.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Chapter 1');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(new RegExp(`/projects/${projectId}/documents/[0-9a-f-]{36}/texts$`));
  const texts = new URL(page.url()).pathname;
  for (const lang of ['en', 'vi']) {
    await page.goto(`${texts}/import`);
    await page.locator('input[type=file]').setInputFiles(sample(lang));
    await page.getByRole('button', { name: 'Accept and import' }).click();
    await page.waitForURL(new RegExp(`${texts}$`));
  }
  await expect(page.getByRole('button', { name: 'Realign Vietnamese' })).toBeVisible({ timeout: 30_000 });
  return texts.replace(/\/texts$/, '');
}

test('a corrected file takes the place of a text, and what reads otherwise is looked at again', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const path = await alignedDocument(page);
  await page.goto(path);
  await expect(beads(page).first()).toBeVisible();
  for (const words of ['Xuyên suốt tác phẩm']) {
    await beadWith(page, words).first().click();
    await page.keyboard.press('Enter');
  }
  await expectSaved(page);
  const vi = await readFile(sample('vi'), 'utf8');
  const changed = vi.replace('Xuyên suốt tác phẩm', 'Trong suốt cả tác phẩm');
  expect(changed).not.toBe(vi);

  await page.goto(`${path}/texts`);
  await page.getByRole('link', { name: 'Replace the text in Vietnamese with a corrected file' }).click();
  await expectAccessible(page);
  await pick(page, vi);
  await expect(page.getByText('There is nothing to replace')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replace the text' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Choose another file' }).click();

  // Somebody has the document open meanwhile.
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(path);
  await expect(beadWith(elsewhere, 'Xuyên suốt tác phẩm').first()).toBeVisible();

  await pick(page, changed);
  await expect(page.getByRole('heading', { name: '1 paragraph differs' })).toBeFocused();
  await expect(page.locator('ins')).toHaveText(['Trong', 'cả ']);
  await expect(page.getByText('1 of the beads to look at again has been confirmed')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Replace the text' }).click();

  await page.waitForURL(/status=stale/);
  await expect(beadWith(page, 'Trong suốt cả tác phẩm')).toBeVisible();
  await expect(beads(page)).toHaveCount(1);
  await expect(beadWith(elsewhere, 'Trong suốt cả tác phẩm')).toBeVisible();
  await beads(page).first().click();
  await page.keyboard.press('Control+z');
  await expect(beadWith(elsewhere, 'Xuyên suốt tác phẩm').first()).toBeVisible();
  await elsewhere.close();
  // Nothing is to be looked at again any more.
  await expect(beads(page)).toHaveCount(0);
  await expect(page.getByRole('grid')).toBeVisible();
  await page.goto(path);
  await expect(beadWith(page, 'Xuyên suốt tác phẩm').first()).toBeVisible();
  await expect(beadWith(page, 'Trong suốt cả')).toHaveCount(0);
});
