import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldForSearch } from '@/lib/text/foldForSearch';
import { makeProject } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { refusedBy } from '@/tests/helpers/refusedBy';
import { type Stored, storeTexts } from '@/tests/helpers/storedDocument';
import { correction, reading } from './schema';

let test: TestDb;
let stored: Stored;
beforeAll(async () => {
  test = await openTestDb();
  stored = await storeTexts(test.db, await makeProject(test.db), {
    en: ['One two three. Four.', 'Five six.'],
    ro: ['😀 unu doi.'],
  });
});
afterAll(() => test.close());

describe('fold_text', () => {
  it.each([
    'Đường ĐI “Ș” ‘ț’ a\u0301 İstanbul ΣΑΣ Ł Ø 😀 a–b — c\u00a0d «x» Ấ\u200bậ ǖ ﬁ',
    'e\u0323\u0302 한글 क़ \u0344x ǅ',
    '',
  ])('folds %j as the application does', async (text) => {
    const { rows } = (await test.db.execute(sql`select fold_text(${text}) as folded`)) as unknown as {
      rows: { folded: string }[];
    };
    expect(rows[0].folded).toBe(foldForSearch(text, { diacritics: 'ignore', case: 'ignore' }).folded);
  });
});

describe('reading', () => {
  it('belongs to a paragraph', async () => {
    const insert = test.db.insert(reading).values({ textId: stored.texts.en, start: 3, content: 'x' });
    expect(await refusedBy(insert)).toBe('reading_paragraph_fk');
  });
  it('was written by the migration for corrections that were there before', async () => {
    const textId = stored.texts.en;
    await test.db.insert(correction).values([
      { textId, start: 4, end: 7, old: 'two', reading: 'TWO-2' },
      { textId, start: 15, end: 16, old: 'F', reading: 'f' },
      { textId: stored.texts.ro, start: 3, end: 6, old: 'unu', reading: 'Unu' },
    ]);
    const migration = readFileSync('db/migrations/0004_checks-and-readings.sql', 'utf8');
    await test.db.execute(sql.raw(migration.slice(migration.indexOf('INSERT INTO "reading"'))));
    const rows = await test.db.select().from(reading);
    expect(rows).toEqual([
      { textId, start: 0, content: 'One TWO-2 three. four.', folded: 'one two-2 three. four.' },
    ]);
  });
});
