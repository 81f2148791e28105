import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { refusedBy } from '@/tests/helpers/refusedBy';
import { type Stored, storeTexts } from '@/tests/helpers/storedDocument';
import type { Tx } from './client';
import { bead, bitext, border, text } from './schema';

// Source: sentences [0,5) [5,10) [10,15); target: paragraphs [0,2) [2,4) [4,6).
const CONTENTS = { en: ['One. ', 'Two. ', 'Three'], vi: ['A.', 'B.', 'C.'] };

let test: TestDb;
let stored: Stored;
beforeAll(async () => {
  test = await openTestDb();
});
afterAll(() => test.close());
beforeEach(async () => {
  stored = await storeTexts(test.db, await makeProject(test.db), CONTENTS);
});

type Corners = [i0: number, i1: number, j0: number, j1: number];

/** Writes beads with these corners as raw rows, and says that the bitext is aligned. */
async function write(tx: Tx, corners: readonly Corners[], wrong: Partial<typeof bead.$inferInsert> = {}) {
  const bitextId = stored.bitexts.vi!;
  for (const [sourceStart, sourceEnd, targetStart, targetEnd] of corners)
    await tx.insert(bead).values({
      id: randomUUID(),
      bitextId,
      sourceTextId: stored.texts.en!,
      targetTextId: stored.texts.vi!,
      ...{ sourceStart, sourceEnd, targetStart, targetEnd },
      isLast: sourceEnd === 15 && targetEnd === 6,
      status: 'machine',
      origin: 'machine',
      revision: 1,
      ...wrong,
    });
  await tx.update(bitext).set({ origin: 0 }).where(eq(bitext.id, bitextId));
}
const refused = (corners: readonly Corners[], wrong?: Partial<typeof bead.$inferInsert>) =>
  refusedBy(test.db.transaction((tx) => write(tx, corners, wrong)));

const WHOLE: Corners[] = [
  [0, 5, 0, 2],
  [5, 10, 2, 2],
  [10, 10, 2, 4],
  [10, 15, 4, 6],
];

describe('the chain of beads', () => {
  it('takes a whole one, in whatever order it is written', async () => {
    expect(await refused([...WHOLE].reverse())).toBeUndefined();
  });
  it.each<[string, string, Corners[]]>([
    ['a hole', 'bead_meets_next_fk', [WHOLE[0]!, WHOLE[2]!, WHOLE[3]!]],
    [
      'a hole on one side only',
      'bead_meets_next_fk',
      [
        [0, 5, 0, 2],
        [5, 15, 4, 6],
      ],
    ],
    [
      'an overlap',
      'bead_meets_next_fk',
      [
        [0, 10, 0, 2],
        [5, 15, 2, 6],
      ],
    ],
    [
      'crossing beads',
      'bead_meets_next_fk',
      [
        [0, 5, 2, 6],
        [5, 15, 0, 2],
      ],
    ],
    ['a missing first bead', 'bitext_first_bead_fk', [WHOLE[1]!, WHOLE[2]!, WHOLE[3]!]],
    ['a missing last bead', 'bead_meets_next_fk', WHOLE.slice(0, 3)],
    ['two beads from one place', 'bead_start_unique', [...WHOLE, [0, 15, 0, 6]]],
    ['two beads to one place', 'bead_end_unique', [...WHOLE, [5, 10, 0, 2]]],
    ['an empty bead', 'bead_not_empty', [[0, 0, 0, 0], ...WHOLE.slice(1)]],
    ['a bead that runs backwards', 'bead_spans_valid', [[0, 5, 2, 0]]],
    [
      'a bead inside a source segment',
      'bead_source_border_fk',
      [
        [0, 3, 0, 2],
        [3, 15, 2, 6],
      ],
    ],
    [
      'a bead inside a target segment',
      'bead_target_border_fk',
      [
        [0, 5, 0, 1],
        [5, 15, 1, 6],
      ],
    ],
  ])('refuses %s', async (_, constraint, corners) => {
    expect(await refused(corners)).toBe(constraint);
  });
  it.each<[string, Corners[]]>([
    ['short of the source text', [[0, 10, 0, 6]]],
    ['short of the target text', [[0, 15, 0, 4]]],
    ['behind the text', [[0, 15, 0, 8]]],
  ])('refuses a last bead %s', async (_, corners) => {
    expect(await refused(corners, { isLast: true })).toBe('bead_meets_end_fk');
  });
  it('refuses two last beads', async () => {
    expect(await refused(WHOLE, { isLast: true })).toBe('bead_last_unique');
  });
  it('refuses to take a bead out of the middle later', async () => {
    await test.db.transaction((tx) => write(tx, WHOLE));
    const gone = test.db
      .delete(bead)
      .where(sql`${bead.bitextId} = ${stored.bitexts.vi} and source_start = 5`);
    expect(await refusedBy(gone)).toBe('bead_meets_next_fk');
  });
  it('refuses to take the first bead away, or all of them, while the bitext is aligned', async () => {
    await test.db.transaction((tx) => write(tx, WHOLE));
    const all = test.db.delete(bead).where(eq(bead.bitextId, stored.bitexts.vi!));
    expect(await refusedBy(all)).toBe('bitext_first_bead_fk');
  });
  it('keeps a border that a bead stands on', async () => {
    await test.db.transaction((tx) => write(tx, WHOLE));
    const gone = (lang: string, at: number) =>
      refusedBy(test.db.delete(border).where(sql`${border.textId} = ${stored.texts[lang]} and at = ${at}`));
    expect(await gone('en', 5)).toBe('bead_source_border_fk');
    expect(await gone('vi', 4)).toBe('bead_target_border_fk');
    expect(
      await refusedBy(test.db.delete(border).where(sql`text_id = ${stored.texts.en} and at = 15`)),
    ).toBeUndefined();
  });
  it('goes with its text', async () => {
    await test.db.transaction((tx) => write(tx, WHOLE));
    await test.db.delete(text).where(eq(text.id, stored.texts.vi!));
    expect(await test.db.select().from(bead).where(eq(bead.bitextId, stored.bitexts.vi!))).toEqual([]);
  });
});

describe('bead', () => {
  it.each<[string, Partial<typeof bead.$inferInsert>]>([
    ['bead_status_valid', { status: 'done' as never }],
    ['bead_origin_valid', { origin: 'elsewhere' as never }],
    ['bead_confidence_valid', { confidence: 1.01 }],
    ['bead_reason_on_nulls', { reason: 'omitted' }],
  ])('is held by %s', async (constraint, wrong) => {
    expect(await refused([[0, 15, 0, 6]], wrong)).toBe(constraint);
  });
  it.each<[string, Partial<typeof bead.$inferInsert>]>([
    ['bead_reason_valid', { reason: 'whim' as never }],
    ['bead_reason_before_confirmed', { status: 'confirmed' }],
    ['bead_reason_before_confirmed', { status: 'self-reviewed' }],
    ['bead_reason_before_confirmed', { status: 'approved' }],
  ])('without a counterpart is held by %s', async (constraint, wrong) => {
    expect(await refused([[0, 15, 0, 0]], { isLast: false, ...wrong })).toBe(constraint);
  });
  it("can't lie about its texts", async () => {
    expect(await refused([[0, 15, 0, 6]], { targetTextId: stored.texts.en })).toBe('bead_sides_fk');
    expect(await refused([[0, 15, 0, 6]], { bitextId: randomUUID() })).toMatch(
      /^bead_(sides|bitext_id_bitext_id)_fk$/,
    );
  });
});
