import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { newProject, OWNER_STATE } from './helpers/people';

test.use({ storageState: OWNER_STATE });

/** Makes a token with every scope, in the English form. @returns the token. */
async function newToken(page: Page, name: string, project?: string): Promise<string> {
  await page.goto('/en/account');
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  if (project) await dialog.getByLabel('In', { exact: true }).selectOption({ label: project });
  for (const box of await dialog.getByRole('checkbox').all()) if (await box.isEnabled()) await box.check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const token = await dialog.getByLabel('Access token').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return token;
}
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test('a token is made, used, seen and withdrawn', async ({ page, playwright, baseURL }) => {
  const api = await playwright.request.newContext({ baseURL });
  await page.goto('/en/account');
  await expect(page.getByText('No tokens yet')).toBeVisible();
  await expectAccessible(page);
  const token = await newToken(page, 'Nightly export');
  expect(token).toMatch(/^tri_/);
  const row = page
    .getByRole('list', { name: 'Your access tokens' })
    .getByText('Nightly export')
    .locator('xpath=ancestor::li');
  await expect(row).toContainText(token.slice(0, 10));
  await expect(row).toContainText('Never used');
  await expect(page.locator('body')).not.toContainText(token);

  const me = await api.get('/api/v1/me', bearer(token));
  expect(await me.json()).toMatchObject({ token: { name: 'Nightly export', projectId: null } });
  await page.reload();
  await expect(row).toContainText('Last used');

  await row.getByRole('button', { name: 'Withdraw Nightly export' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw token' }).click();
  await expect(page.getByText('No tokens yet')).toBeVisible();
  expect((await api.get('/api/v1/me', bearer(token))).status()).toBe(401);
  await api.dispose();
});

test('a session is no token, and a token for one project is one', async ({ page, playwright, baseURL }) => {
  expect((await page.request.get('/api/v1/projects')).status()).toBe(401);
  const name = 'Only this one';
  const projectId = await newProject(page, name);
  const token = await newToken(page, 'Narrow', name);
  const api = await playwright.request.newContext({ baseURL });
  const { projects } = await (await api.get('/api/v1/projects', bearer(token))).json();
  expect(projects.map(({ id }: { id: string }) => id)).toEqual([projectId]);
  await api.dispose();
});

test('the page speaks Vietnamese and Romanian', async ({ page }) => {
  await page.goto('/vi/account');
  await page.getByRole('button', { name: 'Tạo mã mới' }).click();
  await expect(
    page.getByRole('dialog').getByLabel('Bắt đầu, theo dõi và hủy việc ghép', { exact: false }).first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.goto('/ro/account');
  await page.getByRole('button', { name: 'Token nou' }).click();
  await expect(page.getByRole('dialog').getByText('Pornește, urmărește și anulează alinierea')).toBeVisible();
});

test('the walk-through of docs/api.md works as it stands', async ({ page, baseURL }) => {
  const token = await newToken(page, 'Walk-through');
  const script = /```sh\n([\s\S]*?)```/.exec(readFileSync('docs/api.md', 'utf8'))![1];
  const folder = mkdtempSync(join(tmpdir(), 'triptych-curl-'));
  for (const lang of ['en', 'vi'])
    copyFileSync(`db/samples/anna-karenina/${lang}.txt`, join(folder, `${lang}.txt`));
  const run = promisify(execFile)('bash', ['-eu', '-o', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...process.env, TRIPTYCH_URL: baseURL, TRIPTYCH_TOKEN: token },
    timeout: 50_000,
  });
  const { stdout } = await run;
  expect(stdout).toContain('"units":');
  expect(readFileSync(join(folder, 'out.tmx'), 'utf8')).toContain('<tmx version="1.4">');
  rmSync(folder, { recursive: true });
});
