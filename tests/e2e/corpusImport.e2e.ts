import { expect, test } from '@playwright/test';
import { zipOf } from '../helpers/zipOf';
import { expectAccessible } from './helpers/axe';
import { newProject, OWNER_STATE } from './helpers/people';
import { beads } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });

const tmx = (lang: string, units: readonly (readonly [string, string])[]) =>
  `<tmx version="1.4"><header srclang="en"/><body>${units
    .map(
      ([en, other]) =>
        `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="${lang}"><seg>${other}</seg></tuv></tu>`,
    )
    .join('')}</body></tmx>`;
/** Two chapters in two languages each, a file a pair, and one chapter that has lost its English. */
const CORPUS = zipOf({
  README: 'Please cite.',
  'Chapter 1.en-vi.tmx': tmx('vi', [
    ['Anna came home.', 'Anna về nhà.'],
    ['She wept.', 'Nàng khóc.'],
  ]),
  'Chapter 1.en-ro.tmx': tmx('ro', [['Anna came home. She wept.', 'Anna a venit acasă și a plâns.']]),
  'Chapter 2.en-vi.tmx': tmx('vi', [['Levin mowed.', 'Lê-vin cắt cỏ.']]),
  'Chapter 2.en-ro.tmx': tmx('ro', [['Levin mowed.', 'Levin a cosit.']]),
  'Notes.tsv': 'x',
  'Chapter 3.vi-ro.tmx': tmx('ro', [['Mặt trời lặn.', 'Soarele a apus.']]).replaceAll('"en"', '"vi"'),
});

test('the documents of an archive are looked at, chosen, and imported with all of their languages', async ({
  page,
}) => {
  await newProject(page, 'Corpus');
  await page.getByRole('link', { name: 'Import aligned documents' }).click();
  await page.waitForURL(/\/import$/);
  await expectAccessible(page);
  const base = new URL(page.url()).pathname.replace(/\/import$/, '');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'corpus.zip', mimeType: 'application/zip', buffer: Buffer.from(CORPUS) });
  await expect(page.getByText('3 documents found, 2 of them can be imported')).toBeVisible();
  const list = page.getByRole('region', { name: 'Documents in the files' });
  const row = (title: string) => list.getByRole('row', { name: new RegExp(title) });
  await expect(page.getByText('Notes.tsv:', { exact: false })).toBeVisible();
  await expect(row('Chapter 1')).toContainText('1 remark');
  await expect(row('Chapter 3')).toContainText('reference language');
  await expect(row('Chapter 3').getByRole('checkbox')).toBeDisabled();
  await expectAccessible(page);

  await list.getByRole('button', { name: 'Look at “Chapter 1”' }).click();
  await expect(page.getByRole('heading', { name: '“Chapter 1” in full' })).toBeVisible();
  await expect(page.getByText(/At 1 place the alignments cut the shared text differently/)).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Nàng khóc.' })).toBeVisible();

  await list.getByRole('checkbox', { name: 'Import “Chapter 2”' }).uncheck();
  await page.getByRole('button', { name: 'Import 1 document' }).click();
  await page.waitForURL(new RegExp(`${base}$`));
  await expect(page.getByRole('link', { name: 'Chapter 1' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Chapter 2' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Chapter 1' }).click();
  // Two links with Vietnamese, and one with Romanian.
  await expect(beads(page)).toHaveCount(3);
});
