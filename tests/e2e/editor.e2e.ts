import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { OWNER_STATE } from './helpers/people';
import { beads, beadWith, expectSaved, focused, openSample } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });
// One document, worked on from the first test to the last.
test.describe.configure({ mode: 'serial' });

const FIRST_VI = 'Cảm hứng sáng tác';
const status = (page: Page, text: string) => beadWith(page, text).first().getAttribute('data-status');

test('the sample stands aligned: each paragraph beside exactly its sentences, what is untranslated as null', async ({
  page,
}) => {
  await openSample(page);
  await expect(page.getByRole('grid', { name: 'Alignment of Anna Karenina' })).toBeVisible();
  const row = page.getByTestId('band').first();
  await expect(row).toContainText("Lev Tolstoy's wife told how the idea");
  await expect(row).toContainText('He said that his task was to make everyone see');
  await expect(row).toContainText(FIRST_VI);
  await expect(row).toContainText('No counterpart in the translation');
  await expectAccessible(page);
});

test('by keyboard alone: confirm, give a reason, undo, redo, and it is all there after a reload', async ({
  page,
}) => {
  await openSample(page);
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toContainText(FIRST_VI);
  await page.keyboard.press('Enter');
  await expect(beadWith(page, FIRST_VI)).toHaveAttribute('data-status', 'confirmed');
  await expect(focused(page)).toContainText('No counterpart in the translation');

  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Why has it no counterpart?' })).toBeVisible();
  await page.keyboard.press('o');
  await expect(beads(page).filter({ hasText: 'The translation leaves this out.' }).first()).toHaveAttribute(
    'data-status',
    'confirmed',
  );
  await expect(focused(page)).toContainText('Xuyên suốt tác phẩm');
  await expectSaved(page);

  await page.keyboard.press('Control+z');
  await expect(beads(page).filter({ hasText: 'The translation leaves this out.' })).toHaveCount(0);
  await page.reload();
  await expect(beadWith(page, FIRST_VI)).toHaveAttribute('data-status', 'confirmed');
  await page.keyboard.press('Control+z');
  await expect(beadWith(page, FIRST_VI)).toHaveAttribute('data-status', 'machine');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing to undo.' })).toBeAttached();
  await page.keyboard.press('Control+Shift+z');
  await expect(beadWith(page, FIRST_VI)).toHaveAttribute('data-status', 'confirmed');
  await page.keyboard.press('Control+Shift+z');
  await expect(beads(page).filter({ hasText: 'The translation leaves this out.' }).first()).toBeVisible();
});

test('borders move by key: push, pull, cut, join; the touched beads are proposed', async ({ page }) => {
  await openSample(page);
  await beadWith(page, FIRST_VI).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(beadWith(page, FIRST_VI)).toContainText('1–1');
  await expect(beadWith(page, FIRST_VI)).toHaveAttribute('data-status', 'proposed');
  await expect(focused(page)).toContainText(FIRST_VI);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(beadWith(page, FIRST_VI)).toContainText('2–1');
  await page.keyboard.press('Alt+x');
  await expect(beadWith(page, FIRST_VI)).toContainText('1–1');
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toContainText('1–0');
  await page.keyboard.press('Alt+j');
  await expect(beadWith(page, FIRST_VI)).toContainText('2–1');
  await expect(focused(page)).toContainText(FIRST_VI);
  await expectSaved(page);
});

test('by mouse: a sentence stands for its bead, the border is dragged, the inspector confirms', async ({
  page,
}) => {
  await openSample(page);
  await page.getByText('He said that his task was to make everyone see').click();
  await expect(focused(page)).toContainText(FIRST_VI);
  const handle = page.getByTestId('border-handle');
  const box = (await handle.boundingBox())!;
  const sentence = (await page.locator('[data-source-at]').nth(1).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, sentence.y + 6, { steps: 5 });
  await page.mouse.up();
  await expect(beadWith(page, FIRST_VI)).toContainText('1–1');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(beadWith(page, FIRST_VI)).toContainText('2–1');
  await beadWith(page, FIRST_VI).click();
  await page.getByRole('button', { name: 'Confirm, go to next' }).click();
  await expect.poll(() => status(page, FIRST_VI)).toBe('confirmed');
});

test('text is corrected and cut without touching what was imported', async ({ page }) => {
  await openSample(page);
  // Matching folds white space: two spaces in the file, one after the correction.
  await beadWith(page, FIRST_VI).click();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Text of the segment' });
  await expect(field).toBeFocused();
  const text = await field.inputValue();
  await field.fill(text.replace(/phải\s+làm/u, 'phải làm'));
  await page.keyboard.press('Enter');
  await expect(beadWith(page, FIRST_VI)).toContainText('corrected');
  // Only white space changed: nobody's confirmation is in doubt.
  await expect(beadWith(page, FIRST_VI)).toHaveAttribute('data-status', 'confirmed');
  await page.keyboard.press('Control+z');
  await expect(beadWith(page, FIRST_VI)).not.toContainText('corrected');

  await page.keyboard.press('F2');
  await field.evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf('Anh ấy nói rằng');
    area.setSelectionRange(at, at);
  });
  await page.keyboard.press('Control+;');
  await expect(beadWith(page, FIRST_VI)).toContainText('2–2');
  await page.keyboard.press('Alt+x');
  await expect(beadWith(page, 'Anh ấy nói rằng nhiệm vụ')).toContainText('1–1');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(beadWith(page, FIRST_VI)).toContainText('2–1');
});

test('a dispute is written, shown, and resolved', async ({ page }) => {
  await openSample(page);
  await beadWith(page, FIRST_VI).click();
  await page.keyboard.press('Alt+d');
  await page.keyboard.type('Is "kể lại" really "told"?');
  await page.keyboard.press('Control+Enter');
  await expect(beadWith(page, FIRST_VI)).toContainText('disputed');
  const inspector = page.getByRole('complementary');
  await expect(inspector).toContainText('Is "kể lại" really "told"?');
  await expectAccessible(page);
  await inspector.getByRole('button', { name: 'Resolve' }).click();
  await expect(beadWith(page, FIRST_VI)).not.toContainText('disputed');
  await expectSaved(page);
});

test('filters live in the URL, and a link to a bead leads to it', async ({ page }) => {
  const path = await openSample(page);
  await page.getByRole('button', { name: 'Confirmed', exact: true }).click();
  await expect(page).toHaveURL(/status=confirmed/);
  await expect(page.getByTestId('band')).toHaveCount(1);
  await expect(beadWith(page, FIRST_VI)).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('band')).toHaveCount(1);
  await page.goto(`/ro${path}?q=tinh+yeu`);
  await expect(page.getByTestId('band').first()).toContainText('tình yêu');
  await page.goto(`/en${path}`);
  await beads(page).nth(5).click();
  await expect(page).toHaveURL(/bead=/);
  const linked = new URL(page.url());
  await page.goto('/en/projects');
  await page.goto(linked.pathname + linked.search);
  await expect(page.locator(`[data-bead="${linked.searchParams.get('bead')}"]`)).toBeFocused();
});

test('a wide confirmation says its count first and is one undo', async ({ page }) => {
  await openSample(page, 'vi');
  await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  const dialog = page.getByRole('dialog', { name: 'Xác nhận những nhóm máy chắc chắn' });
  const confirm = dialog.getByRole('button', { name: /^Xác nhận \d+ nhóm$/ });
  await expect(confirm).toBeEnabled();
  const count = Number(/\d+/.exec((await confirm.textContent()) ?? '')?.[0]);
  const before = await page.locator('[data-status="confirmed"]').count();
  await confirm.click();
  await expectSaved(page);
  expect(count).toBeGreaterThan(2);
  await expect.poll(() => page.locator('[data-status="confirmed"]').count()).toBeGreaterThan(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('[data-status="confirmed"]').count()).toBe(before);
});
