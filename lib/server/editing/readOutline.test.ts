import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import { unfoldOutline } from '@/lib/bitext/outline';
import { type DocumentState, isNull } from '@/lib/bitext/types';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from './editDocument';
import { readOutline } from './readOutline';

let test: TestDb;
let stored: Stored;
let editor: Actor;
let viewer: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ editor, viewer, stranger } = await makeTeam(test.db, projectId));
  stored = await storeAligned(test.db, projectId, { seed: 8 });
});
afterAll(() => test.close());

const wordless = (state: DocumentState): DocumentState => ({
  ...state,
  texts: Object.fromEntries(
    Object.entries(state.texts).map(([id, text]) => [id, { ...text, paragraphs: [] }]),
  ),
});
const missing = { ok: false, error: { code: 'document.notFound' } };

describe('readOutline', () => {
  it('unfolds into the document as it is stored, but for its words', async () => {
    const [vi, ro] = [await beadsIn(test.db, stored, 'vi'), await beadsIn(test.db, stored, 'ro')];
    const bead = vi.find((one) => !isNull(one))!;
    const other = ro[0]!;
    const start = bead.target.start;
    for (const command of [
      { type: 'confirm' as const, bead: bead.id },
      { type: 'setNull' as const, bead: other.id, reason: 'added' as const, newBead: randomUUID() },
      { type: 'correct' as const, text: stored.texts.vi!, start, reading: 'Anna đã về nhà 🌅.' },
      { type: 'comment' as const, bead: bead.id, id: randomUUID(), body: 'Why?' },
    ])
      expect((await editDocument(editor, await freshEdit(test.db, stored, command))).ok).toBe(true);
    const read = await readOutline(viewer, stored);
    if (!read.ok) throw new Error(read.error.code);
    const { people, seq, ...outline } = read.value;
    const state = wordless(await stateOf(test.db, stored));
    expect(unfoldOutline({ seq, ...outline })).toEqual({
      texts: state.texts,
      bitexts: state.bitexts,
      comments: state.comments,
    });
    expect(people).toEqual({ [editor.id]: editor.name });
    expect(seq).toBeGreaterThan(0);
  });

  it('looks like a missing document to strangers', async () => {
    expect(await readOutline(stranger, stored)).toEqual(missing);
    expect(await readOutline(editor, { documentId: randomUUID() })).toEqual(missing);
  });
});
