import 'server-only';
import { z } from 'zod';
import { type Db, getDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { packedBeads } from '@/db/queries/checks';
import { correctionsOf, textsOf } from '@/db/queries/concordance';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { beadsHoldingAny, packedId } from '@/lib/bitext/packed';
import type { BeadId, BitextId, TextId } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { heedsDiacritics } from '@/lib/text/heedsDiacritics';
import { matchesIn } from './matchesIn';
import { endOffsetIn, offsetIn } from './offsetIn';
import { type Search, SearchFields, wantedBy } from './pattern';
import { answerOf, scan } from './scan';

export const FindInDocumentInput = z.object({
  documentId: z.uuid(),
  ...SearchFields,
  /** Only in the text of this language. */
  lang: z.string().max(35).nullish(),
});

export type FoundInDocument = {
  /** Every bead with a match on either side, by bitext and in order. */
  bitexts: { bitextId: BitextId; beads: BeadId[] }[];
  /**
   * Of a regular expression, which nobody but the database reads: where it matches, by text, as the start and the end of
   * each match one after the other, offsets into the text as imported. Others see for themselves in the rows they show.
   */
  places: Record<TextId, number[]>;
};

/** Matches whose places are told. Beyond them rows are found all the same, with nothing lit in them. */
const MOST_PLACES = 20_000;

/** What the grid's filter shows: all beads of a document that read so, as corrected. */
export async function findInDocument(
  actor: Actor,
  { documentId, lang, ...asked }: z.output<typeof FindInDocumentInput>,
): Promise<Result<FoundInDocument>> {
  const search: Search = { ...asked, diacritics: heedsDiacritics(asked) };
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  let places: Map<TextId, number[]>;
  try {
    const found = await placesIn(db, { projectId: document.projectId, documentId, lang }, search);
    if (!found.ok) return found;
    places = found.value;
  } catch (cause) {
    return answerOf(cause);
  }
  const bitexts: FoundInDocument['bitexts'] = [];
  const startsIn = (textId: TextId) => (places.get(textId) ?? []).filter((_, k) => k % 2 === 0);
  for (const place of await alignments.bitextsOf(db, documentId)) {
    const source = startsIn(place.sourceTextId);
    const target = startsIn(place.targetTextId);
    if (!source.length && !target.length) continue;
    const beads = await packedBeads(db, place);
    const held = new Set([
      ...beadsHoldingAny(beads.sourceEnds, source),
      ...beadsHoldingAny(beads.targetEnds, target),
    ]);
    const inOrder = Int32Array.from(held).sort();
    bitexts.push({ bitextId: place.id, beads: Array.from(inOrder, (k) => packedId(beads, k)) });
  }
  return ok({ bitexts, places: search.mode === 'regex' ? told(places) : {} });
}

/** Where each text of the document matches: the start and the end of each match, ascending, one after the other. */
async function placesIn(
  db: Db,
  within: { projectId: string; documentId: string; lang?: string | null },
  search: Search,
): Promise<Result<Map<TextId, number[]>>> {
  const wanted = wantedBy(search);
  if (!wanted.ok) return wanted;
  const { lang, ...document } = within;
  const texts = await textsOf(db, lang ? { ...document, lang } : document);
  const places = new Map<TextId, number[]>();
  for await (const rows of scan(db, texts, wanted.value, null, null)) {
    const changed = rows.filter((row) => row.isCorrected);
    const read = await correctionsOf(db, changed);
    const corrections = new Map(changed.map((row, k) => [row, read[k]]));
    for (const row of rows) {
      const own = places.get(row.textId) ?? [];
      const corrected = corrections.get(row) ?? [];
      for (const { start, end } of matchesIn(row, search, wanted.value))
        own.push(offsetIn(row.start, corrected, start), endOffsetIn(row.start, corrected, end));
      places.set(row.textId, own);
    }
  }
  return ok(places);
}

/** As many places as are told, those of each text from its beginning. */
function told(places: ReadonlyMap<TextId, readonly number[]>): FoundInDocument['places'] {
  let rest = 2 * MOST_PLACES;
  const answer: FoundInDocument['places'] = {};
  for (const [textId, own] of places) {
    if (rest === 0) break;
    answer[textId] = own.slice(0, rest);
    rest -= answer[textId].length;
  }
  return answer;
}
