import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { newMember, OWNER_STATE } from './helpers/people';
import { beadWith, expectSaved, openSample } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });
test.describe.configure({ mode: 'serial' });

const RO_TRIP = 'In calatoria spre Saint Petersburg';
const RO_BALL = 'Mai tarziu, Anna o insosteste la bal';

test('an editor confirms, and may not approve the own work', async ({ page }) => {
  await openSample(page, 'ro');
  for (const text of [RO_TRIP, RO_BALL]) {
    await beadWith(page, text).click();
    await page
      .getByRole('complementary')
      .getByRole('button', { name: 'Confirmă, treci mai departe' })
      .click();
    await expect(beadWith(page, text)).toHaveAttribute('data-status', 'confirmed');
  }
  await expectSaved(page);
  await beadWith(page, RO_TRIP).click();
  await expect(page.getByRole('complementary').getByRole('button', { name: 'Aprobă' })).toBeDisabled();
});

test('a reviewer works through the queue from the keyboard, in Romanian, and the corpus comes out', async ({
  page,
  browser,
}) => {
  const path = await openSample(page);
  const projectId = path.split('/')[2];
  const reviewer = await newMember(browser, page, projectId, 'Reviewer', { name: 'Ioana Popescu' });
  const review = reviewer.page;
  await review.goto(`/ro/projects/${projectId}/review?lang=ro`);
  const cards = review.getByTestId('review-card');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText(RO_TRIP);
  await expect(cards.first()).toContainText('On the journey to Saint Petersburg');
  await expectAccessible(review);

  await expect(review.getByRole('link', { name: 'Română (2)' })).toBeVisible();
  await review.keyboard.press('a');
  await expect(cards.first()).toContainText('Aprobat.');
  await expect(review.getByRole('link', { name: 'Română (1)' })).toBeVisible();
  await review.keyboard.press('r');
  const dialog = review.getByRole('dialog', { name: 'Înapoi la editor' });
  await dialog.getByRole('textbox').fill('Numele lui Kitty este scris altfel.');
  await review.keyboard.press('Control+Enter');
  await expect(cards.nth(1)).toContainText('Returnat editorului.');
  await review.keyboard.press('Control+z');
  await expect(cards.nth(1)).not.toContainText('Returnat editorului.');
  await review.keyboard.press('a');
  await expect(cards.nth(1)).toContainText('Aprobat.');
  await expect(review.getByRole('link', { name: 'Română (0)' })).toBeVisible();
  await review.reload();
  await expect(review.getByRole('heading', { name: 'Nimic nu vă așteaptă' })).toBeVisible();

  await review.goto(`/ro${path}`);
  await expect(beadWith(review, RO_TRIP)).toHaveAttribute('data-status', 'approved');

  await review.goto(`/ro${path}/export`);
  await review.getByLabel('Limbi').selectOption({ label: 'Engleză – română' });
  await expect(review.getByText('Fișierul conține 2 unități.')).toBeVisible();
  await expectAccessible(review);
  const download = review.waitForEvent('download');
  await review.getByRole('link', { name: 'Descarcă' }).click();
  const tmx = await readFile(await (await download).path(), 'utf8');
  expect(tmx).toContain('srclang="en"');
  expect(tmx.match(/<tu /g)).toHaveLength(2);
  expect(tmx).toContain(`<tuv xml:lang="ro"><seg>${RO_TRIP}`);
  expect(tmx).not.toContain('Cảm hứng');

  await review.getByLabel('Format').selectOption('tsv');
  await review.getByLabel('Limbi').selectOption('all');
  const second = review.waitForEvent('download');
  await review.getByRole('link', { name: 'Descarcă' }).click();
  const lines = (await readFile(await (await second).path(), 'utf8')).trimEnd().split('\n');
  expect(lines[0].split('\t')).toEqual(expect.arrayContaining(['en', 'ro', 'vi']));
  expect(lines.length).toBeGreaterThan(2);
  await reviewer.close();
});

test('rights go by role and language', async ({ page, browser }) => {
  const path = await openSample(page);
  const projectId = path.split('/')[2];
  const editor = await newMember(browser, page, projectId, 'Editor', {
    langs: ['Vietnamese'],
    name: 'Trần Văn Bình',
  });
  await editor.page.goto(`/vi${path}`);
  await beadWith(editor.page, RO_TRIP).click();
  await expect(
    editor.page.getByRole('complementary').getByRole('button', { name: 'Xác nhận, sang nhóm sau' }),
  ).toHaveCount(0);
  const inspector = editor.page.getByRole('complementary');
  await expect(inspector).toContainText('Bạn chỉ được biên tập tiếng Việt.');
  await editor.page.keyboard.press('Enter');
  await expect(
    editor.page.getByRole('status').filter({ hasText: 'Bạn chỉ được biên tập tiếng Việt.' }),
  ).toHaveCount(1);
  await beadWith(editor.page, 'Xuyên suốt tác phẩm').click();
  await expect(
    editor.page.getByRole('complementary').getByRole('button', { name: 'Xác nhận, sang nhóm sau' }),
  ).toBeEnabled();
  await expect(inspector).not.toContainText('Bạn chỉ được biên tập');
  // The queue is for reviewers: for anybody else the page is not there.
  const response = await editor.page.goto(`/vi/projects/${projectId}/review`);
  expect(response?.status()).toBe(404);
  await editor.close();
});
