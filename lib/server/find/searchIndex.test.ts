import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { search, type Wanted } from '@/db/queries/concordance';
import { indexSome } from '@/db/queries/searchIndex';
import { makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { type Stored, storeTexts } from '@/tests/helpers/storedDocument';

const PARAGRAPHS = 900;
const CONTENTS = Array.from({ length: PARAGRAPHS }, (_, k) => `Đoạn thứ ${k}: ${k % 100 ? 'đồng' : 'sông'}.`);

let test: TestDb;
let stored: Stored;
beforeAll(async () => {
  test = await openTestDb();
  const projectId = await makeProject(test.db);
  stored = await storeTexts(test.db, projectId, { en: ['One.'], vi: CONTENTS });
});
afterAll(() => test.close());

const found = async (wanted: Wanted) => {
  const slice = { textIds: [stored.texts.vi], from: 0, to: 2 ** 31 - 1 };
  return (await search(test.db, slice, wanted, null)).map(({ content }) => content);
};
const indexed = async () => {
  const { rows } = (await test.db.execute(
    sql`select count(*)::int as count from paragraph_trigram where text_id = ${stored.texts.vi}`,
  )) as unknown as { rows: { count: number }[] };
  return rows[0].count;
};

describe('indexSome', () => {
  it('finds the same before, while and after a text is indexed', async () => {
    const counts: number[] = [];
    const rivers = CONTENTS.filter((content) => content.includes('sông'));
    for (let more = true; more; ) {
      counts.push(await indexed());
      expect(await found({ kind: 'plain', folded: 'song.' })).toEqual(rivers);
      expect(await found({ kind: 'regex', pattern: 'thu \\d00: s', on: 'folded', flags: '' })).toHaveLength(
        8,
      );
      expect(await found({ kind: 'regex', pattern: 'sông', on: 'content', flags: '' })).toEqual(rivers);
      more = await indexSome(test.db);
    }
    expect(counts[0]).toBe(0);
    expect(counts.at(-1)).toBe(PARAGRAPHS);
    expect(counts.length).toBeGreaterThan(3);
  });

  it('takes what is gone out of the index', async () => {
    await test.db.execute(sql`delete from text where id = ${stored.texts.vi}`);
    expect(await indexed()).toBe(0);
  });
});
