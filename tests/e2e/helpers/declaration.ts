import { expect, type Page } from '@playwright/test';
import { articles } from '../../helpers/udhr';
import { newProject } from './people';
import { beads } from './workbench';

const EDITIONS = { en: 'eng', vi: 'vie' } as const;

/** The paragraphs of the Declaration of Human Rights: long enough to lose one's way in. */
const fileOf = (lang: keyof typeof EDITIONS) => ({
  name: `${lang}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(
    articles(EDITIONS[lang])
      .map((unit) => unit.text)
      .join('\n\n'),
  ),
});

/** A project with the Declaration in English and Vietnamese, aligned. @returns the path of its workbench. */
export async function openDeclaration(
  page: Page,
  project: string,
): Promise<{ path: string; projectId: string }> {
  const projectId = await newProject(page, project);
  await page.getByRole('button', { name: 'New document' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Declaration');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}\/texts$/);
  const texts = new URL(page.url()).pathname;
  for (const lang of ['en', 'vi'] as const) {
    await page.goto(`${texts}/import`);
    await page.locator('input[type=file]').setInputFiles(fileOf(lang));
    await page.getByRole('button', { name: 'Accept and import' }).click();
    await page.waitForURL(new RegExp(`${texts}$`));
  }
  await expect(page.getByRole('button', { name: 'Realign Vietnamese' })).toBeVisible({ timeout: 30_000 });
  const path = texts.replace(/\/texts$/, '');
  await page.goto(path);
  await expect(beads(page).first()).toBeVisible();
  return { path, projectId };
}

/** What stands beside what: the outline's beads, as the server has them. */
export async function alignment(page: Page, path: string): Promise<string> {
  const documentId = path.split('/').at(-1)!;
  const answer = await page.request.get(`/api/documents/${documentId}/outline`);
  const { value } = await answer.json();
  return value.bitexts
    .map((one: { sourceEnds: number[]; targetEnds: number[] }) => `${one.sourceEnds} | ${one.targetEnds}`)
    .join('\n');
}
