import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { text } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import { ask, makeToken } from '@/tests/helpers/apiClient';
import { makeMember, makeProject, makeTeam, makeUser } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { answeredWell } from '@/tests/helpers/heldAgainst';
import { ENDPOINTS } from './endpoints';

vi.mock('node:worker_threads', async (original) => {
  // The imports above reach for threads before this one would be there.
  const { withTypeScript } = await import('@/tests/helpers/typescriptWorkers');
  return withTypeScript(await original());
});
vi.mock('../align/runner', () => ({ wakeRunner: vi.fn() }));

let test: TestDb;
let manager: Actor;
let viewer: Actor;
let projectId: string;
let token: string;
const data = mkdtempSync(join(tmpdir(), 'triptych-api-'));
beforeAll(async () => {
  process.env.TRIPTYCH_DATA = data;
  test = await openTestDb();
  projectId = await makeProject(test.db);
  ({ manager, viewer } = await makeTeam(test.db, projectId));
  token = await makeToken(test.db, manager);
});
afterAll(async () => {
  await test.close();
  rmSync(data, { recursive: true, force: true });
});

let made = 0;
async function newDocument(): Promise<string> {
  const json = { title: `Document ${made++}` };
  const answer = await ask('POST', `/projects/${projectId}/documents`, { token, json });
  return (await answer.json()).documentId;
}
const codeOf = async (response: Response) => [response.status, (await response.json()).error?.code];
const form = (files: Record<string, string>, fields: Record<string, string> = {}) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const [name, content] of Object.entries(files)) body.append('files', new File([content], name));
  return body;
};
const textsOf = (documentId: string) => test.db.select().from(text).where(eq(text.documentId, documentId));
/** What requests have left on disk. */
const leftOver = () =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const TMX = `<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>Anna came home.</seg></tuv><tuv xml:lang="vi"><seg>Anna về nhà.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>She wept.</seg></tuv><tuv xml:lang="vi"><seg>Nàng khóc.</seg></tuv></tu>
</body></tmx>`;

describe('texts', () => {
  it('come as a form or as the body itself, after a look at what they would be', async () => {
    const documentId = await newDocument();
    const preview = await ask('POST', `/documents/${documentId}/texts/preview`, {
      token,
      body: form({ 'en.txt': 'Anna came home. She wept.\n' }),
    });
    expect(await preview.json()).toMatchObject({
      fileName: 'en.txt',
      format: 'txt',
      lang: 'en',
      sentences: 2,
    });
    expect(await textsOf(documentId)).toEqual([]);
    const en = await ask('POST', `/documents/${documentId}/texts`, {
      token,
      body: form({ 'en.txt': 'Anna came home. She wept.\n' }, { lang: 'en' }),
    });
    expect(en.status).toBe(201);
    const vi = await ask('POST', `/documents/${documentId}/texts?lang=vi&fileName=vi.txt`, {
      token,
      body: 'Anna về nhà. Nàng khóc.\n',
      headers: { 'content-type': 'text/plain' },
    });
    expect(vi.status).toBe(201);
    const { texts, jobs } = await (await ask('GET', `/documents/${documentId}`, { token })).json();
    expect(texts).toMatchObject([
      { lang: 'en', isReference: true },
      { lang: 'vi', fileName: 'vi.txt' },
    ]);
    expect(jobs).toMatchObject([{ state: 'queued' }]);
    const again = form({ 'en.txt': 'Again.' }, { lang: 'en' });
    expect(await codeOf(await ask('POST', `/documents/${documentId}/texts`, { token, body: again }))).toEqual(
      [400, 'text.exists'],
    );
    expect(leftOver()).toEqual([]);
  });

  it.each([
    ['no file', () => form({}, { lang: 'vi' }), 'request.invalid'],
    ['two files', () => form({ a: 'x', b: 'y' }, { lang: 'vi' }), 'request.invalid'],
    ['no language', () => form({ a: 'x' }), 'request.invalid'],
    ['another language', () => form({ a: 'x' }, { lang: 'fr' }), 'text.languageUnknown'],
    ['a picture', () => form({ 'a.txt': 'GIF89a\u0001\0' }, { lang: 'vi' }), 'import.binary'],
  ])('are refused with %s', async (_, body, code) => {
    const documentId = await newDocument();
    expect(
      await codeOf(await ask('POST', `/documents/${documentId}/texts`, { token, body: body() })),
    ).toEqual([400, code]);
    expect(leftOver()).toEqual([]);
  });

  it('are for those who may, asked before a byte is read', async () => {
    const documentId = await newDocument();
    const reading = await makeToken(test.db, viewer);
    let pulled = 0;
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    const answer = await ask('POST', `/documents/${documentId}/texts?lang=vi`, { token: reading, body });
    expect(await codeOf(answer)).toEqual([403, 'document.forbidden']);
    expect(pulled).toBe(0);
  });

  it('are refused at once when they say that they are too large', async () => {
    const documentId = await newDocument();
    const answer = await ask('POST', `/documents/${documentId}/texts?lang=vi`, {
      token,
      body: 'x',
      headers: { 'content-length': '999999999' },
    });
    expect(await codeOf(answer)).toEqual([413, 'request.tooLarge']);
    expect(leftOver()).toEqual([]);
  });
});

describe('aligned texts', () => {
  it('come with their alignment, and go out again', async () => {
    const documentId = await newDocument();
    const dry = await ask('POST', `/documents/${documentId}/aligned/preview`, {
      token,
      body: form({ 'a.tmx': TMX }),
    });
    expect(await dry.json()).toMatchObject({
      format: 'tmx',
      units: 2,
      languages: [{ lang: 'en' }, { lang: 'vi' }],
    });
    expect(await textsOf(documentId)).toEqual([]);
    const body = form({ 'a.tmx': TMX });
    const done = await ask('POST', `/documents/${documentId}/aligned`, { token, body });
    expect([done.status, await done.json()]).toEqual([201, { units: 2, langs: ['en', 'vi'] }]);
    const query = 'format=tsv&lang=vi&statuses=machine,approved';
    const file = await ask('GET', `/documents/${documentId}/export?${query}`, { token });
    expect(await file.text()).toContain('\tAnna came home.\tAnna về nhà.');
    const preview = await (
      await ask('GET', `/documents/${documentId}/export/preview?${query}`, { token })
    ).json();
    expect(preview).toMatchObject({ files: 1, counts: { units: 2 } });
    const manifest = await ask('GET', `/documents/${documentId}/export/manifest?${query}`, { token });
    expect(await manifest.json()).toMatchObject({ exported: 2, file: { format: 'tsv' } });
    for (const what of ['', '/preview', '/manifest'])
      expect(
        (
          await ask('GET', `/projects/${projectId}/export${what}?${query}&documentIds=${documentId}`, {
            token,
          })
        ).status,
      ).toBe(200);
    const unasked = await ask('GET', `/documents/${documentId}/export?format=pdf&lang=vi`, { token });
    expect(await unasked.json()).toMatchObject({ error: { issues: [{ path: 'format' }] } });
    expect(leftOver()).toEqual([]);
  });

  it('tell how far they are, line by line', async () => {
    const documentId = await newDocument();
    const answer = await ask('POST', `/documents/${documentId}/aligned?fileName=a.tmx`, {
      token,
      body: TMX,
      headers: { accept: 'application/x-ndjson', 'content-type': 'application/octet-stream' },
    });
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toHaveProperty('progress');
    expect(lines.at(-1)).toEqual({ value: { units: 2, langs: ['en', 'vi'] } });
  });

  it('leave nothing when the client goes', async () => {
    const documentId = await newDocument();
    const leaving = new AbortController();
    const going = ask(
      'POST',
      `/documents/${documentId}/aligned?fileName=a.tmx`,
      { token, body: TMX, headers: { 'content-type': 'application/octet-stream' } },
      leaving.signal,
    );
    leaving.abort();
    expect(await codeOf(await going)).toEqual([400, 'import.cancelled']);
    expect(await textsOf(documentId)).toEqual([]);
    expect(leftOver()).toEqual([]);
  });
});

describe('documents at work', () => {
  it('take a corrected text, and an alignment of their own texts', async () => {
    const documentId = await newDocument();
    const EN = 'Anna came home. She wept.';
    for (const [lang, content] of [
      ['en', EN],
      ['vi', 'Anna về nhà.\nNàng khóc.\n'],
    ])
      await ask('POST', `/documents/${documentId}/texts?lang=${lang}`, { token, body: content });
    const { bitexts, jobs } = await (await ask('GET', `/documents/${documentId}`, { token })).json();
    await ask('DELETE', `/jobs/${jobs[0].id}`, { token });
    const path = `/documents/${documentId}/bitexts/${bitexts[0].id}/alignment`;
    const ladder = () => form({ 'a.ladder': '0\t0\t1\n1\t1\t1\n2\t2\t0\n' }, { order: 'sourceFirst' });
    const dry = await ask('POST', `${path}/preview`, { token, body: ladder() });
    expect(await dry.json()).toMatchObject({ made: 2, first: [{ source: 'Anna came home.' }, {}] });
    const attached = await ask('POST', path, { token, body: ladder() });
    expect(await attached.json()).toMatchObject({ eventId: expect.any(String), made: 2 });
    const aligned = await (await ask('GET', `/documents/${documentId}`, { token })).json();
    expect(aligned.bitexts).toMatchObject([{ aligned: true }]);

    const better = () => form({ 'vi.txt': 'Anna về nhà.\nNàng khóc òa.\n' }, { lang: 'vi' });
    const preview = await ask('POST', `/documents/${documentId}/texts/replace/preview`, {
      token,
      body: better(),
    });
    expect(await preview.json()).toMatchObject({
      isSame: false,
      differences: { count: 1 },
      beads: [{ kept: 1, stale: 1 }],
    });
    const replaced = await ask('POST', `/documents/${documentId}/texts/replace`, { token, body: better() });
    expect(await replaced.json()).toMatchObject({ beads: [{ lang: 'vi', kept: 1, stale: 1 }] });
    const reading = await makeToken(test.db, viewer);
    expect(await codeOf(await ask('POST', path, { token: reading, body: ladder() }))).toEqual([
      403,
      'document.forbidden',
    ]);
  });
});

describe('exports', () => {
  it('need the scope, and the project', async () => {
    const documentId = await newDocument();
    const reading = await makeToken(test.db, manager, { scopes: ['read', 'import', 'align'] });
    const path = `/documents/${documentId}/export?format=tmx&lang=vi`;
    expect(await codeOf(await ask('GET', path, { token: reading }))).toEqual([403, 'token.scopeMissing']);
    const stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
    expect(await codeOf(await ask('GET', path, { token: await makeToken(test.db, stranger) }))).toEqual([
      404,
      'document.notFound',
    ]);
    expect(await codeOf(await ask('GET', path, { token }))).toEqual([400, 'bitext.notAligned']);
  });
});

describe('bundles', () => {
  it('take a document to another project', async () => {
    const documentId = await newDocument();
    await ask('POST', `/documents/${documentId}/aligned`, { token, body: form({ 'a.tmx': TMX }) });
    const bundle = await ask('GET', `/documents/${documentId}/bundle`, { token });
    const elsewhere = await makeProject(test.db);
    const owner = await makeToken(test.db, await makeUser(test.db, { isOwner: true }));
    const body = await bundle.arrayBuffer();
    const looked = await ask('POST', `/projects/${elsewhere}/bundle/preview?fileName=a.triptych`, {
      token: owner,
      body,
    });
    expect(looked.status).toBe(200);
    expect(await looked.json()).toMatchObject({
      ...{ file: 'a.triptych', problem: null, trusted: true, demoted: 0, unexplained: 0 },
      texts: [{ lang: 'en' }, { lang: 'vi' }],
    });
    const broken = await ask('POST', `/projects/${elsewhere}/bundle/preview`, {
      token: owner,
      body: body.slice(0, -400),
    });
    expect(await codeOf(broken)).toEqual([400, 'import.brokenBundle']);
    const done = await ask('POST', `/projects/${elsewhere}/bundle?fileName=a.triptych`, {
      token: owner,
      body,
    });
    expect(done.status).toBe(201);
    const moved = await ask('GET', `/documents/${(await done.json()).documentId}`, { token: owner });
    expect(await moved.json()).toMatchObject({
      projectId: elsewhere,
      bitexts: [{ lang: 'vi', aligned: true }],
    });
    const refused = await ask('POST', `/projects/${elsewhere}/bundle`, { token, body: 'x' });
    expect(await codeOf(refused)).toEqual([404, 'project.notFound']);
    expect(leftOver()).toEqual([]);
  });
});

describe('fields that are given twice', () => {
  const asked = async (answer: Response) => {
    const { error } = await answer.json();
    return [answer.status, error?.code, error?.params.name];
  };
  it('are refused by name, in a query, in a form, and where the path has said them', async () => {
    const documentId = await newDocument();
    const path = `/documents/${documentId}/texts/preview`;
    const twice = new FormData();
    for (const lang of ['en', 'vi']) twice.append('lang', lang);
    twice.append('files', new File(['Anna.'], 'a.txt'));
    expect(await asked(await ask('POST', path, { token, body: twice }))).toEqual([
      400,
      'request.repeated',
      'lang',
    ]);
    const once = form({ 'a.txt': 'Anna.' }, { lang: 'en' });
    expect(await asked(await ask('POST', `${path}?lang=vi`, { token, body: once }))).toEqual([
      ...[400, 'request.repeated', 'lang'],
    ]);
    const named = `${path}?fileName=a.txt&fileName=b.txt`;
    expect(await asked(await ask('POST', named, { token, body: 'Anna.' }))).toEqual([
      ...[400, 'request.repeated', 'fileName'],
    ]);
    const exported = `/projects/${projectId}/export/preview?format=tmx&lang=vi`;
    expect(await asked(await ask('GET', `${exported}&format=tsv`, { token }))).toEqual([
      ...[400, 'request.repeated', 'format'],
    ]);
    expect(await asked(await ask('GET', `${exported}&projectId=${documentId}`, { token }))).toEqual([
      ...[400, 'request.repeated', 'projectId'],
    ]);
  });
  it('are one list where they are lists', async () => {
    const path = `/projects/${projectId}/export/preview?format=tmx&lang=vi`;
    const parted = await ask('GET', `${path}&statuses=machine&statuses=approved`, { token });
    const joined = await ask('GET', `${path}&statuses=machine,approved`, { token });
    expect([parted.status, await parted.json()]).toEqual([joined.status, await joined.json()]);
  });
});

describe('a corpus', () => {
  const CORPUS = 'document\ten\tvi\nPart 1\tOne.\tMột.\nPart 2\tTwo.\tHai.\n';
  it('is looked at and becomes documents, all that are wanted or none', async () => {
    const path = `/projects/${projectId}/corpus`;
    const preview = await ask('POST', `${path}/preview`, {
      token,
      body: form({ 'c.tsv': CORPUS }, { show: '2' }),
    });
    expect(await preview.json()).toMatchObject({
      documents: [
        { number: 1, title: 'Part 1', units: 1, problem: null },
        { number: 2, title: 'Part 2' },
      ],
      shown: { number: 2, preview: { first: [{ ordinal: 1, texts: ['Two.', 'Hai.'] }] } },
    });
    const wrong = await ask('POST', path, { token, body: form({ 'c.tsv': CORPUS }, { documents: '1,7' }) });
    expect(await codeOf(wrong)).toEqual([400, 'import.noDocument']);
    const stored = await ask('POST', path, { token, body: form({ 'c.tsv': CORPUS }, { documents: '2' }) });
    const { documents } = (await stored.json()) as {
      documents: { documentId: string; title: string }[];
    };
    expect(documents.map(({ title }) => title)).toEqual(['Part 2']);
    expect((await textsOf(documents[0].documentId)).map(({ lang }) => lang).sort()).toEqual(['en', 'vi']);
    expect(leftOver()).toEqual([]);
    const other = await makeToken(test.db, viewer);
    expect(await codeOf(await ask('POST', path, { token: other, body: form({ 'c.tsv': CORPUS }) }))).toEqual([
      ...[403, 'project.forbidden'],
    ]);
  });
});

describe('every endpoint', () => {
  it('has been answered well, here or beside the jobs', async () => {
    await ask('GET', '/openapi.json');
    await ask('GET', '/me', { token });
    await ask('GET', '/projects', { token });
    await ask('GET', `/projects/${projectId}`, { token });
    await ask('GET', `/projects/${projectId}/documents`, { token });
    const documentId = await newDocument();
    for (const [lang, content] of [
      ['en', 'One.'],
      ['ro', 'Unu.'],
    ])
      await ask('POST', `/documents/${documentId}/texts?lang=${lang}`, { token, body: content });
    const { bitexts, jobs } = await (await ask('GET', `/documents/${documentId}`, { token })).json();
    await ask('GET', `/jobs/${jobs[0].id}`, { token });
    await ask('DELETE', `/jobs/${jobs[0].id}`, { token });
    await ask('POST', `/bitexts/${bitexts[0].id}/jobs`, { token });
    await ask('POST', '/projects', { token, json: { name: 'Another', targetLangs: ['vi'] } });
    expect(ENDPOINTS.map(({ id }) => id).filter((id) => !answeredWell.has(id))).toEqual([]);
  });
});
