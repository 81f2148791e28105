import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as stored from '@/db/queries/learnt';
import { learntLexicon } from '@/db/schema';
import { isNull } from '@/lib/bitext/types';
import { makeMember, makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { refusedBy } from '@/tests/helpers/refusedBy';
import { beadsIn, freshEdit, storeAligned } from '@/tests/helpers/storedDocument';
import { editDocument } from '../editing/editDocument';
import { refreshLearnt } from './learnWords';

vi.mock('node:worker_threads', async (load) =>
  (await import('@/tests/helpers/typescriptWorkers')).withTypeScript(await load()),
);

let test: TestDb;
beforeAll(async () => {
  test = await openTestDb();
});
afterAll(() => test.close());

/** Sentences about a blicket and a dax, words that no lexicon holds, in both languages. */
const THINGS = ['blicket', 'dax', 'wug', 'toma'];
const contents = {
  en: Array.from({ length: 40 }, (_, k) => `The ${THINGS[k % 4]} number ${k} is here.`),
  ro: Array.from({ length: 40 }, (_, k) => `Aici e ${THINGS[k % 4]!.split('').reverse().join('')} cu ${k}.`),
};

describe('refreshLearnt', () => {
  it('learns from confirmed beads only, once, and again when they change', async () => {
    const projectId = await makeProject(test.db);
    const scope = { projectId, sourceLang: 'en', targetLang: 'ro' };
    const editor = await makeMember(test.db, projectId, 'editor');
    const doc = await storeAligned(test.db, projectId, { seed: 1, contents });
    expect(await refreshLearnt(test.db, scope)).toBeUndefined();
    const linked = (await beadsIn(test.db, doc, 'ro')).filter((bead) => !isNull(bead));
    const confirm = async (from: number, to: number) => {
      const beads = linked.slice(from, to).map(({ id }) => id);
      const done = await editDocument(editor, await freshEdit(test.db, doc, { type: 'confirmAll', beads }));
      expect(done.ok).toBe(true);
    };
    await confirm(0, linked.length - 1);
    const learnt = await refreshLearnt(test.db, scope);
    expect(learnt).toMatchObject({ sourceLang: 'en', targetLang: 'ro' });
    const kept = await stored.find(test.db, scope);
    expect(kept?.pairs.length).toBe(learnt?.pairs.length);
    expect(await refreshLearnt(test.db, scope)).toEqual(kept);
    await confirm(linked.length - 1, linked.length);
    await refreshLearnt(test.db, scope);
    expect((await stored.find(test.db, scope))?.stamp).not.toBe(kept?.stamp);
    // Another project knows nothing of it.
    expect(await stored.find(test.db, { ...scope, projectId: await makeProject(test.db) })).toBeNull();
  });
});

describe('learnt_lexicon', () => {
  it('refuses what it says it refuses', async () => {
    const projectId = await makeProject(test.db);
    const row = { projectId, sourceLang: 'en', targetLang: 'ro', beads: 1, stamp: '1', pairs: [] };
    const insert = (change: object) => test.db.insert(learntLexicon).values({ ...row, ...change });
    expect(await refusedBy(insert({ targetLang: 'en' }))).toBe('learnt_lexicon_two_langs');
    expect(await refusedBy(insert({ beads: -1 }))).toBe('learnt_lexicon_beads_valid');
    const many = Array.from({ length: 20_001 }, () => ['a', 'b', 1, 1, 1]);
    expect(await refusedBy(insert({ pairs: many }))).toBe('learnt_lexicon_pairs_bounded');
    expect(await refusedBy(insert({ projectId: randomUUID() }))).toMatch(/project/);
  });
});
