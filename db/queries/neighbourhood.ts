import { and, asc, desc, eq, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { type BeadCommand, beadsNamed, REACHING_COMMANDS } from '@/lib/bitext/commands';
import { inOrder } from '@/lib/bitext/inOrder';
import type { Bead, Border, Correction, DocumentState, Paragraph, Span, TextState } from '@/lib/bitext/types';
import type { Tx } from '../client';
import { bead, border, comment, correction, paragraph } from '../schema';
import { beadsOf, bitextsOf } from './alignments';
import { type BitextRow, toBead, toBitextState, toComment } from './rows';
import { listOf } from './texts';

/** More beads than this are no neighbourhood: the whole is read at once instead of around each of them. */
const MOST_NAMED = 200;

/** What a set of commands, or an undo, may look at. */
export type Places = {
  beads: readonly string[];
  /** Offsets into texts whose segments are cut, joined or corrected. */
  texts: readonly { text: string; at: number }[];
  /** How many beads on either side may come into play. */
  reach: number;
};

export function placesOf(commands: readonly BeadCommand[]): Places {
  const reaching = commands.filter((c) => REACHING_COMMANDS.has(c.type)).length;
  return {
    beads: [...new Set(commands.flatMap(beadsNamed))],
    texts: commands.flatMap((c) => ('text' in c ? { text: c.text, at: 'at' in c ? c.at : c.start } : [])),
    reach: reaching ? reaching + 1 : 0,
  };
}

/**
 * The part of a document around some beads and offsets: enough for `applyCommands`, whatever the
 * size of the whole. A handful of index look-ups.
 */
export async function loadAround(
  tx: Tx,
  documentId: string,
  places: Places,
): Promise<{
  state: DocumentState;
  bitexts: (BitextRow & { lang: string })[];
}> {
  const bitexts = await bitextsOf(tx, documentId);
  const heads = await listOf(tx, documentId);
  const beads = new Map<string, Bead[]>();
  for (const place of bitexts) beads.set(place.id, await beadsAround(tx, place, places));
  const texts: Record<string, TextState> = {};
  for (const { id, lang } of heads) {
    const offsets = places.texts.filter((p) => p.text === id).map((p) => p.at);
    const spans = bitexts.flatMap((place) => {
      const side = place.sourceTextId === id ? 'source' : place.targetTextId === id ? 'target' : null;
      return side ? beads.get(place.id)!.map((b) => b[side]) : [];
    });
    const borders = await bordersAround(tx, id, unionOf(spans), offsets);
    texts[id] = {
      id,
      lang,
      borders,
      paragraphs: await paragraphsAround(tx, id, offsets),
      corrections: await correctionsAround(tx, id, borders),
    };
  }
  const ids = [...beads.values()].flat().map((b) => b.id);
  const near =
    ids.length > MOST_NAMED
      ? inArray(
          comment.bitextId,
          bitexts.map((b) => b.id),
        )
      : inArray(comment.beadId, ids);
  const comments = ids.length ? await tx.select().from(comment).where(near) : [];
  const states = bitexts.map((place) => [place.id, toBitextState(place, beads.get(place.id)!)] as const);
  return {
    state: {
      texts,
      bitexts: Object.fromEntries(states),
      comments: comments.map(toComment),
    },
    bitexts,
  };
}

async function beadsAround(tx: Tx, place: BitextRow, { beads: ids, texts, reach }: Places): Promise<Bead[]> {
  if (ids.length > MOST_NAMED) return beadsOf(tx, place.id);
  const inBitext = eq(bead.bitextId, place.id);
  const named: SQL[] = ids.length ? [inArray(bead.id, [...ids])] : [];
  for (const { text, at } of texts) {
    if (text === place.sourceTextId) named.push(and(lte(bead.sourceStart, at), gte(bead.sourceEnd, at))!);
    if (text === place.targetTextId) named.push(and(lte(bead.targetStart, at), gte(bead.targetEnd, at))!);
  }
  if (!named.length) return [];
  const found = await tx
    .select()
    .from(bead)
    .where(and(inBitext, or(...named)));
  const rows = [...found];
  const start = sql`(${bead.sourceStart}, ${bead.targetStart})`;
  for (const { sourceStart, targetStart } of reach ? edges(found) : []) {
    const here = sql`(${sourceStart}::int, ${targetStart}::int)`;
    rows.push(
      ...(await tx
        .select()
        .from(bead)
        .where(and(inBitext, sql`${start} < ${here}`))
        .orderBy(desc(bead.sourceStart), desc(bead.targetStart))
        .limit(reach)),
      ...(await tx
        .select()
        .from(bead)
        .where(and(inBitext, sql`${start} > ${here}`))
        .orderBy(asc(bead.sourceStart), asc(bead.targetStart))
        .limit(reach)),
    );
  }
  return inOrder(rows.map(toBead));
}

/** One look around for beads that stand together, rather than one a bead: a wide confirmation names hundreds. */
function edges<
  Row extends {
    sourceStart: number;
    targetStart: number;
    sourceEnd: number;
    targetEnd: number;
  },
>(rows: readonly Row[]): Row[] {
  const starts = new Set(rows.map((row) => `${row.sourceStart}:${row.targetStart}`));
  const ends = new Set(rows.map((row) => `${row.sourceEnd}:${row.targetEnd}`));
  return rows.filter(
    (row) =>
      !starts.has(`${row.sourceEnd}:${row.targetEnd}`) || !ends.has(`${row.sourceStart}:${row.targetStart}`),
  );
}

/** Overlapping and touching spans as one; very many of them as the stretch they lie in. */
function unionOf(spans: readonly Span[]): Span[] {
  const union: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = union.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else union.push({ ...span });
  }
  if (union.length > MOST_NAMED) return [{ start: union[0].start, end: union.at(-1)!.end }];
  return union;
}

async function bordersAround(
  tx: Tx,
  textId: string,
  spans: readonly Span[],
  offsets: readonly number[],
): Promise<Border[]> {
  const wanted: SQL[] = spans.map((span) => and(gte(border.at, span.start), lte(border.at, span.end))!);
  for (const at of offsets) {
    const own = sql`${border.textId} = ${textId}`;
    wanted.push(
      and(
        gte(
          border.at,
          sql`coalesce((select max(${border.at}) from ${border} where ${own} and ${border.at} < ${at}), 0)`,
        ),
        lte(
          border.at,
          sql`coalesce((select min(${border.at}) from ${border} where ${own} and ${border.at} > ${at}), ${at})`,
        ),
      )!,
    );
  }
  if (!wanted.length) return [];
  return tx
    .select({ at: border.at, kind: border.kind })
    .from(border)
    .where(and(eq(border.textId, textId), or(...wanted)))
    .orderBy(asc(border.at));
}

async function paragraphsAround(tx: Tx, textId: string, offsets: readonly number[]): Promise<Paragraph[]> {
  const found = new Map<number, Paragraph>();
  for (const at of offsets) {
    const [row] = await tx
      .select({ start: paragraph.start, content: paragraph.content })
      .from(paragraph)
      .where(and(eq(paragraph.textId, textId), lte(paragraph.start, at)))
      .orderBy(desc(paragraph.start))
      .limit(1);
    if (row) found.set(row.start, row);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

async function correctionsAround(tx: Tx, textId: string, borders: readonly Border[]): Promise<Correction[]> {
  if (!borders.length) return [];
  return tx
    .select({
      start: correction.start,
      end: correction.end,
      old: correction.old,
      reading: correction.reading,
    })
    .from(correction)
    .where(
      and(
        eq(correction.textId, textId),
        gte(correction.start, borders[0].at),
        lt(correction.start, Math.max(borders.at(-1)!.at, borders[0].at + 1)),
      ),
    )
    .orderBy(asc(correction.start));
}
