import { expect, type Page, test } from '@playwright/test';
import { syntheticPair } from '../bench/syntheticText';
import { newProject, OWNER_STATE } from './helpers/people';
import { beads, focused } from './helpers/workbench';

test.use({ storageState: OWNER_STATE });
test.setTimeout(240_000);

const PARAGRAPHS = 5000;
const LAST = 'The very last sentence of the book stands here.';
const MARKED = 'Somewhere in the middle an okapi crosses the road.';

/** A document of five thousand paragraphs and their translation, imported and aligned. @returns its path. */
async function largeDocument(page: Page): Promise<string> {
  const projectId = await newProject(page, `Scale ${crypto.randomUUID()}`);
  await page.goto(`/en/projects/${projectId}`);
  await page.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('A long book');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/texts$/);
  const path = new URL(page.url()).pathname.replace(/\/texts$/, '');
  const { source, target } = syntheticPair(PARAGRAPHS);
  source[PARAGRAPHS >> 1] = MARKED;
  source.push(LAST);
  target.push('Câu cuối cùng của cuốn sách nằm ở đây.');
  for (const [lang, paragraphs] of [
    ['en', source],
    ['vi', target],
  ] as const) {
    const file = {
      name: `${lang}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(paragraphs.join('\n\n')),
    };
    const answer = await page.request.post(`/api/documents/${path.split('/').at(-1)}/texts`, {
      headers: { origin: new URL(page.url()).origin },
      multipart: { lang, file },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  await page.goto(`${path}/texts`);
  await expect(page.getByRole('button', { name: /^Realign/ })).toBeVisible({ timeout: 180_000 });
  return path;
}

test('a long document opens by windows, and leads to its end, to a filter and to what is searched for', async ({
  page,
}) => {
  const path = await largeDocument(page);
  let letters = 0;
  let windows = 0;
  page.on('request', (request) => {
    if (!request.url().endsWith('/passages')) return;
    const body = request.postDataJSON() as { windows: { from: number; to: number }[] };
    windows += body.windows.length;
    letters += body.windows.reduce((sum, { from, to }) => sum + to - from, 0);
  });
  await page.goto(path);
  const rows = page.getByTestId('band');
  const coming = page.getByTestId('coming');
  await expect(beads(page).first()).toBeVisible();
  await expect(coming).toHaveCount(0);
  // What is in sight and little more, of a megabyte.
  expect(windows).toBeLessThanOrEqual(8);
  expect(letters).toBeLessThan(70_000);
  expect(await rows.count()).toBeLessThan(100);
  const all = Number(await page.getByTestId('grid').getAttribute('aria-rowcount'));
  expect(all).toBeGreaterThan(4000);

  await beads(page).first().click();
  await page.keyboard.press('Control+End');
  await expect(page.getByText(LAST)).toBeVisible();
  await expect(focused(page)).toBeVisible();
  expect(await rows.count()).toBeLessThan(100);
  await page.keyboard.press('Control+Home');
  await expect(page.locator('[data-testid="band"][data-index="0"]')).toBeVisible();

  // From one end to the other as fast as it goes: the words of where it ends come.
  await page.getByTestId('grid').evaluate(async (grid) => {
    for (let k = 0; k <= 100; k++) {
      grid.scrollTop = (k / 100) * grid.scrollHeight;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await expect(beads(page).first()).toBeVisible();
  await expect(coming).toHaveCount(0);
  expect(await rows.count()).toBeLessThan(100);

  await page.getByRole('searchbox', { name: 'Search the texts' }).fill('okapi');
  await expect(page.getByText(MARKED)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^\d of [\d,]+ rows$/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(focused(page)).toBeVisible();

  await page.getByRole('button', { name: 'Clear filter' }).click();
  letters = 0;
  await page.getByRole('combobox', { name: 'Confidence' }).selectOption('0.99');
  await expect(page.getByRole('status').filter({ hasText: /rows$/ })).toBeVisible();
  await expect(rows.first()).toBeVisible();
  await expect(coming).toHaveCount(0);
  // Rows that stand all over the document do not bring what lies between them.
  expect(letters).toBeLessThan(700_000);
  expect(await rows.count()).toBeLessThan(100);
});
