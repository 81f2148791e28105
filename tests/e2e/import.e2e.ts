import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { newProject, OWNER_STATE } from './helpers/people';
import { beads, beadWith } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });

const fixture = (name: string) => `tests/fixtures/texts/${name}`;
const sample = (lang: string) => `db/samples/anna-karenina/${lang}.txt`;

/** A document without texts in a project of its own. @returns the path of its texts page. */
async function newDocument(page: Page, project: string): Promise<string> {
  const projectId = await newProject(page, project);
  await page.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Chapter 1');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(new RegExp(`/projects/${projectId}/documents/[0-9a-f-]{36}/texts$`));
  return new URL(page.url()).pathname;
}

const pick = (page: Page, file: string) => page.locator('input[type=file]').setInputFiles(file);

test('two files go in, are looked at, accepted and aligned at once', async ({ page }) => {
  const texts = await newDocument(page, 'Import');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Import English' }).click();
  await expectAccessible(page);
  await pick(page, sample('en'));
  await expect(page.getByText('16 paragraphs', { exact: false })).toBeVisible();
  await expect(page.getByText(/Detected: English/)).toBeVisible();
  await expect(
    page.getByText('On the journey to Saint Petersburg, Anna meets Countess Vronskaya', { exact: false }),
  ).toBeVisible();
  await expectAccessible(page);
  // Nothing is stored by looking.
  await page.goto(texts);
  await expect(page.getByText('No English text yet')).toBeVisible();
  for (const lang of ['en', 'vi']) {
    await page.goto(`${texts}/import`);
    await pick(page, sample(lang));
    await page.getByRole('button', { name: 'Accept and import' }).click();
    await page.waitForURL(new RegExp(`${texts}$`));
  }
  await expect(page.getByRole('button', { name: 'Realign Vietnamese' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Import', exact: true }).first().click();
  await expect(page.getByRole('main')).toContainText('Vietnamese: 0 of');
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Chapter 1' }).click();
  await expect(beads(page).first()).toBeVisible();
  await expect(beadWith(page, 'Xuyên suốt tác phẩm')).toContainText('2–1');
});

test('old encodings are recognised and can be overruled; text can be pasted', async ({ page }) => {
  const texts = await newDocument(page, 'Encodings');
  await page.goto(`${texts}/import`);
  await pick(page, fixture('vi-windows-1258.txt'));
  await expect(page.getByLabel('Encoding')).toHaveValue('windows-1258');
  await expect(page.getByLabel('Language', { exact: true })).toHaveValue('vi');
  await page.getByRole('button', { name: 'Choose another' }).click();
  await page
    .getByLabel('Text', { exact: true })
    .fill(
      'Povestea incepe in momentul in care Daria descopera adevarul.\n\nAtunci, Stiva apeleaza la ajutorul surorii sale.',
    );
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText('2 paragraphs', { exact: false })).toBeVisible();
  await expect(page.getByText(/Detected: Romanian/)).toBeVisible();
});

test('bad files are refused with the place, and nothing is stored', async ({ page }) => {
  const texts = await newDocument(page, 'Bad input');
  for (const [file, sentence] of [
    ['empty.txt', 'There is no text in this file.'],
    ['picture.txt', 'This is a PNG picture'],
    ['cut-off.docx', 'The Word file is broken'],
    ['broken-xml.docx', 'The Word file is broken: its part'],
    ['real/libreoffice-password.pdf', 'The PDF is locked'],
  ]) {
    await page.goto(`${texts}/import`);
    await pick(page, fixture(file));
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  }
  // A file that goes in by another door leads there.
  await page.goto(`${texts}/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'memory.tmx', mimeType: 'text/xml', buffer: Buffer.from('<tmx version="1.4"/>') });
  await page.getByRole('alert').getByRole('link', { name: 'Import texts that are aligned already' }).click();
  await page.waitForURL(/\/texts\/aligned$/);
  await pick(page, fixture('real/pandoc-ro-3.epub'));
  await page.getByRole('alert').getByRole('link', { name: 'Import a text' }).click();
  await page.waitForURL(/\/texts\/import$/);
  // What may help is offered with the refusal.
  await page.goto(`${texts}/import`);
  await pick(page, fixture('damaged-utf-8.txt'));
  await expect(page.getByRole('alert').filter({ hasText: 'Choose another encoding' })).toBeVisible();
  await page.getByLabel('Encoding').selectOption('iso-8859-2');
  await expect(page.getByRole('button', { name: 'Accept and import' })).toBeVisible();
  await page.goto(texts);
  await expect(page.getByText('No English text yet')).toBeVisible();
});

test('a book is read by chapters, each into a document of its own', async ({ page }) => {
  const texts = await newDocument(page, 'Book');
  await page.goto(`${texts}/import`);
  await pick(page, fixture('real/pandoc-ro-3.epub'));
  const chapters = page.getByRole('region', { name: 'Chapters' });
  await expect(chapters).toContainText('4 of 4 chapters chosen');
  await expect(chapters.getByRole('checkbox', { name: /Capitolul întâi: Țărmul/ })).toBeChecked();
  await chapters.getByRole('checkbox', { name: /^Însemnări de la marginea apei/ }).uncheck();
  await chapters.getByRole('checkbox', { name: /Partea a doua/ }).uncheck();
  await chapters.getByRole('button', { name: 'Show the chosen chapters' }).click();
  await expect(page.getByText('14 paragraphs', { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Where the chapters go').selectOption('chapters');
  await page.getByRole('button', { name: 'Accept and import' }).click();
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('main')).toContainText('Capitolul întâi: Țărmul');
  await expect(page.getByRole('main')).toContainText('Capitolul al doilea: Întoarcerea');
});

test('text of an old font is converted when somebody says so, and not before', async ({ page }) => {
  const texts = await newDocument(page, 'Old font');
  await page.goto(`${texts}/import`);
  const mojibake = 'Tõ ngµy t\u00ad lÖnh vÒ n\u00adíc, ng\u00adêi d©n ë Hµ Néi vÉn nhí nh÷ng ®ªm m\u00ada.';
  await page.getByLabel('Text', { exact: true }).fill(mojibake);
  await page.getByRole('button', { name: 'Preview' }).click();
  const shown = page.getByRole('region', { name: 'Paragraphs and their sentences' });
  await expect(shown).toContainText('Hµ Néi');
  await expect(page.getByText('Is this text typed in an old font?')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Convert to Unicode' }).click();
  await expect(shown).toContainText('Từ ngày tư lệnh về nước, người dân ở Hà Nội vẫn nhớ những đêm mưa.');
  await page.getByRole('button', { name: 'Leave as it is' }).click();
  await expect(shown).toContainText('Hµ Néi');
});
