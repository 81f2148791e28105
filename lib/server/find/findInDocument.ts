import 'server-only';
import { z } from 'zod';
import { type Db, getDb } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { packedBeads } from '@/db/queries/checks';
import { correctionsOf, textsOf } from '@/db/queries/concordance';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { beadsHoldingAny, packedId } from '@/lib/bitext/packed';
import type { BeadId, BitextId } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';
import { matchesIn } from './matchesIn';
import { offsetIn } from './offsetIn';
import { type Search, SearchFields, wantedBy } from './pattern';
import { answerOf, scan } from './scan';

export const FindInDocumentInput = z.object({
  documentId: z.uuid(),
  ...SearchFields,
  /** Only in the text of this language. */
  lang: z.string().max(35).nullish(),
});

/** Every bead with a match on either side, by bitext and in order. */
export type FoundInDocument = { bitextId: BitextId; beads: BeadId[] }[];

/** What the grid's filter shows: all beads of a document that read so, as corrected. */
export async function findInDocument(
  actor: Actor,
  { documentId, lang, ...search }: z.output<typeof FindInDocumentInput>,
): Promise<Result<FoundInDocument>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  let offsets: Map<string, number[]>;
  try {
    const found = await offsetsIn(db, { projectId: document.projectId, documentId, lang }, search);
    if (!found.ok) return found;
    offsets = found.value;
  } catch (cause) {
    return answerOf(cause);
  }
  const answer: FoundInDocument = [];
  for (const place of await alignments.bitextsOf(db, documentId)) {
    const source = offsets.get(place.sourceTextId) ?? [];
    const target = offsets.get(place.targetTextId) ?? [];
    if (!source.length && !target.length) continue;
    const beads = await packedBeads(db, place);
    const held = new Set([
      ...beadsHoldingAny(beads.sourceEnds, source),
      ...beadsHoldingAny(beads.targetEnds, target),
    ]);
    const inOrder = Int32Array.from(held).sort();
    answer.push({ bitextId: place.id, beads: Array.from(inOrder, (k) => packedId(beads, k)) });
  }
  return ok(answer);
}

/** Where each text of the document matches, as ascending offsets into it. */
async function offsetsIn(
  db: Db,
  within: { projectId: string; documentId: string; lang?: string | null },
  search: Search,
): Promise<Result<Map<string, number[]>>> {
  const wanted = wantedBy(search);
  if (!wanted.ok) return wanted;
  const { lang, ...document } = within;
  const texts = await textsOf(db, lang ? { ...document, lang } : document);
  const offsets = new Map<string, number[]>();
  for await (const rows of scan(db, texts, wanted.value, null, null)) {
    const corrected = rows.filter((row) => row.isCorrected);
    const read = await correctionsOf(db, corrected);
    const corrections = new Map(corrected.map((row, k) => [row, read[k]]));
    for (const row of rows) {
      const own = offsets.get(row.textId) ?? [];
      for (const { start } of matchesIn(row, search, wanted.value))
        own.push(offsetIn(row.start, corrections.get(row) ?? [], start));
      offsets.set(row.textId, own);
    }
  }
  return ok(offsets);
}
