import { expect, type Locator, type Page } from '@playwright/test';

/** The sample's document, opened in the workbench of the given language of the interface. @returns its path without locale. */
export async function openSample(page: Page, locale = 'en'): Promise<string> {
  await page.goto('/en/projects');
  await page.getByRole('link', { name: 'Anna Karenina', exact: true }).click();
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  await page.getByRole('main').getByRole('link', { name: 'Anna Karenina', exact: true }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
  const path = new URL(page.url()).pathname.replace(/^\/en/, '');
  await page.goto(`/${locale}${path}`);
  await expect(beads(page).first()).toBeVisible();
  return path;
}

export const beads = (page: Page): Locator => page.locator('[data-bead]');

/** The bead with this text in it. */
export const beadWith = (page: Page, text: string | RegExp): Locator => beads(page).filter({ hasText: text });

/** Everything has reached the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();
}

/** The bead that the keyboard is on. */
export const focused = (page: Page): Locator => page.locator('[data-bead]:focus');
