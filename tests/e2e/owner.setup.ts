import { expect, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { OWNER, OWNER_STATE } from './helpers/people';

test('the first visitor from this machine becomes the owner', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/en\/setup$/);
  await expect(page.getByRole('heading', { name: 'Welcome to Triptych' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Name').fill(OWNER.name);
  await page.getByLabel('Email address').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: "Create the owner's account" }).click();

  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
  await page.context().storageState({ path: OWNER_STATE });

  await page.context().clearCookies();
  await page.goto('/en/setup');
  await expect(page).toHaveURL(/\/en\/sign-in$/);
});
