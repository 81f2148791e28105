import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { openDeclaration } from './helpers/declaration';
import { newMember, OWNER, OWNER_STATE, signIn } from './helpers/people';
import { beads, beadWith, expectSaved, focused, openSample } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });
// One document of their own, worked on from the first test to the last.
test.describe.configure({ mode: 'serial', timeout: 150_000 });

let path: string;
let projectId: string;
const open = async (page: Page, query = '') => {
  await page.goto(`${path}${query}`);
  await expect(beads(page).first()).toBeVisible();
};
const said = (page: Page) => page.locator('[role="status"].sr-only').last();

test('the focus goes where the person goes on: new project, new document, hidden and moved columns', async ({
  page,
}) => {
  await page.goto('/en/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Where to go on');
  await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click();
  await expect(page.getByRole('heading', { name: 'Where to go on', level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Leftovers');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Texts', level: 1 })).toBeFocused();

  await openSample(page);
  await page.getByRole('button', { name: /^Hide Vietnamese/ }).click();
  const show = page.getByRole('button', { name: 'Show Vietnamese' });
  await expect(show).toBeFocused();
  await page.keyboard.press('Enter');
  const head = page.getByRole('columnheader').filter({ hasText: 'Vietnamese' });
  await expect(head).toBeFocused();
  await page.getByRole('button', { name: 'Move Vietnamese one column to the left' }).click();
  await expect(head).toBeFocused();
  await page.getByRole('button', { name: 'Move English one column to the left' }).click();
});

test('every dialog has its answers in one order: what changes nothing, then what it is for', async ({
  page,
}) => {
  ({ path, projectId } = await openDeclaration(page, 'Leftovers'));
  const answers = page.getByRole('dialog').getByTestId('dialog-actions').getByRole('button');
  await page.goto('/en/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  await expect(answers).toHaveText(['Cancel', 'Create project']);
  await page.goto(`/en/projects/${projectId}`);
  await page.getByRole('button', { name: 'New document' }).click();
  await expect(answers).toHaveText(['Cancel', 'Create']);
  await page.goto(`/en/projects/${projectId}/settings`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await expect(answers).toHaveText(['Cancel', 'Make the link']);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect(answers.first()).toHaveText('Cancel');
  await expectAccessible(page);
});

test('settings name the owner, who needs no membership', async ({ page }) => {
  await page.goto(`/en/projects/${projectId}/settings`);
  const members = page
    .getByRole('region', { name: 'Members' })
    .or(page.locator('section').filter({ hasText: 'Members' }));
  await expect(members.first().getByRole('listitem').first()).toContainText(OWNER.email);
  await expect(members.first().getByRole('listitem').first()).toContainText('Owner');
});

test('undo says what it undid, and quietly that there is nothing', async ({ page }) => {
  await open(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+z');
  await expect(said(page)).toHaveText('Nothing to undo.');
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(said(page)).toHaveText('Nothing to redo.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+j');
  await expectSaved(page);
  await page.keyboard.press('Control+z');
  await expect(said(page)).toHaveText('Undone: joined.');
  await page.keyboard.press('Control+Shift+z');
  await expect(said(page)).toHaveText('Redone: joined.');
  await page.keyboard.press('Control+z');
  await expect(said(page)).toHaveText('Undone: joined.');
});

test('what a regular expression finds is lit', async ({ page }) => {
  await open(page, '?q=hum.n%20rights&regex=1');
  const hits = page.locator('[data-mark="hit"]');
  await expect(hits.first()).toBeVisible();
  for (const text of await hits.allTextContents()) expect(text.toLowerCase()).toBe('human rights');
});

test('the plot stands in the address; the back button closes it', async ({ page }) => {
  await open(page);
  await page.keyboard.press('ArrowDown');
  const bead = await focused(page).getAttribute('data-bead');
  await page.keyboard.press('Alt+p');
  const dialog = page.getByRole('dialog', { name: /^English against / });
  await expect(dialog).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`bead=${bead}.*plot=run`));
  await dialog.getByText('Whole document').click();
  await expect(page).toHaveURL(/plot=document/);
  const link = page.url();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(page).not.toHaveURL(/plot=/);
  await expect(focused(page)).toHaveAttribute('data-bead', bead!);

  // Esc is the same step back, and leaves none behind.
  const steps = await page.evaluate(() => history.length);
  await page.keyboard.press('Alt+p');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/plot=/);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(steps + 1);
  await expect(page).toHaveURL(new RegExp(`bead=${bead}`));

  await page.goto(link);
  await expect(dialog.getByTestId('whole-plot')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page).not.toHaveURL(/plot=/);
  await expect(page).toHaveURL(new RegExp(`bead=${bead}`));
});

test('reasons that do not come say so, and are asked for again', async ({ page }) => {
  await open(page);
  let broken = true;
  await page.route(
    (url) => url.pathname === path,
    (route) => (broken && route.request().method() === 'POST' ? route.abort() : route.continue()),
  );
  await page.keyboard.press('ArrowDown');
  const why = page.getByRole('region', { name: /^Why/ });
  await expect(why).toContainText('The reasons could not be fetched.');
  await expectAccessible(page);
  broken = false;
  await why.getByRole('button', { name: 'Try again' }).click();
  await expect(why).toContainText('were to be expected');
});

test('a remark that was left with Esc is there again, after a reload too; Cancel lets go of it', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('ArrowDown');
  const bead = await focused(page).getAttribute('data-bead');
  const field = page.getByRole('dialog').getByRole('textbox');
  await page.keyboard.press('Alt+c');
  await field.fill('Half a thought');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(focused(page)).toHaveAttribute('data-bead', bead!);
  await page.keyboard.press('Alt+c');
  await expect(field).toHaveValue('Half a thought');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+c');
  await expect(field).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+c');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Alt+c');
  await expect(field).toHaveValue('');
});

test('refused edits do not move the rows that somebody is typing in', async ({ page, browser }) => {
  const ion = await newMember(browser, page, projectId, 'Editor', { name: 'Ion Ionescu' });
  await ion.page.goto(path);
  await expect(beads(ion.page).first()).toBeVisible();
  await open(page);
  const third = await beads(page).nth(3).getAttribute('data-bead');
  const at = (on: Page) => on.locator(`[data-bead="${third}"]`);
  await ion.page.context().setOffline(true);
  await at(ion.page).click();
  await ion.page.keyboard.press('Alt+j');
  await expect(ion.page.locator('[data-saving="offline"]')).toBeVisible();
  await at(page).click();
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await beads(ion.page).first().click();
  await ion.page.keyboard.press('F2');
  const field = ion.page.getByRole('textbox', { name: 'Text of the segment' });
  const before = (await field.boundingBox())!;
  await ion.page.context().setOffline(false);
  const refusals = ion.page.getByTestId('refusals');
  await expect(refusals).toContainText('Join with previous', { timeout: 20_000 });
  await expect(field).toBeFocused();
  expect((await field.boundingBox())!.y).toBe(before.y);
  await ion.page.keyboard.press('Escape');
  // The last row comes out from under it.
  await ion.page.keyboard.press('Control+End');
  const [last, bar] = [(await focused(ion.page).boundingBox())!, (await refusals.boundingBox())!];
  expect(last.y + last.height).toBeLessThanOrEqual(bar.y + 1);
  await refusals.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(refusals).toHaveCount(0);
  await ion.close();
});

test('signed out in another tab: the edit waits, signing in leads back, and it arrives', async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: undefined });
  const page = await context.newPage();
  await signIn(page, OWNER);
  await open(page);
  const bead = page.locator('[data-bead][data-status="machine"]').first();
  const id = await bead.getAttribute('data-bead');
  const cookies = await context.cookies();
  await context.clearCookies();
  await bead.click();
  await page.keyboard.press('Enter');
  const mark = page.locator('[data-saving="signedOut"]');
  await expect(mark).toContainText('1 edit waits');
  await expectAccessible(page);
  await mark.getByRole('link', { name: 'Sign in again' }).click();
  await page.getByLabel('Email address').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === path);
  await expectSaved(page);
  await page.reload();
  await expect(page.locator(`[data-bead="${id}"]`)).toHaveAttribute('data-status', 'confirmed');
  expect(cookies.length).toBeGreaterThan(0);
  await context.close();
});

test('who reads sees what others change as they change it, where they read', async ({ page, browser }) => {
  const context = await browser.newContext({ storageState: OWNER_STATE });
  const reader = await context.newPage();
  await reader.goto(`${path}/read`);
  const words = reader.locator('[data-column="1"]').first();
  await expect(words.locator('[data-sentence]').first()).toBeVisible();
  await open(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Text of the segment' });
  const text = await field.inputValue();
  await field.fill(`${text} — đã đọc lại`);
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await expect(words).toContainText('đã đọc lại', { timeout: 3000 });
  await expectAccessible(reader);

  // Further down, a row that goes above does not move the line one is at.
  await reader.mouse.move(400, 500);
  await reader.mouse.wheel(0, 700);
  await reader.waitForTimeout(700);
  const key = await reader
    .locator('[data-column="0"] [data-sentence]')
    .evaluateAll((all) =>
      all.find((one) => one.getBoundingClientRect().top > 300)!.getAttribute('data-sentence'),
    );
  const place = () =>
    reader.locator(`[data-sentence="${key}"]`).evaluate((element) => element.getBoundingClientRect().top);
  const before = await place();
  await beadWith(page, 'đã đọc lại').click();
  await page.keyboard.press('F2');
  await field.fill(`${text} ${'rất dài '.repeat(60)}`);
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await reader.waitForTimeout(1000);
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
  await context.close();
});

test('on a telephone the page never scrolls sideways, and the texts have the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const grid = (await page.getByTestId('grid').boundingBox())!;
  expect(grid.height).toBeGreaterThan(480);
  await beads(page).nth(2).click();
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toBeVisible();
  expect(
    await page.evaluate(() => [
      window.scrollX,
      document.scrollingElement!.scrollLeft,
      document.querySelector('.h-dvh')!.scrollLeft,
      document.querySelector('main')!.scrollLeft,
    ]),
  ).toEqual([0, 0, 0, 0]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // The grid goes sideways to a column that is out of sight, and back.
  const isInSight = async () => {
    const box = (await focused(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(-1);
    expect(box.x + box.width).toBeLessThanOrEqual(391);
  };
  await page.getByTestId('grid').evaluate((grid) => (grid.scrollLeft = 0));
  await page.keyboard.press('ArrowDown');
  await isInSight();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('complementary').getByRole('region', { name: 'History' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Confirm, go to next' }).click();
  await expectSaved(page);
});
