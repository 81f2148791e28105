import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import type { BeadCommand } from '@/lib/bitext/commands';
import { isNull } from '@/lib/bitext/types';
import { checkDtd } from '@/lib/formats/tmx/checkDtd';
import { makeMember, makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, storeAligned, storeTexts } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { ExportInput } from './ExportInput';
import { exportDocument, exportManifest } from './exportDocument';

const DTD = readFileSync(new URL('../../../tests/schemas/tmx14.dtd', import.meta.url), 'utf8');
const EVERY = 'machine,proposed,confirmed,self-reviewed,approved';

let test: TestDb;
let stored: Stored;
let viewer: Actor;
let editor: Actor;
let reviewer: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ viewer, editor, reviewer } = await makeTeam(test.db, projectId));
  const contents = {
    en: ['Anna & "Levin" <came> home. She wept 🙂.', 'The sun set.'],
    vi: ['Anna & “Lê-vin” <về> nhà. Nàng khóc 🙂.', 'Mặt trời lặn.'],
    ro: ['Anna și Levin au venit acasa\u0306.', 'Soarele a apus.'],
  };
  stored = await storeAligned(test.db, projectId, { seed: 13, contents });
});
afterAll(() => test.close());

const input = (values: Record<string, string>) =>
  ExportInput.parse({ documentId: stored.documentId, format: 'tmx', lang: 'vi', ...values });
async function exported(values: Record<string, string> = {}): Promise<string> {
  const answer = await exportDocument(viewer, input(values));
  if (!(answer instanceof Response)) throw new Error(answer.ok ? '' : answer.error.code);
  return answer.text();
}
async function manifest(values: Record<string, string> = {}) {
  const answer = await exportManifest(viewer, input(values));
  return (answer as Response).json();
}
const give = async (actor: Actor, ...commands: BeadCommand[]) =>
  expect(await editDocument(actor, await freshEdit(test.db, stored, ...commands))).toMatchObject({
    ok: true,
  });
const count = (text: string, part: RegExp) => (text.match(part) ?? []).length;
const failure = (code: string) => ({ ok: false, error: { code } });

describe('exportDocument', () => {
  it('is for members, of a document that is aligned', async () => {
    const stranger = await makeMember(test.db, await makeProject(test.db), 'manager');
    expect(await exportDocument(stranger, input({}))).toEqual(failure('document.notFound'));
    expect(await exportManifest(stranger, input({}))).toEqual(failure('document.notFound'));
    expect(await exportDocument(viewer, input({ documentId: randomUUID() }))).toEqual(
      failure('document.notFound'),
    );
    const bare = await storeTexts(test.db, stored.projectId);
    expect(await exportDocument(viewer, input({ documentId: bare.documentId }))).toEqual(
      failure('bitext.notAligned'),
    );
    const refused = async (values: Record<string, string>) => {
      const answer = await exportDocument(viewer, input(values));
      return answer instanceof Response || answer.ok ? null : answer.error;
    };
    expect(await refused({ lang: 'fr' })).toEqual({ code: 'export.noLanguage', params: { lang: 'fr' } });
    expect(await refused({ lang: 'vi', from: 'fr' })).toMatchObject({ code: 'export.noLanguage' });
    expect(await refused({ lang: 'en' })).toMatchObject({ code: 'export.noPair' });
    expect(await refused({ lang: 'all', from: 'vi' })).toMatchObject({ code: 'export.noPair' });
    expect(await refused({ lang: 'vi', from: 'vi' })).toEqual({
      code: 'export.noPair',
      params: { lang: 'vi', from: 'vi' },
    });
  });

  it('is as old as its texts when nobody has changed anything', async () => {
    const untouched = await storeAligned(test.db, stored.projectId, { seed: 3 });
    const [{ importedAt }] = await test.db
      .select({ importedAt: sql<string>`max(${text.importedAt})` })
      .from(text)
      .where(eq(text.documentId, untouched.documentId));
    const { createdAt } = await manifest({ documentId: untouched.documentId });
    expect(createdAt).toBe(new Date(importedAt).toISOString());
  });

  it('counts each bead that it leaves out once', async () => {
    const both = [...(await beadsIn(test.db, stored, 'vi')), ...(await beadsIn(test.db, stored, 'ro'))];
    const { leftOut } = await manifest({ lang: 'all' });
    expect(leftOut).toEqual({ status: both.length, null: 0, disputed: 0, stale: 0, manyToMany: 0 });
  });

  it('holds approved beads only, unless asked for others', async () => {
    expect(count(await exported(), /<tu[ >]/g)).toBe(0);
    const bead = (await beadsIn(test.db, stored, 'vi')).find((b) => !isNull(b))!;
    await give(editor, { type: 'confirm', bead: bead.id });
    expect(count(await exported(), /<tu[ >]/g)).toBe(0);
    expect(count(await exported({ statuses: 'confirmed' }), /<tu[ >]/g)).toBe(1);
    await give(reviewer, { type: 'approve', bead: bead.id });
    expect(count(await exported(), /<tu[ >]/g)).toBe(1);
  });

  it('leaves disputed beads out, and says so', async () => {
    const all = count(await exported({ statuses: EVERY, nulls: 'leaveOut' }), /<tu[ >]/g);
    const bead = (await beadsIn(test.db, stored, 'vi')).findLast((b) => !isNull(b))!;
    const id = randomUUID();
    await give(editor, { type: 'dispute', bead: bead.id, id, body: 'No.' });
    expect(count(await exported({ statuses: EVERY, nulls: 'leaveOut' }), /<tu[ >]/g)).toBe(all - 1);
    expect(JSON.stringify(await manifest({ statuses: EVERY }))).toContain('"disputed":1');
    await give(editor, { type: 'resolve', bead: bead.id, comment: id });
  });

  it.each([
    ['tmx', 'vi'],
    ['tmx', 'all'],
    ['tsv', 'vi'],
    ['tsv', 'all'],
  ])(
    'gives the same %s of %s for the same revision, with its checksum in the manifest',
    async (format, lang) => {
      const values = { format, lang, statuses: EVERY };
      const file = await exported(values);
      expect(await exported(values)).toBe(file);
      const said = await manifest(values);
      expect(said.file).toMatchObject({ format, sha256: createHash('sha256').update(file).digest('hex') });
      expect(said.exported).toBeGreaterThan(0);
      expect(said.langs).toEqual(lang === 'all' ? ['en', 'ro', 'vi'] : ['en', 'vi']);
    },
  );

  it.each(['vi', 'all'])('writes TMX of %s that its DTD allows', async (lang) => {
    expect(checkDtd(await exported({ lang, statuses: EVERY }), DTD)).toEqual([]);
  });

  it('keeps nulls in TSV when asked, and counts what it leaves out', async () => {
    const beads = await beadsIn(test.db, stored, 'vi');
    const rows = async (nulls: string) =>
      (await manifest({ format: 'tsv', statuses: EVERY, nulls })).exported;
    expect(await rows('keep')).toBe(beads.length);
    expect(await rows('leaveOut')).toBe(beads.filter((bead) => !isNull(bead)).length);
  });

  it('writes the text as corrected', async () => {
    await give(editor, { type: 'correct', text: stored.texts.vi!, start: 0, reading: 'Annika về nhà rồi.' });
    expect(await exported({ format: 'tsv', statuses: EVERY, nulls: 'keep' })).toContain('Annika về nhà rồi.');
  });
});
