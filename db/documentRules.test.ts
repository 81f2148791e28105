import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_CHANGE } from '@/lib/bitext/change';
import { makeProject, makeUser } from '@/tests/helpers/builders';
import { openTestDb, type TestDb } from '@/tests/helpers/db';
import { refusedBy } from '@/tests/helpers/refusedBy';
import { type Stored, storeTexts } from '@/tests/helpers/storedDocument';
import {
  bitext,
  border,
  comment,
  correction,
  document,
  event,
  eventBead,
  job,
  paragraph,
  text,
  user,
} from './schema';

let test: TestDb;
let stored: Stored;
let userId: string;
beforeAll(async () => {
  test = await openTestDb();
  stored = await storeTexts(test.db, await makeProject(test.db));
  userId = (await makeUser(test.db)).id;
});
afterAll(() => test.close());

const fails = async (run: PromiseLike<unknown>, constraint: string) =>
  expect(await refusedBy(run)).toBe(constraint);

describe('document', () => {
  const insert = (title: string, projectId = stored.projectId) =>
    test.db.insert(document).values({ id: randomUUID(), projectId, title });
  it('has a title of its own in its project', async () => {
    await insert('Chapter 1');
    await fails(insert('Chapter 1'), 'document_title_unique');
    expect(await refusedBy(insert('Chapter 1', await makeProject(test.db)))).toBeUndefined();
  });
  it.each(['', '   ', 'x'.repeat(201)])('refuses the title %j', async (title) => {
    await fails(insert(title), 'document_title_present');
  });
  it('belongs to a project', async () => {
    await fails(insert('Nowhere', randomUUID()), 'document_project_id_project_id_fk');
  });
});

describe('text', () => {
  const insert = (values: Partial<typeof text.$inferInsert>) =>
    test.db.insert(text).values({
      ...{ id: randomUUID(), documentId: stored.documentId, lang: 'fr', isReference: false, format: 'txt' },
      ...{ encoding: 'utf-8', checksum: '0'.repeat(64), lengthUtf16: 1 },
      ...values,
    });
  it('is the only one of its language', () => fails(insert({ lang: 'vi' }), 'text_lang_unique'));
  it('is the only reference', () => fails(insert({ isReference: true }), 'text_reference_unique'));
  it('is not empty', () => fails(insert({ lengthUtf16: 0 }), 'text_length_positive'));
  it('has a SHA-256', () => fails(insert({ checksum: 'abc' }), 'text_checksum_form'));
  it('belongs to a document', () =>
    fails(insert({ documentId: randomUUID() }), 'text_document_id_document_id_fk'));
});

describe('paragraph, border and correction', () => {
  it('hold to their form', async () => {
    const textId = stored.texts.vi!;
    const { db } = test;
    await fails(db.insert(paragraph).values({ textId, start: -1, content: 'x' }), 'paragraph_start_valid');
    await fails(db.insert(paragraph).values({ textId, start: 1, content: '' }), 'paragraph_content_present');
    await fails(
      db.insert(paragraph).values({ textId, start: 0, content: 'x' }),
      'paragraph_text_id_start_pk',
    );
    await fails(db.insert(border).values({ textId, at: -1, kind: 'editor' }), 'border_at_valid');
    await fails(db.insert(border).values({ textId, at: 0, kind: 'editor' }), 'border_text_id_at_pk');
    await fails(db.insert(border).values({ textId, at: 1, kind: 'page' as never }), 'border_kind_valid');
    const fix = { textId, start: 2, end: 3, old: 'a', reading: 'b' };
    await fails(db.insert(correction).values({ ...fix, end: 1 }), 'correction_span_valid');
    await fails(db.insert(correction).values({ ...fix, start: -1 }), 'correction_span_valid');
    await fails(db.insert(correction).values({ ...fix, reading: 'a' }), 'correction_changes');
    await db.insert(correction).values(fix);
    await fails(db.insert(correction).values(fix), 'correction_text_id_start_pk');
  });
  it('belong to a text', async () => {
    const textId = randomUUID();
    const { db } = test;
    await fails(
      db.insert(paragraph).values({ textId, start: 0, content: 'x' }),
      'paragraph_text_id_text_id_fk',
    );
    await fails(db.insert(border).values({ textId, at: 0, kind: 'editor' }), 'border_text_id_text_id_fk');
    const fix = { textId, start: 2, end: 3, old: 'a', reading: 'b' };
    await fails(db.insert(correction).values(fix), 'correction_text_id_text_id_fk');
  });
});

describe('bitext', () => {
  it.each([
    ['bitext_texts_unique', {}],
    ['bitext_two_texts', { target: 'en' }],
    ['bitext_origin_zero', { origin: 1 }],
    ['bitext_revision_valid', { revision: -1 }],
  ])(
    'is held by %s',
    async (constraint, {
      target = 'vi',
      ...values
    }: { target?: string; origin?: number; revision?: number }) => {
      const sides = {
        sourceTextId: stored.texts.en!,
        targetTextId: stored.texts[target]!,
        sourceEnd: 1,
        targetEnd: 1,
      };
      const row = { id: randomUUID(), documentId: stored.documentId, ...sides, ...values };
      await fails(test.db.insert(bitext).values(row), constraint);
    },
  );
  it('is not aligned without a first bead', async () => {
    const claim = test.db.update(bitext).set({ origin: 0 }).where(eq(bitext.id, stored.bitexts.vi!));
    await fails(claim, 'bitext_first_bead_fk');
  });
});

describe('comment', () => {
  const insert = (values: Partial<typeof comment.$inferInsert>) =>
    test.db.insert(comment).values({
      ...{ id: randomUUID(), bitextId: stored.bitexts.vi!, beadId: randomUUID(), kind: 'comment', body: 'x' },
      ...{ authorId: userId, createdAt: '2026-01-01T00:00:00.000Z' },
      ...values,
    });
  it('says something, of a known kind', async () => {
    await fails(insert({ body: '  ' }), 'comment_body_present');
    await fails(insert({ kind: 'shout' as never }), 'comment_kind_valid');
  });
  it('keeps the account of its author', async () => {
    const author = await makeUser(test.db);
    await insert({ authorId: author.id });
    await fails(test.db.delete(user).where(eq(user.id, author.id)), 'comment_author_id_account_holder_id_fk');
  });
});

describe('event', () => {
  const insert = (values: Partial<typeof event.$inferInsert>) =>
    test.db.insert(event).values({
      ...{ id: randomUUID(), documentId: stored.documentId, actorId: userId, at: '2026-01-01T00:00:00.000Z' },
      ...{ kind: 'edit' as const, takesBack: null, commands: [], change: NO_CHANGE },
      ...values,
    });
  it('is taken back once, by an undo or redo', async () => {
    const takesBack = randomUUID();
    await insert({ kind: 'undo', takesBack });
    await fails(insert({ kind: 'undo', takesBack }), 'event_takes_back_unique');
    await fails(insert({ kind: 'redo' }), 'event_takes_back_valid');
    await fails(insert({ takesBack: randomUUID() }), 'event_takes_back_valid');
    await fails(insert({ kind: 'guess' as never }), 'event_kind_valid');
  });
  it('keeps the account of its actor, and goes with its document', async () => {
    const actor = await makeUser(test.db);
    const other = await storeTexts(test.db, stored.projectId, { en: ['x'] });
    const id = randomUUID();
    await insert({ id, actorId: actor.id, documentId: other.documentId });
    await test.db.insert(eventBead).values({ eventId: id, beadId: randomUUID() });
    await fails(test.db.delete(user).where(eq(user.id, actor.id)), 'event_actor_id_account_holder_id_fk');
    await test.db.delete(document).where(eq(document.id, other.documentId));
    expect(await test.db.select().from(eventBead).where(eq(eventBead.eventId, id))).toEqual([]);
  });
});

describe('job', () => {
  const insert = (values: Partial<typeof job.$inferInsert>) =>
    test.db.insert(job).values({
      ...{ id: randomUUID(), kind: 'align' as const, bitextId: stored.bitexts.ro!, state: 'done' as const },
      ...values,
    });
  it('is the only one at work on its bitext', async () => {
    await insert({ state: 'running' });
    await fails(insert({ state: 'queued' }), 'job_active_unique');
    expect(await refusedBy(insert({ state: 'cancelled' }))).toBeUndefined();
    await test.db.delete(job).where(sql`true`);
  });
  it.each([
    ['job_kind_valid', { kind: 'import' as never }],
    ['job_state_valid', { state: 'lost' as never }],
    ['job_progress_valid', { progress: 1.5 }],
    ['job_bitext_id_bitext_id_fk', { bitextId: randomUUID() }],
  ])('is held by %s', (constraint, wrong) => fails(insert(wrong), constraint));
});
