import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import { EXPORT_FORMATS } from '@/lib/formats/formats';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { ExportInput, ProjectExportInput } from './ExportInput';
import { exportDocument, previewDocumentExport } from './exportDocument';
import { exportProject, exportProjectManifest, previewProjectExport } from './exportProject';

const EVERY = 'machine,stale,proposed,confirmed,self-reviewed,approved';
const CONTENTS = {
  en: ['Anna came home. She wept.', 'Levin mowed.', 'The sun set. It was late.'],
  vi: ['Anna về nhà. Nàng khóc.', 'Lê-vin cắt cỏ.', 'Mặt trời lặn. Đã muộn.'],
  ro: ['Anna a venit acasă. A plâns.', 'Levin a cosit.', 'Soarele a apus. Era târziu.'],
};
/** Beads of which some stand side by side in both translations. */
const SEED_WITH_PAIRS = 1;
const TWO = { en: ['One. Two.', 'Three.'], vi: ['Một. Hai.', 'Ba.'] };

let test: TestDb;
let projectId: string;
let first: Stored;
let second: Stored;
let viewer: Actor;
let editor: Actor;
beforeAll(async () => {
  test = await openTestDb();
  projectId = await makeProject(test.db);
  ({ viewer, editor } = await makeTeam(test.db, projectId));
  first = await storeAligned(test.db, projectId, { seed: 3, contents: CONTENTS });
  second = await storeAligned(test.db, projectId, { seed: 4, contents: TWO });
});
afterAll(() => test.close());

const input = (values: Record<string, string>) =>
  ProjectExportInput.parse({ projectId, format: 'tsv', lang: 'vi', statuses: EVERY, ...values });
const ofDocument = (values: Record<string, string>) =>
  ExportInput.parse({
    ...{ documentId: first.documentId, format: 'tsv', lang: 'vi', statuses: EVERY },
    ...values,
  });
async function bytesOf(answer: Awaited<ReturnType<typeof exportProject>>): Promise<Uint8Array> {
  if (!(answer instanceof Response)) throw new Error(answer.ok ? '' : answer.error.code);
  return new Uint8Array(await answer.arrayBuffer());
}
const exported = async (values: Record<string, string> = {}) =>
  strFromU8(await bytesOf(await exportProject(viewer, input(values))));
const files = async (values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(unzipSync(await bytesOf(await exportProject(viewer, input(values))))).map(
      ([name, bytes]) => [name, strFromU8(bytes)],
    ),
  );
const rowsOf = (tsv: string) =>
  tsv
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => line.split('\t'));

describe('exportProject', () => {
  it('is for members, of documents of the project', async () => {
    const stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
    const failure = (code: string) => ({ ok: false, error: { code } });
    expect(await exportProject(stranger, input({}))).toEqual(failure('project.notFound'));
    const elsewhere = await storeAligned(test.db, await makeProject(test.db));
    expect(await exportProject(viewer, input({ documentIds: elsewhere.documentId }))).toEqual(
      failure('document.notFound'),
    );
    expect(await exportProject(viewer, input({ lang: 'fr' }))).toEqual({
      ok: false,
      error: { code: 'export.noLanguage', params: { lang: 'fr' } },
    });
  });

  it('puts all documents into one file, each row with its own', async () => {
    const [head, ...rows] = rowsOf(await exported());
    expect(head.slice(0, 4)).toEqual(['id', 'document', 'en', 'vi']);
    expect(new Set(rows.map(([, title]) => title))).toEqual(
      new Set([`Document ${first.documentId}`, `Document ${second.documentId}`]),
    );
    const only = rowsOf(await exported({ documentIds: second.documentId }));
    expect(only[0]).not.toContain('document');
    expect(only.length - 1).toBe((await beadsIn(test.db, second, 'vi')).length);
  });

  it('leaves the places of languages empty that a document does not have', async () => {
    const [head, ...rows] = rowsOf(await exported({ lang: 'all' }));
    expect(head).toEqual(['id', 'document', 'en', 'ro', 'vi']);
    const own = rows.filter(([, title]) => title === `Document ${second.documentId}`);
    expect(own.every((row) => row[3] === '')).toBe(true);
    expect(own.some((row) => row[4].includes('Một'))).toBe(true);
  });

  it.each(EXPORT_FORMATS.map(({ id }) => id))('gives the same bytes of %s twice', async (format) => {
    const values = { format, lang: 'all', properties: 'true', changes: 'true', nulls: 'keep' };
    const once = await bytesOf(await exportProject(viewer, input(values)));
    expect(await bytesOf(await exportProject(viewer, input(values)))).toEqual(once);
    const said = (await exportProjectManifest(viewer, input(values))) as Response;
    const manifest = await said.json();
    const sha = await crypto.subtle.digest('SHA-256', once.slice());
    expect(manifest.file.sha256).toBe(Buffer.from(sha).toString('hex'));
    expect(manifest.exported).toBeGreaterThan(0);
  });

  it('has a file a document where the format holds one only, with the manifest beside them', async () => {
    const made = await files({ format: 'tei' });
    expect(Object.keys(made)).toHaveLength(3);
    const manifest = JSON.parse(made['manifest.json']);
    expect(manifest.map(({ file }: { file: { name: string } }) => file.name).sort()).toEqual(
      Object.keys(made)
        .filter((name) => name !== 'manifest.json')
        .sort(),
    );
  });

  it('has a TMX a pair, the reference first, when all languages are asked for apart', async () => {
    const made = await files({ format: 'tmx', lang: 'all', pairs: 'apart' });
    const names = Object.keys(made).filter((name) => name.endsWith('.tmx'));
    expect(names.map((name) => name.replace(/.* /u, '')).sort()).toEqual(['en-ro.tmx', 'en-vi.tmx']);
    for (const name of names) {
      const langs = [...made[name].matchAll(/<tuv xml:lang="([^"]+)"/gu)].map(([, lang]) => lang);
      expect(langs.filter((_, k) => k % 2 === 0).every((lang) => lang === 'en')).toBe(true);
    }
  });

  it.each([
    ['moses', / moses\.zip"/u],
    ['tmx', / tmx\.zip"/u],
  ])('names a zip of several files once: %s', async (format, name) => {
    const answer = await exportProject(viewer, input({ format, lang: 'all', pairs: 'apart' }));
    const disposition = (answer as Response).headers.get('content-disposition');
    await (answer as Response).body?.cancel();
    expect(disposition).toMatch(name);
    expect(disposition).not.toContain('.zip.zip');
  });

  it('keeps documents apart in Moses by their lines, and in XCES by their linkGrp', async () => {
    const moses = await files({ format: 'moses', nulls: 'keep' });
    const lines = rowsOf(moses['corpus.vi']).length;
    const borders = rowsOf(moses['corpus.documents']);
    expect(borders).toHaveLength(2);
    expect(borders[0][0]).toBe('1');
    expect(Number(borders[1][0])).toBe(Number(borders[0][1]) + 1);
    expect(Number(borders[1][1])).toBe(lines);
    const xces = await files({ format: 'xces' });
    expect(Object.keys(xces).sort()).toEqual([
      'Triptych/raw/en-vi.xml',
      ...['en/1', 'en/2', 'vi/1', 'vi/2'].map((name) => `Triptych/raw/${name}.xml`),
    ]);
    expect(xces['Triptych/raw/en-vi.xml'].match(/fromDoc="[^"]+" toDoc="[^"]+"/gu)).toEqual([
      'fromDoc="en/1.xml.gz" toDoc="vi/1.xml.gz"',
      'fromDoc="en/2.xml.gz" toDoc="vi/2.xml.gz"',
    ]);
  });
});

describe('exportDocument', () => {
  const rows = async (values: Record<string, string>) =>
    rowsOf(strFromU8(await bytesOf(await exportDocument(viewer, ofDocument(values)))));

  it('joins two translations over the reference, and says so', async () => {
    const own = await makeProject(test.db);
    const reader = await makeMember(test.db, own, 'viewer');
    const { documentId } = await storeAligned(test.db, own, { seed: SEED_WITH_PAIRS, contents: CONTENTS });
    const pair = (values: Record<string, string>) =>
      ofDocument({ documentId, from: 'vi', lang: 'ro', properties: 'true', ...values });
    const [head, ...made] = rowsOf(strFromU8(await bytesOf(await exportDocument(reader, pair({})))));
    expect(head).toEqual(['id', 'vi', 'ro', 'status', 'confidence', 'reason', 'derived']);
    expect(made.length).toBeGreaterThan(0);
    // Not even where units of one language are asked for: one of the two alone says nothing of the pair.
    expect(made.every((row) => row[1] && row[2] && row[6] === 'en')).toBe(true);
    const tmx = strFromU8(await bytesOf(await exportDocument(reader, pair({ format: 'tmx' }))));
    expect(tmx).toContain('<prop type="x-derived">en</prop>');
    expect(tmx).toContain('srclang="vi"');
    expect(await exportDocument(reader, pair({ lang: 'vi' }))).toEqual({
      ok: false,
      error: { code: 'export.noPair', params: { lang: 'vi', from: 'vi' } },
    });
  });

  it('leaves units of several segments out, or marks where they meet', async () => {
    const marked = await rows({ manyToMany: 'mark' });
    expect(marked.some((row) => row[1]?.includes('Anna came home. ~~~ She wept.'))).toBe(true);
    const single = await rows({ manyToMany: 'leaveOut' });
    expect(single.length).toBeLessThan(marked.length);
    expect(single.some((row) => row[1].includes('home. She'))).toBe(false);
  });

  it('puts the least sure first when asked, each with its own text', async () => {
    const inText = await rows({});
    const sorted = await rows({ order: 'confidence' });
    expect(
      sorted
        .slice(1)
        .map(([id]) => id)
        .sort(),
    ).toEqual(
      inText
        .slice(1)
        .map(([id]) => id)
        .sort(),
    );
    const byId = new Map(inText.map((row) => [row[0], row]));
    for (const row of sorted) expect(row).toEqual(byId.get(row[0]));
  });

  it('writes texts as they were imported when asked, and who changed what', async () => {
    const correct = { type: 'correct', text: first.texts.vi, start: 0, reading: 'Annika về nhà.' } as const;
    expect((await editDocument(editor, await freshEdit(test.db, first, correct))).ok).toBe(true);
    const joined = (made: string[][]) => made.map((row) => row.join('\t')).join('\n');
    expect(joined(await rows({}))).toContain('Annika về nhà.');
    const imported = joined(await rows({ text: 'imported' }));
    expect(imported).toContain('Anna về nhà.');
    expect(imported).not.toContain('Annika');
    const [head, ...made] = await rows({ changes: 'true' });
    const by = head.indexOf('changed_by');
    expect(made.filter((row) => row[by] === editor.name)).toHaveLength(1);
    expect(made.find((row) => row[by])?.[by + 1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
  });
});

describe('previewExport', () => {
  it.each(EXPORT_FORMATS.map(({ id }) => id))('shows how %s begins, and counts', async (format) => {
    const shown = await previewDocumentExport(viewer, ofDocument({ format }));
    if (!shown.ok) throw new Error(shown.error.code);
    expect(shown.value.begins.map(({ text }) => text).join('\n')).toContain('Lê-vin cắt cỏ.');
    expect(shown.value.counts?.units).toBeGreaterThan(0);
  });

  it('counts as the manifest does', async () => {
    const values = { lang: 'all', statuses: 'machine', nulls: 'leaveOut', manyToMany: 'leaveOut' };
    const shown = await previewProjectExport(viewer, input(values));
    const said = await ((await exportProjectManifest(viewer, input(values))) as Response).json();
    expect(shown).toMatchObject({ value: { counts: { units: said.exported, leftOut: said.leftOut } } });
  });
});
