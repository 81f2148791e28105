import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import { ask, makeToken } from '@/tests/helpers/apiClient';
import { makeProject, makeTeam, makeUser } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { type Stored, storeTexts } from '@/tests/helpers/storedDocument';

vi.mock('../align/runner', () => ({ wakeRunner: vi.fn() }));

let test: TestDb;
let stored: Stored;
let [manager, viewer, stranger]: Actor[] = [];
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ manager, viewer, stranger } = await makeTeam(test.db, projectId));
  stored = await storeTexts(test.db, projectId);
});
afterAll(() => test.close());

const codeOf = async (response: Response) => [response.status, (await response.json()).error?.code];

describe('the door', () => {
  it('asks for a token, and for nothing else', async () => {
    const answer = await ask('GET', '/projects');
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await codeOf(answer)).toEqual([401, 'token.missing']);
    const cookie = {
      headers: { cookie: 'triptych.session_token=anything', origin: 'http://localhost:3000' },
    };
    expect(await codeOf(await ask('GET', '/projects', cookie))).toEqual([401, 'token.missing']);
    const token = await makeToken(test.db, manager);
    const foreign = { token, headers: { origin: 'https://elsewhere.example' } };
    expect((await ask('GET', '/projects', foreign)).status).toBe(200);
  });
  it('refuses tokens that are wrong or over', async () => {
    const over = await makeToken(test.db, manager, { expiresAt: new Date(Date.now() - 1000) });
    expect(await codeOf(await ask('GET', '/projects', { token: over }))).toEqual([401, 'token.invalid']);
    expect(await codeOf(await ask('GET', '/projects', { token: 'tri_nonsense' }))).toEqual([
      401,
      'token.invalid',
    ]);
  });
  it('refuses what the token is not good for', async () => {
    const token = await makeToken(test.db, manager, { scopes: ['read'] });
    const answer = await ask('POST', `/projects/${stored.projectId}/documents`, {
      token,
      json: { title: 'X' },
    });
    expect(answer.headers.get('www-authenticate')).toContain('insufficient_scope');
    expect(await codeOf(answer)).toEqual([403, 'token.scopeMissing']);
  });
  it('never gives more than its person may', async () => {
    const token = await makeToken(test.db, viewer);
    const made = await ask('POST', `/projects/${stored.projectId}/documents`, {
      token,
      json: { title: 'X' },
    });
    expect(await codeOf(made)).toEqual([403, 'project.forbidden']);
    const json = { name: 'Mine', targetLangs: ['vi'] };
    expect(await codeOf(await ask('POST', '/projects', { token, json }))).toEqual([403, 'project.forbidden']);
  });
  it('keeps a token for one project out of all others', async () => {
    const owner = await makeUser(test.db, { isOwner: true });
    const token = await makeToken(test.db, owner, { projectId: stranger.memberships[0].projectId });
    expect(await codeOf(await ask('GET', `/documents/${stored.documentId}`, { token }))).toEqual([
      404,
      'document.notFound',
    ]);
    const { projects } = await (await ask('GET', '/projects', { token })).json();
    expect(projects.map(({ id }: { id: string }) => id)).toEqual([stranger.memberships[0].projectId]);
  });
  it('says what there is not, and how else', async () => {
    expect(await codeOf(await ask('GET', '/nothing/here'))).toEqual([404, 'request.noRoute']);
    const wrong = await ask('DELETE', '/projects');
    expect(wrong.headers.get('allow')).toBe('GET, POST');
    expect(await codeOf(wrong)).toEqual([405, 'request.wrongMethod']);
  });
  it('says which field is wrong', async () => {
    const token = await makeToken(test.db, manager);
    const answer = await ask('POST', '/projects', { token, json: { name: 'X', targetLangs: [] } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code: 'request.invalid', message: expect.any(String), issues: [{ path: 'targetLangs' }] },
    });
    const unknown = await ask('GET', `/projects?documents=a,b`, { token });
    expect(await unknown.json()).toMatchObject({
      error: {
        code: 'request.invalid',
        params: { fields: 'documents' },
        issues: [{ path: 'documents', message: expect.any(String) }],
      },
    });
    const languages = { name: 'X', targetLangs: ['xx', 'en', 'vi', 'cjm'] };
    const { error } = await (await ask('POST', '/projects', { token, json: languages })).json();
    expect(error).toMatchObject({
      params: { fields: 'targetLangs' },
      issues: [
        { path: 'targetLangs', message: expect.stringContaining('“xx” is no language') },
        { path: 'targetLangs', message: expect.stringContaining('“en” is the reference') },
      ],
    });
    expect(error.issues).toHaveLength(2);
  });

  it.each([
    ['{"name":', 'syntax'],
    ['["a"]', 'noObject'],
    ['null', 'noObject'],
  ])('says that a body is no JSON object: %s', async (body, reason) => {
    const token = await makeToken(test.db, manager);
    const headers = { 'content-type': 'application/json' };
    const answer = await ask('POST', '/projects', { token, body, headers });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code: 'request.notJson', message: expect.stringContaining('JSON'), params: { reason } },
    });
  });
  it.each([
    ['declares', { 'content-length': '2000000' }],
    ['does not declare', {}],
  ])('refuses a body whose length it %s', async (_, headers) => {
    const token = await makeToken(test.db, manager);
    const body = JSON.stringify({ name: 'x'.repeat(1_500_000), targetLangs: ['vi'] });
    const answer = await ask('POST', '/projects', { token, body, headers });
    expect(await codeOf(answer)).toEqual([413, 'request.tooLarge']);
  });
});

describe('projects and documents', () => {
  it('are made, listed and read', async () => {
    const token = await makeToken(test.db, manager);
    const project = await ask('POST', '/projects', {
      token,
      json: { name: 'Kiều', targetLangs: ['vi', 'ro'] },
    });
    expect(project.status).toBe(201);
    const { projectId } = await project.json();
    const all = await makeToken(test.db, manager);
    expect(await (await ask('GET', `/projects/${projectId}`, { token: all })).json()).toMatchObject({
      name: 'Kiều',
      referenceLang: 'en',
    });
    const made = await ask('POST', `/projects/${projectId}/documents`, {
      token: all,
      json: { title: 'One' },
    });
    expect(made.status).toBe(201);
    const { documentId } = await made.json();
    const { documents } = await (await ask('GET', `/projects/${projectId}/documents`, { token: all })).json();
    expect(documents).toMatchObject([{ id: documentId, title: 'One', texts: [], bitexts: [] }]);
    const again = await ask('POST', `/projects/${projectId}/documents`, {
      token: all,
      json: { title: 'One' },
    });
    expect(await codeOf(again)).toEqual([400, 'document.titleTaken']);
  });
  it('of strangers look missing, and so do things that are no ids', async () => {
    const token = await makeToken(test.db, stranger);
    for (const id of [stored.documentId, randomUUID(), '..%2f', '%zz'])
      expect((await ask('GET', `/documents/${id}`, { token })).status).toBeGreaterThanOrEqual(400);
    expect(await codeOf(await ask('GET', `/documents/${stored.documentId}`, { token }))).toEqual([
      404,
      'document.notFound',
    ]);
  });
});

describe('alignment jobs', () => {
  it('start, are followed and cancelled', async () => {
    const token = await makeToken(test.db, manager, { scopes: ['align'] });
    const started = await ask('POST', `/bitexts/${stored.bitexts.vi}/jobs`, { token });
    expect(started.status).toBe(202);
    const { jobId } = await started.json();
    expect(await (await ask('GET', `/jobs/${jobId}`, { token })).json()).toMatchObject({ state: 'queued' });
    expect(await codeOf(await ask('POST', `/bitexts/${stored.bitexts.vi}/jobs`, { token }))).toEqual([
      400,
      'job.running',
    ]);
    expect((await ask('DELETE', `/jobs/${jobId}`, { token })).status).toBe(204);
    expect(await (await ask('GET', `/jobs/${jobId}`, { token })).json()).toMatchObject({
      state: 'cancelled',
    });
  });
});
