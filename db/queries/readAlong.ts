import { and, eq, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Border, Comment, Correction, Paragraph, Span } from '@/lib/bitext/types';
import type { Tx } from '../client';
import { border, comment, correction, paragraph } from '../schema';
import { uuids } from './arrays';
import { toComment } from './rows';

/** More spans than this are read as the one stretch they lie in. */
const MOST_SPANS = 200;

/** Where to read in a text: along the spans of beads, and around the segments at these offsets. */
export type Stretch = { textId: string; spans: readonly Span[]; offsets: readonly number[] };

export type Along = {
  texts: (textId: string) => { borders: Border[]; paragraphs: Paragraph[]; corrections: Correction[] };
  comments: Comment[];
};

/** Borders, corrections, paragraphs and comments that go with some beads, of all languages in one query. */
export async function readAlong(
  tx: Tx,
  stretches: readonly Stretch[],
  beadIds: readonly string[],
): Promise<Along> {
  const spans = stretches.flatMap(({ textId, ...one }) =>
    unionOf(one.spans).map((span) => ({ textId, ...span })),
  );
  const points = stretches.flatMap(({ textId, offsets }) => offsets.map((at) => ({ textId, at })));
  const selects: SQL[] = [];
  const borders = or(
    ...spans.map((s) => within(border, border.at, s)),
    ...points.map(({ textId, at }) =>
      and(
        eq(border.textId, textId),
        gte(border.at, borderBefore(textId, at)),
        lte(border.at, borderAfter(textId, at)),
      ),
    ),
  );
  if (borders)
    selects.push(sql`select 'border' as "of", to_jsonb(${border}) as "row" from ${border} where ${borders}`);
  const corrections = or(
    ...spans.map(({ textId, start, end }) =>
      and(
        eq(correction.textId, textId),
        gte(correction.start, start),
        lt(correction.start, Math.max(end, start + 1)),
      ),
    ),
    ...points.map(({ textId, at }) =>
      and(
        eq(correction.textId, textId),
        gte(correction.start, borderBefore(textId, at)),
        lt(correction.start, sql`greatest(${borderAfter(textId, at)}, ${at} + 1)`),
      ),
    ),
  );
  if (corrections)
    selects.push(sql`select 'correction', to_jsonb(${correction}) from ${correction} where ${corrections}`);
  for (const { textId, at } of points) {
    const own = and(eq(paragraph.textId, textId), lte(paragraph.start, at));
    const wanted = sql`jsonb_build_object('text_id', ${paragraph.textId}, 'start', ${paragraph.start}, 'content', ${paragraph.content})`;
    selects.push(
      sql`(select 'paragraph', ${wanted} from ${paragraph} where ${own} order by ${paragraph.start} desc limit 1)`,
    );
  }
  if (beadIds.length)
    selects.push(
      sql`select 'comment', to_jsonb(${comment}) from ${comment} where ${comment.beadId} = any(${uuids(beadIds)})`,
    );
  if (!selects.length) return sorted([]);
  const { rows } = (await tx.execute(sql.join(selects, sql` union all `))) as unknown as { rows: Tagged[] };
  return sorted(rows);
}

type BorderRow = Border & { text_id: string };
type CorrectionRow = { text_id: string; start: number; stop: number; old: string; reading: string };
type ParagraphRow = Paragraph & { text_id: string };
type CommentRow = Pick<Comment, 'id' | 'kind' | 'body'> & {
  bitext_id: string;
  bead_id: string;
  author_id: string;
  created_at: string;
  resolved_by: string | null;
};
type Tagged =
  | { of: 'border'; row: BorderRow }
  | { of: 'correction'; row: CorrectionRow }
  | { of: 'paragraph'; row: ParagraphRow }
  | { of: 'comment'; row: CommentRow };

function sorted(rows: readonly Tagged[]): Along {
  const borders = rows.flatMap((one) => (one.of === 'border' ? one.row : []));
  const corrections = rows.flatMap((one) => (one.of === 'correction' ? one.row : []));
  const paragraphs = rows.flatMap((one) => (one.of === 'paragraph' ? one.row : []));
  const comments = rows.flatMap((one) => (one.of === 'comment' ? one.row : []));
  return {
    texts: (textId) => ({
      borders: borders
        .filter((row) => row.text_id === textId)
        .map(({ at, kind }) => ({ at, kind }))
        .sort((a, b) => a.at - b.at),
      paragraphs: onePerStart(
        paragraphs.filter((row) => row.text_id === textId).map(({ start, content }) => ({ start, content })),
      ),
      corrections: corrections
        .filter((row) => row.text_id === textId)
        .map(({ start, stop, old, reading }) => ({ start, end: stop, old, reading }))
        .sort((a, b) => a.start - b.start),
    }),
    comments: comments.map((row) =>
      toComment({
        id: row.id,
        bitextId: row.bitext_id,
        beadId: row.bead_id,
        kind: row.kind,
        body: row.body,
        authorId: row.author_id,
        createdAt: row.created_at,
        resolvedBy: row.resolved_by,
      }),
    ),
  };
}

/** Two offsets may lie in one paragraph. */
const onePerStart = (rows: readonly Paragraph[]): Paragraph[] =>
  [...new Map(rows.map((row) => [row.start, row])).values()].sort((a, b) => a.start - b.start);

const within = (
  table: { textId: typeof border.textId },
  at: typeof border.at,
  { textId, start, end }: Span & { textId: string },
) => and(eq(table.textId, textId), gte(at, start), lte(at, end));

const borderBefore = (textId: string, at: number): SQL =>
  sql`coalesce((select max(b.at) from ${border} b where b.text_id = ${textId} and b.at < ${at}), 0)`;
const borderAfter = (textId: string, at: number): SQL =>
  sql`coalesce((select min(b.at) from ${border} b where b.text_id = ${textId} and b.at > ${at}), ${at})`;

/** Overlapping and touching spans as one; very many of them as the stretch they lie in. */
function unionOf(spans: readonly Span[]): Span[] {
  const union: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = union.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else union.push({ ...span });
  }
  if (union.length > MOST_SPANS) return [{ start: union[0].start, end: union.at(-1)!.end }];
  return union;
}
