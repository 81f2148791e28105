import { expect, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { newMember, newProject, OWNER_STATE } from './helpers/people';
import { openSample } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });

test('a word is found in all languages, without its diacritics, and leads to its bead', async ({ page }) => {
  const path = await openSample(page);
  await page.goto(path.replace(/\/documents\/.*/, '').replace(/^/, '/en'));
  await page.getByRole('main').getByRole('link', { name: 'Find', exact: true }).click();
  const field = page.getByRole('searchbox', { name: 'Search for' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('heading', { name: 'What are you looking for?' })).toBeVisible();

  await page.keyboard.type('calatoria');
  await page.keyboard.press('Enter');
  const hits = page.getByTestId('hit');
  await expect(hits).not.toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /found/ })).toBeVisible();
  await expect(hits.first().locator('mark')).toHaveText(/c[aă]l[aă]toria/i);
  await expect(hits.first().getByText('English', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/q=calatoria/);
  await expectAccessible(page);

  await hits.first().getByRole('link', { name: 'Open in Anna Karenina' }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}\?.*bead=[0-9a-f-]{36}/);
  await page.goBack();
  await expect(hits.first()).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('calatoria');
});

test('options, nothing found and a wrong pattern, in Romanian', async ({ page }) => {
  const path = await openSample(page);
  const find = `/ro${path.replace(/\/documents\/.*/, '/find')}`;
  await page.goto(find);
  await page.getByRole('searchbox').fill('Anna');
  await page.getByLabel('Limba', { exact: true }).selectOption({ label: 'Vietnameză' });
  await page.getByRole('button', { name: 'Caută' }).click();
  await expect(page.getByTestId('hit').first().locator('mark')).toHaveText('Anna');
  await expect(page.getByTestId('hit').first().locator('p[lang]').first()).toHaveAttribute('lang', 'vi');

  await page.getByRole('searchbox').fill('xyzzy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nu s-a găsit nimic' })).toBeVisible();

  await page.getByRole('searchbox').fill('(');
  await page.getByLabel('Mod', { exact: true }).selectOption('regex');
  await page.getByRole('button', { name: 'Caută' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Modelul de căutare nu este valid' })).toBeVisible();
  await expectAccessible(page);
});

test("another project's texts are not found, and its page is not there", async ({ page, browser }) => {
  const path = await openSample(page);
  const projectId = path.split('/')[2];
  const other = await newProject(page, `Elsewhere ${crypto.randomUUID()}`);
  const stranger = await newMember(browser, page, other, 'Editor');
  const response = await stranger.page.goto(`/en/projects/${projectId}/find?q=anna`);
  expect(response?.status()).toBe(404);
  await stranger.page.goto(`/en/projects/${other}/find?q=anna`);
  await expect(stranger.page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await stranger.close();
});
