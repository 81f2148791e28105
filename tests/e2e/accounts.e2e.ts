import { expect, test } from '@playwright/test';
import { expectAccessible } from './helpers/axe';
import { invite, newMember, newProject, OWNER, OWNER_STATE, signIn } from './helpers/people';

test.describe('signed out', () => {
  test('pages lead to sign-in and back, in Vietnamese', async ({ page }) => {
    await page.goto('/vi/account');
    await expect(page).toHaveURL(/\/vi\/sign-in\?next=%2Faccount$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
    await expectAccessible(page);
    await page.getByLabel('Địa chỉ email').fill(OWNER.email);
    await page.getByLabel('Mật khẩu').fill('không phải mật khẩu này');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'không đúng' })).toBeVisible();
    await expect(page.getByLabel('Địa chỉ email')).toHaveValue(OWNER.email);
    await page.getByLabel('Mật khẩu').fill(OWNER.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page.getByRole('heading', { name: 'Tài khoản', level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Đăng xuất' }).last().click();
    await expect(page).toHaveURL(/\/vi\/sign-in$/);
  });

  test('sign-in leads nowhere but into this site', async ({ page }) => {
    await page.goto('/en/sign-in?next=//evil.example');
    await page.getByLabel('Email address').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/en\/projects$/);
  });

  test('too many wrong passwords have to wait', async ({ page }) => {
    await page.goto('/ro/sign-in');
    await page.getByLabel('Adresă de e-mail').fill('nimeni@example.org');
    for (let attempt = 0; attempt < 6; attempt++) {
      await page.getByLabel('Parolă').fill(`greșită ${attempt}`);
      await page.getByRole('button', { name: 'Conectare' }).click();
      await expect(page.getByRole('button', { name: 'Conectare' })).toBeEnabled();
    }
    await expect(page.getByRole('alert').filter({ hasText: 'Prea multe încercări' })).toBeVisible();
  });

  test('an unknown invitation says so', async ({ page }) => {
    await page.goto('/ro/invite/not-a-real-token-at-all');
    await expect(page.getByText('Invitația nu există')).toBeVisible();
    await expectAccessible(page);
  });

  test('there is no other way to an account, and no data without one', async ({ request }) => {
    const signUp = await request.post('/api/auth/sign-up/email', {
      data: { name: 'X', email: 'x@example.org', password: 'a long enough password' },
    });
    expect(signUp.status()).toBe(404);
    expect((await request.get('/en/projects', { maxRedirects: 0 })).status()).toBe(307);
  });

  test('answers carry the security headers, and a fresh nonce each', async ({ request }) => {
    const [first, second] = [await request.get('/en/sign-in'), await request.get('/en/sign-in')];
    const policy = first.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
    expect(second.headers()['content-security-policy']).not.toBe(policy);
    for (const { headers } of [first, await request.get('/api/health')].map((one) => ({
      headers: one.headers(),
    }))) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });
});

test.describe('the owner', () => {
  test.use({ storageState: OWNER_STATE });

  test('makes a project, invites an editor and takes the role away again', async ({ page, browser }) => {
    const projectId = await newProject(page, 'Chuyện người con gái Nam Xương');
    await page.goto(`/en/projects/${projectId}/settings`);
    await expectAccessible(page);

    const editor = await newMember(browser, page, projectId, 'Editor', {
      langs: ['Vietnamese'],
      name: 'Minh Trần',
    });
    await page.reload();
    const row = page.getByRole('listitem').filter({ hasText: 'Minh Trần' });
    await expect(row).toContainText('Editor for Vietnamese');
    await editor.page.goto(`/en/projects/${projectId}/settings`);
    await expect(editor.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();

    await row.getByRole('button', { name: 'Remove Minh Trần' }).click();
    await page.getByRole('button', { name: 'Remove from project' }).click();
    await expect(row).toHaveCount(0);
    await editor.page.goto('/en/projects');
    await expect(editor.page.getByRole('heading', { name: 'No projects yet' })).toBeVisible();
    await expectAccessible(editor.page);
    await editor.close();
  });

  test('changes languages, is listed once among the members, deletes by typing the name', async ({
    page,
  }) => {
    const projectId = await newProject(page, 'Luceafărul');
    await page.goto(`/ro/projects/${projectId}/settings`);
    await page.getByRole('button', { name: 'Elimină: vietnameză' }).click();
    await page.getByLabel('Adaugă o limbă…').selectOption({ label: 'Franceză' });
    await page.getByRole('button', { name: 'Salvează', exact: true }).click();
    await expect(page.getByText('Salvat.')).toBeVisible();

    // Who owns the installation is listed once, and needs no membership that could be taken away.
    await expect(page.getByRole('listitem').filter({ hasText: OWNER.email })).toHaveCount(1);
    await expect(page.getByRole('button', { name: `Elimină membrul ${OWNER.name}` })).toHaveCount(0);

    await page.getByRole('button', { name: 'Șterge acest proiect…' }).click();
    await page.getByLabel('Pentru siguranță').fill('Luceafarul');
    await page.getByRole('button', { name: 'Șterge definitiv' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'nu este numele' })).toBeVisible();
    await page.getByLabel('Pentru siguranță').fill('Luceafărul');
    await page.getByRole('button', { name: 'Șterge definitiv' }).click();
    await expect(page).toHaveURL(/\/ro\/projects$/);
    await expect(page.getByText('Luceafărul')).toHaveCount(0);
  });

  test('withdraws an invitation, whose link is dead then', async ({ page }) => {
    const projectId = await newProject(page, 'Nhật ký trong tù');
    const link = await invite(page, projectId, 'Reviewer');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await expect(page.getByRole('button', { name: 'Withdraw' })).toHaveCount(0);
    await page.goto(link);
    await expect(page.getByText('has been used')).toBeVisible();
  });

  test('switches language and theme, and both stay', async ({ page }) => {
    await page.goto('/en/account');
    await page.getByLabel('Interface language').selectOption('vi');
    await expect(page).toHaveURL(/\/vi\/account$/);
    await page.getByRole('button', { name: `Tài khoản của ${OWNER.name}` }).click();
    await page.getByText('Tối', { exact: true }).click();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  });

  test('sees one page for what is missing', async ({ page }) => {
    const response = await page.goto('/vi/projects/00000000-0000-4000-8000-000000000000/settings');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Không có gì ở đây' })).toBeVisible();
    await expectAccessible(page);
    expect((await page.goto('/en/nowhere/at.all'))?.status()).toBe(404);
  });
});

test('a new password signs out the other browsers', async ({ page, browser }) => {
  const ownerContext = await browser.newContext({ storageState: OWNER_STATE });
  const ownerPage = await ownerContext.newPage();
  const projectId = await newProject(ownerPage, 'Enigma Otiliei');
  const { person, page: first, close } = await newMember(browser, ownerPage, projectId, 'Viewer');
  await signIn(page, person);
  await page.goto('/en/account');
  await page.getByLabel('Current password').fill(person.password);
  await page.getByLabel('New password').fill('four walls of painted wood');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Other browsers are signed out.')).toBeVisible();
  await first.goto('/en/account');
  await expect(first).toHaveURL(/\/en\/sign-in/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
  await close();
  await ownerContext.close();
});

test('an owner helps somebody who forgot their password', async ({ page, browser }) => {
  const ownerContext = await browser.newContext({ storageState: OWNER_STATE });
  const ownerPage = await ownerContext.newPage();
  const projectId = await newProject(ownerPage, 'Pădurea spânzuraților');
  const { person, close } = await newMember(browser, ownerPage, projectId, 'Viewer', { name: 'Dan Uituc' });
  await close();
  await ownerPage.goto(`/en/projects/${projectId}/settings`);
  await ownerPage.getByRole('button', { name: 'Password link for Dan Uituc' }).click();
  await ownerPage.getByRole('button', { name: 'Make the link' }).click();
  const link = await ownerPage.getByLabel('Link to set a new password').inputValue();
  await ownerContext.close();

  // Who opens it gets the language that their browser asks for.
  expect(new URL(link).pathname).toMatch(/^\/reset\//);
  await page.goto(link.replace('/reset/', '/ro/reset/'));
  await expect(page.getByText(person.email)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Parola nouă').fill('patru pereți de lemn');
  await page.getByRole('button', { name: 'Setează parola' }).click();
  await expect(page).toHaveURL(/\/ro\/sign-in$/);
  await signIn(page, { ...person, password: 'patru pereți de lemn' });
});
