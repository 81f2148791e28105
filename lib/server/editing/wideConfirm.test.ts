import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import { NO_CHANGE } from '@/lib/bitext/change';
import { beadsFromLadder } from '@/lib/bitext/fromLadder';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { beadsIn, freshEdit, storeTexts } from '@/tests/helpers/storedDocument';
import { editDocument } from './editDocument';
import { takeBack } from './takeBack';

const BEADS = 3000;
let opened: TestDb;
beforeAll(async () => {
  opened = await openTestDb();
  installDb(opened);
});
afterAll(async () => {
  installDb(undefined);
  await opened.close();
});

test('editDocument confirms thousands of scattered beads in one event, and one undo takes them back', async () => {
  const { db } = opened;
  const projectId = await makeProject(db);
  const editor = await makeMember(db, projectId, 'editor');
  const lines = (word: string) => Array.from({ length: BEADS }, (_, k) => `${word} ${k}.`);
  const stored = await storeTexts(db, projectId, { en: lines('Line'), vi: lines('Câu') });
  await db.transaction(async (tx) => {
    const [place] = await alignments.bitextsOf(tx, stored.documentId);
    const state = await alignments.load(tx, stored.documentId);
    const borders = (lang: string) => state.texts[stored.texts[lang]!]!.borders;
    const ladder = Array.from({ length: BEADS + 1 }, (_, k) => [k, k]).flat();
    const confidence = new Array<number>(BEADS).fill(0.995);
    const made = beadsFromLadder({ ladder, confidence }, borders('en'), borders('vi'), randomUUID);
    const beads = made.map((after) => ({ bitextId: place!.id, before: null, after }));
    await changes.save(tx, { ...NO_CHANGE, beads }, [place!]);
  });
  const wanted = (await beadsIn(db, stored, 'vi')).filter((_, k) => k % 3 > 0).map((bead) => bead.id);

  const start = performance.now();
  const edited = await editDocument(
    editor,
    await freshEdit(db, stored, { type: 'confirmAll', beads: wanted }),
  );
  expect(edited.ok && edited.value.change.beads.length).toBe(wanted.length);
  const confirmed = (await beadsIn(db, stored, 'vi')).filter((bead) => bead.status === 'confirmed');
  expect(confirmed.map((bead) => bead.id)).toEqual(wanted);

  const undone = await takeBack(editor, { documentId: stored.documentId, direction: 'undo' });
  expect(undone.ok && undone.value.change.beads.length).toBe(wanted.length);
  expect((await beadsIn(db, stored, 'vi')).every((bead) => bead.status === 'machine')).toBe(true);
  // Some two seconds on a quiet machine. A look around each bead took minutes, and all the memory there was.
  expect(performance.now() - start).toBeLessThan(30_000);
});
