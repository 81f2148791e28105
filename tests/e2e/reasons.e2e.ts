import { expect, test } from '@playwright/test';
import { OWNER_STATE } from './helpers/people';
import { beads, beadWith, expectSaved, openSample } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });

test('reasons follow the words, and a connection that comes back', async ({ page, context }) => {
  await openSample(page);
  const why = page.getByRole('complementary').getByRole('region', { name: 'Why', exact: true });
  const bead = beadWith(page, 'Xuyên suốt tác phẩm');
  await bead.click();
  await expect(why).toContainText('letters against');
  const before = await why.getByText('letters against').textContent();

  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type(' Thêm vài chữ ở cuối câu này cho dài hơn.');
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await expect(why).toContainText('letters against');
  await expect.poll(() => why.getByText('letters against').textContent()).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => why.getByText('letters against').textContent()).toBe(before);
  await expectSaved(page);

  await context.setOffline(true);
  await beads(page).first().click();
  await expect(why.getByRole('button', { name: 'Try again' })).toBeVisible();
  await context.setOffline(false);
  await expect(why.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(why).toContainText('letters against');
});
