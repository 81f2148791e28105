import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { alignment, openDeclaration } from './helpers/declaration';
import { OWNER, OWNER_STATE, signIn } from './helpers/people';
import { beads, expectSaved, focused } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });
// One document, worked on from the first test to the last.
test.describe.configure({ mode: 'serial', timeout: 150_000 });

let path: string;
const open = async (page: Page) => {
  await page.goto(path);
  await expect(beads(page).first()).toBeVisible();
};
const step = async (page: Page, times: number) => {
  for (let k = 0; k < times; k++) await page.keyboard.press('ArrowDown');
};

test('a drift of fifty rows is mended by one mark', async ({ page }) => {
  ({ path } = await openDeclaration(page, 'Drift'));
  const before = await alignment(page, path);
  await step(page, 4);
  const first = await focused(page).getAttribute('data-bead');
  await page.keyboard.press('Alt+PageDown');
  const dialog = page.getByRole('dialog', { name: 'Shift translations along the run' });
  await expect(dialog).toContainText(/Changes \d\d beads up to the next confirmed one/);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await expect(focused(page)).toContainText('No counterpart');
  const drifted = await alignment(page, path);
  expect(drifted).not.toBe(before);
  const [was, is] = [before, drifted].map((one) => new Set(one.split('|')[1]!.split(',')));
  expect([...was!].filter((end) => !is!.has(end)).length + 40).toBeGreaterThan(40);

  // First gesture: the sentence here. Second one: its paragraph, one row further down.
  await page.keyboard.press('Space');
  await expect(page.getByTestId('suggestion')).toContainText('A sentence is marked');
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect.poll(() => alignment(page, path)).toBe(before);
  await expect(focused(page)).not.toContainText('No counterpart');
  expect(first).toBeTruthy();
});

test('undo takes a mark and a shift back on another device, redo brings them again', async ({
  page,
  browser,
}) => {
  await open(page);
  const mended = await alignment(page, path);
  const other = await browser.newContext({ storageState: undefined });
  const device = await other.newPage();
  await signIn(device, OWNER);
  await open(device);
  await device.keyboard.press('Control+z');
  await expect.poll(() => alignment(page, path)).not.toBe(mended);
  const drifted = await alignment(page, path);
  await device.keyboard.press('Control+z');
  await expect.poll(() => alignment(page, path)).not.toBe(drifted);
  expect(await alignment(page, path)).toBe(mended);
  await device.keyboard.press('Control+Shift+z');
  await expect.poll(() => alignment(page, path)).toBe(drifted);
  await device.keyboard.press('Control+Shift+z');
  await expect.poll(() => alignment(page, path)).toBe(mended);
  await other.close();
});

test('a suggestion stands in the grid as ghosts: one is taken, the rest is left', async ({ page }) => {
  await open(page);
  const good = await alignment(page, path);
  // A mark that is wrong: the engine draws around it what it would never have drawn itself.
  await step(page, 6);
  await page.keyboard.press('Space');
  await step(page, 2);
  await page.keyboard.press('Space');
  await expect.poll(() => alignment(page, path)).not.toBe(good);
  await page.keyboard.press('Alt+r');
  await expect(page.getByTestId('suggestion')).toContainText('Suggestion');
  await expect(page.locator('[data-ghost]').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-ghost]')).toHaveCount(0);
  expect(await alignment(page, path)).not.toBe(good);
  await page.keyboard.press('Alt+r');
  await expect(page.locator('[data-ghost]:focus')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(focused(page)).toBeVisible();
  if (await page.getByTestId('suggestion').count()) await page.keyboard.press('Shift+Tab');
  await expect(page.getByTestId('suggestion')).toHaveCount(0);
  await expect.poll(() => alignment(page, path)).toBe(good);
});

test('a sentence is dragged to the paragraph next door, with its place shown before', async ({ page }) => {
  await open(page);
  const before = await alignment(page, path);
  const handle = (await page.getByTestId('sentence').first().boundingBox())!;
  const target = (await beads(page).nth(1).boundingBox())!;
  await page.mouse.move(handle.x + 20, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(target.x + 80, target.y + 20, { steps: 6 });
  await expect(page.locator('span.border-dashed[aria-hidden]')).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => alignment(page, path)).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => alignment(page, path)).toBe(before);
});

test('every command is in the palette; a key is changed for good, and not to one that is taken', async ({
  page,
}) => {
  await open(page);
  await step(page, 2);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'All commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('comm');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /comment/i })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(focused(page)).toBeVisible();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await sheet.getByRole('button', { name: /Change the key of: Join with previous/ }).click();
  await page.keyboard.press('Alt+x');
  await expect(sheet.getByRole('alert')).toHaveText('This key already means: Cut in two');
  await page.keyboard.press('Alt+q');
  await expect(sheet.getByRole('button', { name: /^Alt Q\. / })).toBeVisible();
  await expect(sheet.getByTestId('keys')).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(beads(page).first()).toBeVisible();
  const before = await alignment(page, path);
  await step(page, 2);
  await page.keyboard.press('Alt+j');
  await page.keyboard.press('Alt+q');
  await expectSaved(page);
  await expect.poll(() => alignment(page, path)).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => alignment(page, path)).toBe(before);
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Back to the keys as delivered' }).click();
  await expect(sheet.getByRole('button', { name: /^Alt J\. / })).toBeVisible();
  // The account keeps it: a page that closes before the answer would leave Alt+Q to all the journeys that follow.
  await expect(sheet.getByTestId('keys')).toHaveAttribute('aria-busy', 'false');
  await page.reload();
  await expect(beads(page).first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(sheet.getByRole('button', { name: /^Alt J\. / })).toBeVisible();
});

test('AltGr and what an input method composes are never shortcuts', async ({ page }) => {
  await open(page);
  await step(page, 2);
  const before = await alignment(page, path);
  // A Romanian layout sends Control and Alt for AltGr.
  for (const key of ['j', 'x', 'r', 'd']) await page.keyboard.press(`Control+Alt+${key}`);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Text of the segment' });
  // Vietnamese Telex: a composition whose keys arrive as 229, with Enter to end it.
  await field.evaluate((area: HTMLTextAreaElement) => {
    const press = (key: string) =>
      area.dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          keyCode: 229,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      );
    area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    for (const key of ['Process', 'Backspace', 'Enter', 'Escape']) press(key);
    area.dispatchEvent(new CompositionEvent('compositionend', { data: 'ệ', bubbles: true }));
  });
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(focused(page)).toBeVisible();
  expect(await alignment(page, path)).toBe(before);
});

test('checks: found, mended in one click, ignored with a reason, filtered by', async ({ page }) => {
  await open(page);
  await step(page, 3);
  const bead = focused(page);
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Text of the segment' });
  await field.fill(`${await field.inputValue()} 1948 ,  2027`);
  await page.keyboard.press('Enter');
  const checks = page.getByRole('region', { name: 'Checks' });
  await expect(checks.locator('[data-check="numbers"]')).toBeVisible();
  await expect(bead).toContainText('finding');
  await expectAccessible(page);
  await checks.locator('[data-check="spacing"]').getByRole('button', { name: 'Mend' }).click();
  await expect(checks.locator('[data-check="spacing"]')).toHaveCount(0);
  await expect(beads(page).filter({ hasText: '1948, 2027' })).toBeVisible();
  const numbers = checks.locator('[data-check="numbers"]');
  await numbers.getByRole('button', { name: 'Ignore…' }).click();
  await numbers.getByRole('textbox').fill('A note of the edition.');
  await page.keyboard.press('Enter');
  await expect(numbers).toContainText('Ignored by Nguyễn Thị Lan: A note of the edition.');
  await numbers.getByRole('button', { name: 'Heed again' }).click();
  await expect(numbers.getByRole('button', { name: 'Ignore…' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Checks' }).selectOption({ label: 'Numbers' });
  await expect(page).toHaveURL(/check=numbers/);
  await expect(beads(page).filter({ hasText: '1948, 2027' })).toBeVisible();
});

test('the order of what waits is the person’s choice: in order, or the doubtful first', async ({ page }) => {
  await open(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+o');
  await page.keyboard.press('Alt+n');
  const doubtful = await focused(page).getAttribute('data-bead');
  await page.keyboard.press('Alt+o');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+n');
  expect(await focused(page).getAttribute('data-bead')).not.toBe(doubtful);
});
