import { type Browser, expect, type Page } from '@playwright/test';

export type Person = { name: string; email: string; password: string };

export const OWNER: Person = {
  name: 'Nguyễn Thị Lan',
  email: 'lan@example.org',
  password: 'ba bức tranh trên gỗ',
};
/** Where the owner's session is kept for `test.use({ storageState: OWNER_STATE })`. */
export const OWNER_STATE = 'test-results/.auth/owner.json';

/** Name a role has in the English settings page. */
export type RoleName = 'Viewer' | 'Editor' | 'Reviewer' | 'Manager';

/** Signs in through the English form. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/en/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible();
}

/** Makes an invitation in the project's settings. @returns its link. */
export async function invite(
  managerPage: Page,
  projectId: string,
  role: RoleName,
  langs: string[] = [],
): Promise<string> {
  await managerPage.goto(`/en/projects/${projectId}/settings`);
  await managerPage.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = managerPage.getByRole('dialog');
  await dialog.getByLabel('Role').selectOption({ label: role });
  if (langs.length > 0) await dialog.getByLabel('All languages of the project').uncheck();
  for (const lang of langs) await dialog.getByLabel(lang).check();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  return dialog.getByLabel('Invitation link').inputValue();
}

/** Somebody new, who came by an invitation: their account, and a browser they are signed in with. */
export async function newMember(
  browser: Browser,
  managerPage: Page,
  projectId: string,
  role: RoleName,
  { langs = [] as string[], name = `The ${role.toLowerCase()}` } = {},
): Promise<{ person: Person; page: Page; close: () => Promise<void> }> {
  const link = await invite(managerPage, projectId, role, langs);
  const person = {
    name,
    email: `${crypto.randomUUID()}@example.org`,
    password: 'three panels of painted wood',
  };
  const context = await browser.newContext({ storageState: undefined });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await page.waitForURL(new RegExp(`/projects/${projectId}$`));
  return { person, page, close: () => context.close() };
}

/** Makes an empty project as the owner or a manager. @returns its id. */
export async function newProject(page: Page, name: string): Promise<string> {
  await page.goto('/en/projects');
  await page.getByRole('button', { name: 'New project' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1)!;
}
