import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { openDeclaration } from './helpers/declaration';
import { newMember, OWNER_STATE } from './helpers/people';
import { beads, expectSaved, focused } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });
test.describe.configure({ mode: 'serial', timeout: 150_000 });

const byId = (page: Page, id: string | null) => page.locator(`[data-bead="${id}"]`);

test('two people see where the other is and what the other does, within a second', async ({
  page,
  browser,
}) => {
  const { path, projectId } = await openDeclaration(page, 'Together');
  const ion = await newMember(browser, page, projectId, 'Editor', { name: 'Ion Ionescu' });
  await ion.page.goto(path);
  await expect(beads(ion.page).first()).toBeVisible();
  await page.goto(path);
  await expect(beads(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const id = await focused(page).getAttribute('data-bead');

  await expect(byId(ion.page, id)).toContainText('Nguyễn Thị Lan');
  await expect(ion.page.getByRole('list', { name: 'Also here' })).toContainText('NL');
  await expectAccessible(ion.page);
  await page.keyboard.press('Enter');
  await expect(byId(ion.page, id)).toHaveAttribute('data-status', 'confirmed', { timeout: 2000 });

  // Both at one bead: Ion loses the connection and joins it meanwhile; nobody's work vanishes.
  const third = await beads(page).nth(3).getAttribute('data-bead');
  await ion.page.context().setOffline(true);
  await byId(ion.page, third).click();
  await ion.page.keyboard.press('Alt+j');
  await expect(ion.page.locator('[data-saving="offline"]')).toContainText('1 edit waits');
  await byId(page, third).click();
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await ion.page.context().setOffline(false);
  const refusals = ion.page.getByTestId('refusals');
  await expect(refusals).toContainText('Join with previous', { timeout: 20_000 });
  await expect(refusals).toContainText('Nguyễn Thị Lan');
  await expect(byId(ion.page, third)).toHaveAttribute('data-status', 'confirmed');
  await expectAccessible(ion.page);
  await refusals.getByRole('button', { name: 'Do mine on top' }).click();
  await expect(refusals).toHaveCount(0);
  await expect(byId(page, third)).toHaveCount(0, { timeout: 5000 });
  await ion.close();
});

test('edits that wait for a connection outlive the page', async ({ page, context }) => {
  await page.goto('/en/projects');
  await page.getByRole('link', { name: 'Together', exact: true }).click();
  await page.getByRole('link', { name: 'Declaration', exact: true }).click();
  await expect(beads(page).first()).toBeVisible();
  const bead = page.locator('[data-bead][data-status="machine"]').first();
  const id = await bead.getAttribute('data-bead');
  await page.route('**/edits', (route) => route.abort());
  await bead.click();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-saving="offline"]')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  const url = page.url();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(url);
  await expectSaved(again);
  await again.reload();
  await expect(byId(again, id)).toHaveAttribute('data-status', 'confirmed');
});
