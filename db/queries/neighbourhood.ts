import { and, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { type BeadCommand, beadsNamed, REACHING_COMMANDS } from '@/lib/bitext/commands';
import { inOrder } from '@/lib/bitext/inOrder';
import type { Bead, DocumentState } from '@/lib/bitext/types';
import type { Tx } from '../client';
import { bead } from '../schema';
import { uuids } from './arrays';
import type { Heads, Place } from './heads';
import { readAlong, type Stretch } from './readAlong';
import { toBead, toBitextState } from './rows';

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
 * The part of a document around some beads and offsets: enough for `applyCommands`, whatever the size
 * of the whole. Two queries or three, however many beads and languages: on the embedded database all
 * editors wait for one connection.
 */
export async function loadAround(
  tx: Tx,
  { texts: heads, bitexts }: Heads,
  places: Places,
): Promise<DocumentState> {
  const beads = bitexts.length ? await beadsAround(tx, bitexts, places) : new Map<string, Bead[]>();
  const stretches = heads.map(({ id }): Stretch => {
    const spans = bitexts.flatMap((place) => {
      const side = place.sourceTextId === id ? 'source' : place.targetTextId === id ? 'target' : null;
      return side ? (beads.get(place.id) ?? []).map((b) => b[side]) : [];
    });
    return { textId: id, spans, offsets: places.texts.filter((p) => p.text === id).map((p) => p.at) };
  });
  const ids = [...beads.values()].flat().map((b) => b.id);
  const along = await readAlong(tx, stretches, ids);
  return {
    texts: Object.fromEntries(heads.map(({ id, lang }) => [id, { id, lang, ...along.texts(id) }])),
    bitexts: Object.fromEntries(
      bitexts.map((place) => [place.id, toBitextState(place, beads.get(place.id) ?? [])]),
    ),
    comments: along.comments,
  };
}

type BeadRow = typeof bead.$inferSelect;

/** By bitext, in order. */
async function beadsAround(
  tx: Tx,
  bitexts: readonly Place[],
  { beads: ids, texts, reach }: Places,
): Promise<Map<string, Bead[]>> {
  const own = inArray(
    bead.bitextId,
    bitexts.map((place) => place.id),
  );
  const named: SQL[] = ids.length ? [and(sql`${bead.id} = any(${uuids(ids)})`, own)!] : [];
  for (const { text, at } of texts) for (const place of bitexts) named.push(...touching(place, text, at));
  if (!named.length) return new Map();
  const rows = await tx
    .select()
    .from(bead)
    .where(or(...named));
  const edges = reach ? edgesOf(rows) : [];
  // One by one: a call takes no more than some hundred thousand arguments.
  if (edges.length) for (const row of await beside(tx, edges, reach)) rows.push(row);
  const byBitext = new Map(bitexts.map((place) => [place.id, [] as Bead[]]));
  for (const row of rows) byBitext.get(row.bitextId)?.push(toBead(row));
  return new Map([...byBitext].map(([id, beads]) => [id, inOrder(beads)]));
}

/** The beads that hold the offset or meet it. Their starts grow along the chain, so an index leads to them. */
function touching(place: Place, text: string, at: number): SQL[] {
  const inBitext = eq(bead.bitextId, place.id);
  if (text === place.sourceTextId) {
    const first = sql`coalesce((select max(b.source_start) from ${bead} b where b.bitext_id = ${place.id} and b.source_start < ${at}), 0)`;
    return [and(inBitext, gte(bead.sourceStart, first), lte(bead.sourceStart, at), gte(bead.sourceEnd, at))!];
  }
  if (text === place.targetTextId) {
    const first = sql`coalesce((select max(b.target_start) from ${bead} b where b.target_text_id = ${text} and b.target_start < ${at}), 0)`;
    const onText = eq(bead.targetTextId, text);
    return [
      and(
        inBitext,
        onText,
        gte(bead.targetStart, first),
        lte(bead.targetStart, at),
        gte(bead.targetEnd, at),
      )!,
    ];
  }
  return [];
}

/** The neighbours of these beads, so many on either side. */
async function beside(tx: Tx, edges: readonly BeadRow[], reach: number): Promise<BeadRow[]> {
  const places = sql.param(
    JSON.stringify(edges.map((row) => ({ b: row.bitextId, s: row.sourceStart, t: row.targetStart }))),
  );
  const wanted = sql`
    select n.id from jsonb_to_recordset(${places}::jsonb) e(b uuid, s int, t int) cross join lateral (
      (select id from ${bead} x where x.bitext_id = e.b and (x.source_start, x.target_start) < (e.s, e.t)
       order by x.source_start desc, x.target_start desc limit ${reach})
      union all
      (select id from ${bead} x where x.bitext_id = e.b and (x.source_start, x.target_start) > (e.s, e.t)
       order by x.source_start, x.target_start limit ${reach})
    ) n`;
  // As an array: a sub-select of unknown size would tempt the planner to walk through all beads.
  return tx.select().from(bead).where(sql`${bead.id} = any(array(${wanted}))`);
}

/** One look around for beads that stand together, rather than one a bead: a wide confirmation names hundreds. */
function edgesOf(rows: readonly BeadRow[]): BeadRow[] {
  const startOf = (row: BeadRow) => `${row.bitextId}:${row.sourceStart}:${row.targetStart}`;
  const endOf = (row: BeadRow) => `${row.bitextId}:${row.sourceEnd}:${row.targetEnd}`;
  const [starts, ends] = [new Set(rows.map(startOf)), new Set(rows.map(endOf))];
  return rows.filter((row) => !starts.has(endOf(row)) || !ends.has(startOf(row)));
}
