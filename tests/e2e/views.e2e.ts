import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { OWNER_STATE } from './helpers/people';
import { beads, focused, openSample } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });

const radar = (page: Page) => page.getByRole('slider', { name: 'Map of the document' });
const sentences = (page: Page, column: number) => page.locator(`[data-column="${column}"] [data-sentence]`);
/** The sample opened to be read. @returns its path without locale. */
async function openReading(page: Page, locale = 'en', query = ''): Promise<string> {
  const path = await openSample(page);
  await page.goto(`/${locale}${path}/read${query}`);
  await expect(sentences(page, 0).first()).toBeVisible();
  return path;
}

test('the map: a click jumps to a bead there, and the back button to where one was', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('ArrowDown');
  const start = await focused(page).getAttribute('data-bead');
  await expect(page).toHaveURL(new RegExp(`bead=${start}`));
  const box = (await radar(page).boundingBox())!;

  await page.mouse.move(box.x + 10, box.y + box.height - 4);
  await expect(page.getByText(/^Row \d+ of \d+$/)).toBeVisible();
  await page.mouse.down();
  await page.mouse.up();
  await expect(focused(page)).toBeVisible();
  const end = await focused(page).getAttribute('data-bead');
  expect(end).not.toBe(start);
  await expect(focused(page)).toBeInViewport();
  await expect(page).toHaveURL(new RegExp(`bead=${end}`));

  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`bead=${start}`));
  await expect(focused(page)).toHaveAttribute('data-bead', start!);
  await expect(focused(page)).toBeInViewport();
});

test('the map by drag, wheel and keyboard; Alt+M puts it away', async ({ page }) => {
  await openSample(page);
  const grid = page.getByTestId('grid');
  const scrolled = () => grid.evaluate((element) => element.scrollTop);
  const box = (await radar(page).boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(box.x + 20, box.y + box.height - 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(scrolled).toBeGreaterThan(300);
  const low = await scrolled();
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -240);
  await expect.poll(scrolled).toBeLessThan(low);

  await radar(page).focus();
  await page.keyboard.press('Home');
  await expect(radar(page)).toHaveAttribute('aria-valuenow', '1');
  await expect.poll(scrolled).toBe(0);
  await page.keyboard.press('ArrowDown');
  await expect(radar(page)).toHaveAttribute('aria-valuetext', /^Row 2 of \d+$/);
  await page.keyboard.press('End');
  const last = await radar(page).getAttribute('aria-valuemax');
  await expect(radar(page)).toHaveAttribute('aria-valuenow', last!);
  await page.keyboard.press('Enter');
  await expect(focused(page)).toBeInViewport();
  await expect(page.getByTestId('band').last().locator('[data-bead]:focus')).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('Alt+m');
  await expect(radar(page)).toHaveCount(0);
  await page.reload();
  await expect(beads(page).first()).toBeVisible();
  await expect(radar(page)).toHaveCount(0);
  await page.keyboard.press('Alt+m');
  await expect(radar(page)).toBeVisible();
});

test('the dot plot: by keyboard to a dot, its texts and its bead; the whole document too', async ({
  page,
}) => {
  await openSample(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+p');
  const dialog = page.getByRole('dialog', { name: /^English against / });
  const plot = dialog.getByTestId('run-plot');
  await expect(plot).toBeVisible({ timeout: 30_000 });
  await plot.focus();
  await expect(dialog.getByText(/^Source 1, target 1: .*one bead$/)).toBeVisible();
  await expect(dialog).toContainText("Lev Tolstoy's wife told how the idea");
  await expect(dialog.getByText(/beads, of these \d+ confirmed/)).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(dialog.getByText(/^Source 11, target \d+:/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(focused(page)).toBeInViewport();
  const bead = await focused(page).getAttribute('data-bead');
  await expect(page).toHaveURL(new RegExp(`bead=${bead}`));

  await page.keyboard.press('Alt+p');
  await dialog.getByText('Whole document').click();
  const path = dialog.getByRole('slider', { name: /^Path of the alignment/ });
  await path.focus();
  await page.keyboard.press('End');
  const last = await path.getAttribute('aria-valuemax');
  await expect(path).toHaveAttribute('aria-valuenow', last!);
  await expectAccessible(page);
  const box = (await path.boundingBox())!;
  await path.click({ position: { x: 4, y: box.height / 2 } });
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('band').first().locator('[data-bead]:focus')).toBeVisible();
});

test('reading: what belongs together lights up under the pointer and the focus, a click leads to the bead and back', async ({
  page,
}) => {
  const path = await openReading(page);
  await expect(page.getByRole('link', { name: 'Reading', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  const sentence = sentences(page, 1).first();
  await sentence.hover();
  const lit = page.locator('[data-lit]');
  await expect(page.locator('[data-column="0"] [data-lit]')).not.toHaveCount(0);
  await expect(page.locator('[data-column="2"] [data-lit]')).toHaveCount(0); // the Romanian leaves it out
  await expect(sentence).toHaveAttribute('data-lit', 'true');
  await sentences(page, 2).first().hover();
  await expect(sentence).not.toHaveAttribute('data-lit', 'true');
  await expect(page.locator('[data-column="0"] [data-lit]')).not.toHaveCount(0);
  await page.mouse.move(2, 2);
  await expect(lit).toHaveCount(0);

  await sentences(page, 0).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(sentences(page, 0).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(sentences(page, 1).first()).toBeFocused();
  await expect(sentences(page, 0).first()).toHaveAttribute('data-lit', 'true');

  const target = sentences(page, 1).nth(3);
  const bead = await target.getAttribute('data-bead');
  await target.click();
  await page.waitForURL(new RegExp(`/en${path}\\?bead=${bead}`));
  await expect(focused(page)).toHaveAttribute('data-bead', bead!);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/read\\?bead=${bead}`));
  await expect(page.locator(`#b${bead}`)).toBeInViewport();
  await expect(page.locator(`#b${bead}`)).toHaveAttribute('data-lit', 'true');
  await page.getByRole('link', { name: 'Alignment', exact: true }).click();
  await expect(focused(page)).toHaveAttribute('data-bead', bead!);
});

test('reading: a link opens at its bead; languages are chosen, and the address remembers', async ({
  page,
}) => {
  await openReading(page);
  const last = page.locator('[data-block]').last().locator('[data-column="1"] [data-bead]').last();
  await expect(async () => {
    await page.mouse.wheel(0, 4000);
    expect(await page.evaluate(() => window.innerHeight + window.scrollY)).toBeGreaterThan(
      (await page.evaluate(() => document.documentElement.scrollHeight)) - 50,
    );
  }).toPass();
  const bead = await last.getAttribute('data-bead');
  const path = new URL(page.url()).pathname;
  for (const address of [`${path}?bead=${bead}`, `${path}#b${bead}`]) {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.locator(`[data-bead="${bead}"]`).first()).toBeInViewport();
    await expect(page.locator(`#b${bead}`)).toHaveAttribute('data-lit', 'true');
  }
  await page.getByRole('checkbox', { name: 'Romanian' }).uncheck();
  await expect(sentences(page, 2)).toHaveCount(0);
  await expect(page).toHaveURL(/cols=en%2Cvi/);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Romanian' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'English' }).uncheck();
  await expect(page.getByRole('checkbox', { name: 'Vietnamese' })).toBeDisabled();
  await expectAccessible(page);
});

test('reading on a telephone: one language at a time', async ({ page }) => {
  await openReading(page, 'vi');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(sentences(page, 1)).toHaveCount(0);
  await page.getByRole('radio', { name: 'Tiếng Romania' }).check({ force: true });
  await expect(page.locator('[data-column="0"]').first()).toHaveAttribute('lang', 'ro');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

test('paper: the text without anything around it, all of it', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      const blocks = [...document.querySelectorAll('[data-block]')];
      Object.assign(window, { printed: blocks.map((block) => block.textContent).join('\n') });
    };
  });
  const path = await openReading(page);
  await page.getByRole('button', { name: 'Print' }).click();
  await expect.poll(() => page.evaluate(() => 'printed' in window)).toBe(true);
  const printed = await page.evaluate(() => (window as unknown as { printed: string }).printed);
  expect(printed).toContain("Lev Tolstoy's wife told how the idea");
  expect(printed).toContain('Cảm hứng sáng tác');

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { name: 'Anna Karenina', level: 1 })).toBeVisible();
  await expect(sentences(page, 0).first()).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('banner')).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);

  await page.emulateMedia({ media: 'screen' });
  await page.goto(`/en${path}`);
  await expect(beads(page).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(beads(page).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Anna Karenina', level: 1 })).toBeVisible();
  for (const gone of ['navigation', 'button', 'banner', 'complementary', 'slider'] as const)
    await expect(page.getByRole(gone)).toHaveCount(0);
  const tops = await page
    .getByTestId('band')
    .evaluateAll((bands) =>
      bands.map((band) => [band.getBoundingClientRect().top, band.getBoundingClientRect().bottom]),
    );
  for (let k = 1; k < tops.length; k++) expect(tops[k]![0]).toBeGreaterThanOrEqual(tops[k - 1]![1]! - 1);
});
