import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/bitext/can';
import { contentOf } from '@/lib/bitext/segments';
import { makeProject, makeTeam } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { type Stored, stateOf, storeAligned } from '@/tests/helpers/storedDocument';
import { ReadPassagesInput, readPassages } from './readPassages';

let test: TestDb;
let stored: Stored;
let viewer: Actor;
let stranger: Actor;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  ({ viewer, stranger } = await makeTeam(test.db, projectId));
  stored = await storeAligned(test.db, projectId, { seed: 8 });
});
afterAll(() => test.close());

const missing = { ok: false, error: { code: 'document.notFound' } };

describe('readPassages', () => {
  it('gives exactly the words of each window, whatever paragraphs it runs through', async () => {
    const state = await stateOf(test.db, stored);
    const all = Object.values(stored.texts).flatMap((text) => {
      const end = state.texts[text]!.borders.at(-1)!.at;
      const starts = Array.from({ length: Math.ceil(end / 7) }, (_, k) => k * 7);
      return starts.flatMap((from) =>
        [from + 1, from + 9, end].filter((to) => from < to && to <= end).map((to) => ({ text, from, to })),
      );
    });
    for (let k = 0; k < all.length; k += 40) {
      const windows = all.slice(k, k + 40);
      const read = await readPassages(viewer, { documentId: stored.documentId, windows });
      if (!read.ok) throw new Error(read.error.code);
      for (const [nth, { text, from, to }] of windows.entries()) {
        const paragraphs = read.value[nth]!;
        expect(contentOf({ paragraphs }, { start: from, end: to })).toBe(
          contentOf(state.texts[text]!, { start: from, end: to }),
        );
        expect(paragraphs.reduce((sum, one) => sum + one.content.length, 0)).toBe(to - from);
      }
    }
  });

  it('refuses strangers, texts of other documents and stretches without end', async () => {
    const window = { text: stored.texts.vi!, from: 0, to: 5 };
    const input = { documentId: stored.documentId, windows: [window] };
    expect(await readPassages(stranger, input)).toEqual(missing);
    expect(await readPassages(viewer, { ...input, documentId: randomUUID() })).toEqual(missing);
    const foreign = { ...window, text: randomUUID() };
    expect(await readPassages(viewer, { ...input, windows: [window, foreign] })).toEqual(missing);
    const refused = [
      [],
      [{ ...window, to: 0 }],
      [{ ...window, to: 10_000_000 }],
      Array.from({ length: 129 }, () => window),
    ];
    for (const windows of refused)
      expect(ReadPassagesInput.safeParse({ ...input, windows }).success).toBe(false);
  });
});
