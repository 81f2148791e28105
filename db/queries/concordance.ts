import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Correction, Paragraph, Span } from '@/lib/bitext/types';
import type { Db, Tx } from '../client';
import { document, paragraph, paragraphTrigram, reading, text } from '../schema';
import { arrayOf, uuids } from './arrays';

export type SearchedText = {
  id: string;
  lang: string;
  isReference: boolean;
  lengthUtf16: number;
  documentId: string;
  title: string;
};

/** Texts of a project, or of one of its documents, in the order in which hits are shown. */
export async function textsOf(
  db: Db | Tx,
  within: { projectId: string; documentId?: string; lang?: string },
): Promise<SearchedText[]> {
  return db
    .select({
      ...{ id: text.id, lang: text.lang, isReference: text.isReference, lengthUtf16: text.lengthUtf16 },
      ...{ documentId: document.id, title: document.title },
    })
    .from(text)
    .innerJoin(document, eq(document.id, text.documentId))
    .where(
      and(
        eq(document.projectId, within.projectId),
        eq(text.isCurrent, true),
        within.documentId ? eq(document.id, within.documentId) : undefined,
        within.lang ? eq(text.lang, within.lang) : undefined,
      ),
    )
    .orderBy(asc(document.createdAt), asc(document.id), sql`${text.isReference} desc`, asc(text.lang));
}

/** Whole texts, or a stretch of one: as much as one query looks through. */
export type Slice = { textIds: readonly string[]; from: number; to: number };

/** What the database looks for; the caller looks at `plain` hits again, with letters as they are. */
export type Wanted =
  | { kind: 'plain'; folded: string }
  | { kind: 'regex'; pattern: string; on: 'folded' | 'content'; flags: '' | 'i' };

export type FoundParagraph = {
  textId: string;
  start: number;
  /** As corrected. */
  content: string;
  isCorrected: boolean;
  /** Of regular expressions: start and end of each match, in code points of what was looked through. */
  matches: [number, number][];
};

/** Matches of a regular expression that are told of one paragraph. */
const MOST_MATCHES = 20;
const REGEX_LIMIT_MS = 2500;

/**
 * The paragraphs of a slice that match, as they read now, in the order of the texts: by the index as far as it has come,
 * and from there on by looking.
 */
export async function search(
  db: Db,
  slice: Slice,
  wanted: Wanted,
  limit: number | null,
): Promise<FoundParagraph[]> {
  if (wanted.kind === 'plain') return run(db, slice, wanted, limit);
  return db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local statement_timeout = ${REGEX_LIMIT_MS}`));
    return run(tx, slice, wanted, limit);
  });
}

async function run(
  db: Db | Tx,
  slice: Slice,
  wanted: Wanted,
  limit: number | null,
): Promise<FoundParagraph[]> {
  const ids = sql`${`{${slice.textIds.join(',')}}`}::uuid[]`;
  const part = (table: typeof paragraph | typeof reading, more: SQL) => {
    const subject = wanted.kind === 'regex' && wanted.on === 'content' ? table.content : table.folded;
    return sql`select ${table.textId} as text_id, ${table.start} as start, ${table.content} as content,
        ${subject} as subject, ${table === reading} as is_corrected
      from ${table}
      where ${within(table)} and ${matches(subject, wanted)} ${more}`;
  };
  const within = (table: typeof paragraph | typeof reading | typeof paragraphTrigram) =>
    sql`${table.textId} = any(${ids}) and ${table.start} >= ${slice.from} and ${table.start} < ${slice.to}`;
  // Rows of the index and how far it has come are of one transaction: no paragraph is in both, none in neither.
  const byIndex = sql`select p.text_id, p.start, p.content, p.folded, false from ${paragraph} p
    join ${paragraphTrigram} on ${paragraphTrigram.textId} = p.text_id and ${paragraphTrigram.start} = p.start
    where ${within(paragraphTrigram)} and ${matches(paragraphTrigram.folded, wanted)}
      and not exists (select 1 from ${reading} r where r.text_id = p.text_id and r.start = p.start)`;
  const notIndexed = sql`and ${paragraph.start} >= (select ${text.indexedTo} from ${text} where ${text.id} = ${paragraph.textId})`;
  const isFolded = wanted.kind === 'plain' || wanted.on === 'folded';
  const hasReading = sql`and not exists (select 1 from ${reading} r where r.text_id = ${paragraph.textId} and r.start = ${paragraph.start})`;
  const { rows } = (await db.execute(sql`
    select text_id, start, content, is_corrected, ${placesOf(wanted)} as places
    from (${part(paragraph, isFolded ? sql`${hasReading} ${notIndexed}` : hasReading)}
      ${isFolded ? sql`union all ${byIndex}` : sql``} union all ${part(reading, sql``)}) found
    order by array_position(${ids}, text_id), start
    ${limit === null ? sql`` : sql`limit ${limit}`}`)) as unknown as { rows: Row[] };
  return rows.map((row) => ({
    ...{ textId: row.text_id, start: Number(row.start), content: row.content, isCorrected: row.is_corrected },
    matches: (row.places ?? '').split(',').flatMap((one): [number, number][] => {
      const [start, end] = one.split(':').map(Number);
      return end > start ? [[start - 1, end - 1]] : [];
    }),
  }));
}
type Row = { text_id: string; start: number; content: string; is_corrected: boolean; places: string | null };

function matches(subject: AnyPgColumn, wanted: Wanted): SQL {
  if (wanted.kind === 'plain') return sql`${subject} like ${`%${wanted.folded.replace(/[\\%_]/g, '\\$&')}%`}`;
  return wanted.flags === 'i' ? sql`${subject} ~* ${wanted.pattern}` : sql`${subject} ~ ${wanted.pattern}`;
}

/** "start:end,…" of the matches in a paragraph: the server never runs a stranger's regular expression itself. */
function placesOf(wanted: Wanted): SQL {
  if (wanted.kind === 'plain') return sql`null::text`;
  const { pattern, flags } = wanted;
  const nth = (end: number) =>
    sql`regexp_instr(subject, ${pattern}, 1, n, ${sql.raw(String(end))}, ${flags})`;
  return sql`(select string_agg(${nth(0)} || ':' || ${nth(1)}, ',' order by n)
    from generate_series(1, least(regexp_count(subject, ${pattern}, 1, ${flags}), ${sql.raw(String(MOST_MATCHES))})) n)`;
}

/** Paragraphs and corrections of many stretches at once, enough to read each of them. */
export async function stretches(
  db: Db | Tx,
  spans: readonly (Span & { textId: string })[],
): Promise<{ paragraphs: Paragraph[]; corrections: Correction[] }[]> {
  const read = spans.map(() => ({ paragraphs: [] as Paragraph[], corrections: [] as Correction[] }));
  if (!spans.length) return read;
  const texts = uuids(spans.map((s) => s.textId));
  const starts = arrayOf(
    spans.map((s) => s.start),
    'int',
  );
  const ends = arrayOf(
    spans.map((s) => s.end),
    'int',
  );
  const wanted = sql`unnest(${texts}, ${starts}, ${ends}) with ordinality s(text_id, start, stop, nth)`;
  const paragraphs = (await db.execute(sql`
    select s.nth::int as nth, p.start, p.content from ${wanted}
    join paragraph p on p.text_id = s.text_id and p.start < s.stop
      and p.start >= (select max(q.start) from paragraph q where q.text_id = s.text_id and q.start <= s.start)
    order by s.nth, p.start`)) as unknown as { rows: { nth: number; start: number; content: string }[] };
  for (const { nth, start, content } of paragraphs.rows) read[nth - 1].paragraphs.push({ start, content });
  const corrections = (await db.execute(sql`
    select s.nth::int as nth, c.start, c.stop, c.old, c.reading from ${wanted}
    join correction c on c.text_id = s.text_id and c.start >= s.start and c.start < s.stop
    order by s.nth, c.start`)) as unknown as {
    rows: { nth: number; start: number; stop: number; old: string; reading: string }[];
  };
  for (const { nth, start, stop, old, reading: now } of corrections.rows)
    read[nth - 1].corrections.push({ start, end: stop, old, reading: now });
  return read;
}

/** The corrections of paragraphs, each named by its text and start. */
export async function correctionsOf(
  db: Db | Tx,
  starts: readonly { textId: string; start: number }[],
): Promise<Correction[][]> {
  const read = starts.map((): Correction[] => []);
  if (!starts.length) return read;
  const { rows } = (await db.execute(sql`
    select s.nth::int as nth, c.start, c.stop, c.old, c.reading
    from unnest(${`{${starts.map((s) => s.textId).join(',')}}`}::uuid[], ${`{${starts.map((s) => s.start).join(',')}}`}::int[])
      with ordinality s(text_id, start, nth)
    join correction c on c.text_id = s.text_id and c.start >= s.start and c.start < coalesce(
      (select min(q.start) from paragraph q where q.text_id = s.text_id and q.start > s.start), 2147483647)
    order by s.nth, c.start`)) as unknown as {
    rows: { nth: number; start: number; stop: number; old: string; reading: string }[];
  };
  for (const { nth, start, stop, old, reading: now } of rows)
    read[nth - 1].push({ start, end: stop, old, reading: now });
  return read;
}
