import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bead as beads } from '@/db/schema';
import type { Actor } from '@/lib/bitext/can';
import { EXPORT_FORMATS } from '@/lib/formats/formats';
import { contentOf } from '@/tests/fixtures/formats/contentOf';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { ExportInput } from './ExportInput';
import { exportDocument, exportManifest } from './exportDocument';

/** What is chosen before anything is written, in each format: which beads, which words, in which order. */

const EVERY = 'machine,stale,proposed,confirmed,self-reviewed,approved';
/** No word stands twice, so that each tells its place. */
const CONTENTS = {
  en: ['Alpha one. Alpha two.', 'Beta one. Beta two.', 'Gamma one. Gamma two.', 'Delta one. Delta two.'],
  vi: ['Một a. Một b.', 'Hai a. Hai b.', 'Ba a. Ba b.', 'Bốn a. Bốn b.', 'Năm a. Năm b.'],
};

let test: TestDb;
let stored: Stored;
let [viewer, editor, reviewer]: Actor[] = [];
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ viewer, editor, reviewer } = await makeTeam(test.db, projectId));
  stored = await storeAligned(test.db, projectId, { seed: 5, contents: CONTENTS });
  // Neither sorted nor all different, and one that a person has drawn.
  const drawn = [0.9, 0.2, 0.5, 0.2, null, 0.7, 0.1];
  for (const [k, { id }] of (await beadsIn(test.db, stored, 'vi')).entries())
    await test.db
      .update(beads)
      .set({ confidence: drawn[k % drawn.length] })
      .where(eq(beads.id, id));
});
afterAll(() => test.close());

const input = (values: Record<string, string>) =>
  ExportInput.parse({ documentId: stored.documentId, format: 'tsv', lang: 'vi', statuses: EVERY, ...values });
async function exported(values: Record<string, string>): Promise<string> {
  const answer = await exportDocument(viewer, input(values));
  if (!(answer instanceof Response)) throw new Error(answer.ok ? '' : answer.error.code);
  return contentOf(new Uint8Array(await answer.arrayBuffer()));
}
async function manifest(values: Record<string, string>) {
  const answer = await exportManifest(viewer, input(values));
  if (!(answer instanceof Response)) throw new Error(answer.ok ? '' : answer.error.code);
  return answer.json();
}
const give = async (actor: Actor, command: Parameters<typeof freshEdit>[2]) =>
  expect(await editDocument(actor, await freshEdit(test.db, stored, command))).toMatchObject({ ok: true });

describe('the order', () => {
  it('has the least sure first, equals as in the text, and last what a person has drawn', async () => {
    const rows = async (order: string) =>
      (await exported({ order, properties: 'true' }))
        .replace(/\n$/u, '')
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'));
    const inText = await rows('text');
    const confidences = (lines: string[][]) => lines.map((row) => row[4]);
    expect(confidences(inText)).not.toEqual([...confidences(inText)].sort());
    const sure = (row: string[]) => (row[4] === '' ? 2 : Number(row[4]));
    expect(await rows('confidence')).toEqual(inText.toSorted((a, b) => sure(a) - sure(b)));
  });

  it.each(EXPORT_FORMATS.map((format) => [format.id, format] as const))(
    'is that of the text in %s only where it holds the texts',
    async (id, format) => {
      const [inText, sorted] = [
        await exported({ format: id }),
        await exported({ format: id, order: 'confidence' }),
      ];
      expect(inText === sorted).toBe(format.holdsTexts ?? false);
    },
  );
});

describe.each(EXPORT_FORMATS.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it('has several segments on a side joined, marked or left out', async () => {
    const nulls = 'keep';
    const many = (await beadsIn(test.db, stored, 'vi')).length;
    const [joined, marked, single] = await Promise.all(
      ['join', 'mark', 'leaveOut'].map((manyToMany) => exported({ format: id, manyToMany, nulls })),
    );
    expect(joined).not.toContain('~~~');
    expect(marked.includes(' ~~~ ')).toBe(!format.holdsTexts);
    const { exported: left, leftOut } = await manifest({ format: id, manyToMany: 'leaveOut', nulls });
    expect(leftOut.manyToMany).toBeGreaterThan(0);
    expect(left + leftOut.manyToMany).toBe(many);
    expect(single.length).toBeLessThan(joined.length);
  });

  it('has words as corrected, or as imported', async () => {
    const word = `Sửa ${id}.`;
    await give(editor, { type: 'correct', text: stored.texts.vi!, start: 0, reading: word });
    const [corrected, imported] = await Promise.all(
      ['corrected', 'imported'].map((text) => exported({ format: id, text, nulls: 'keep' })),
    );
    expect(corrected).toContain(word);
    expect(corrected).not.toContain('Một a.');
    expect(imported).toContain('Một a.');
    expect(imported).not.toContain('Sửa');
  });
});

describe('the statuses', () => {
  it.each(EXPORT_FORMATS.map(({ id }) => id))(
    'are those asked for in %s, and approved when nobody asks',
    async (id) => {
      const all = await beadsIn(test.db, stored, 'vi');
      const pairs = all.filter(
        ({ source, target }) => source.start < source.end && target.start < target.end,
      );
      if (pairs[0].status === 'machine') {
        await give(editor, { type: 'confirm', bead: pairs[0].id });
        await give(editor, { type: 'confirm', bead: pairs[1].id });
        await give(reviewer, { type: 'approve', bead: pairs[0].id });
      }
      const { statuses: _, ...unasked } = { ...input({ format: id }), statuses: undefined };
      const usual = await exportDocument(
        viewer,
        ExportInput.parse(JSON.parse(JSON.stringify(unasked, flags))),
      );
      if (!(usual instanceof Response)) throw new Error('refused');
      const approved = await contentOf(new Uint8Array(await usual.arrayBuffer()));
      expect(approved).toBe(await exported({ format: id, statuses: 'approved' }));
      const told = async (statuses: string) =>
        (await manifest({ format: id, statuses, nulls: 'keep' })).perStatus;
      expect(await told('approved')).toEqual({ approved: 1 });
      expect(await told('confirmed')).toEqual({ confirmed: 1 });
      expect(await told('approved,machine')).toEqual({ approved: 1, machine: all.length - 2 });
      const { leftOut } = await manifest({ format: id, statuses: 'approved', nulls: 'keep' });
      expect(leftOut.status).toBe(all.length - 1);
    },
  );
});

/** Flags come as words in an address. */
const flags = (_: string, value: unknown) => (typeof value === 'boolean' ? String(value) : value);
