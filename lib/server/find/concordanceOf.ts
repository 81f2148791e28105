import 'server-only';
import type { Db } from '@/db/client';
import { beadsAt, beadsOver, type PlacedBead } from '@/db/queries/beadsAt';
import { correctionsOf, type FoundParagraph, type SearchedText, stretches } from '@/db/queries/concordance';
import { flowOf } from '@/lib/bitext/segments';
import type { BeadId, BeadStatus, BitextId, DocumentId } from '@/lib/bitext/types';
import type { Match } from '@/lib/text/foldForSearch';
import { offsetIn } from './offsetIn';

/** What stands beside a hit in another language. */
export type Counterpart = {
  lang: string;
  /** Empty where nothing is aligned with it. */
  text: string;
  /** The bead of its bitext; null for the reference text, and where nothing is aligned. */
  bead: { bitextId: BitextId; beadId: BeadId; status: BeadStatus } | null;
};

/** A keyword in its context. */
export type Hit = {
  documentId: DocumentId;
  title: string;
  lang: string;
  before: string;
  match: string;
  after: string;
  /** The bead it stands in; null while the text is not aligned. Of a hit in the reference, the first translation's. */
  bead: { bitextId: BitextId; beadId: BeadId; status: BeadStatus } | null;
  counterparts: Counterpart[];
};

type Found = { text: SearchedText; paragraph: FoundParagraph; match: Match };

/** UTF-16 units on either side of the keyword, about. */
const CONTEXT = 110;
const LONGEST_COUNTERPART = 420;

/** Puts hits into their context: beads, and the other languages beside them. A handful of queries for all. */
export async function concordanceOf(db: Db, found: readonly Found[]): Promise<Hit[]> {
  const corrected = found.filter(({ paragraph }) => paragraph.isCorrected);
  const read = await correctionsOf(
    db,
    corrected.map(({ paragraph }) => paragraph),
  );
  const corrections = new Map(corrected.map((one, k) => [one, read[k]]));
  const places = found.map((one) => ({
    textId: one.text.id,
    at: offsetIn(one.paragraph.start, corrections.get(one) ?? [], one.match.start),
  }));
  const beads = group(await beadsAt(db, places), found.length);
  // Of a hit in a translation, the other translations hang on the same source sentences.
  const own = found.map(({ text }, k) => (text.isReference ? null : (beads[k][0] ?? null)));
  const bridged = own.flatMap((bead, k) => (bead && bead.sourceEnd > bead.sourceStart ? [{ bead, k }] : []));
  const over = await beadsOver(
    db,
    bridged.map(({ bead }) => ({
      ...{ sourceTextId: bead.sourceTextId, start: bead.sourceStart, end: bead.sourceEnd },
      notIn: bead.bitextId,
    })),
  );
  for (const bead of over) beads[bridged[bead.nth - 1].k].push(bead);
  const spans = beads.map((list, k) => counterpartSpans(list, own[k]));
  const texts = await stretches(
    db,
    spans.flat().map(({ textId, start, end }) => ({ textId, start, end })),
  );
  let nth = 0;
  return found.map(({ text, paragraph, match }, k): Hit => {
    const bead = own[k] ?? beads[k][0] ?? null;
    return {
      ...{ documentId: text.documentId, title: text.title, lang: text.lang },
      before: tail(paragraph.content.slice(0, match.start)),
      match: paragraph.content.slice(match.start, match.end),
      after: head(paragraph.content.slice(match.end), CONTEXT),
      bead: bead && linkOf(bead),
      counterparts: spans[k].map(({ lang, start, end, bead: other }) => ({
        lang,
        text: head(flowOf(texts[nth++], { start, end }), LONGEST_COUNTERPART),
        bead: other && linkOf(other),
      })),
    };
  });
}

const linkOf = ({ bitextId, beadId, status }: PlacedBead) => ({ bitextId, beadId, status });

function group(rows: readonly PlacedBead[], count: number): PlacedBead[][] {
  const groups: PlacedBead[][] = Array.from({ length: count }, () => []);
  for (const row of rows) groups[row.nth - 1].push(row);
  return groups;
}

type CounterpartSpan = { lang: string; textId: string; start: number; end: number; bead: PlacedBead | null };

/** Of each other language, the stretch beside the hit. The reference comes first. */
function counterpartSpans(beads: readonly PlacedBead[], own: PlacedBead | null): CounterpartSpan[] {
  const spans = new Map<string, CounterpartSpan>();
  if (own)
    spans.set(own.sourceTextId, {
      ...{
        lang: own.sourceLang,
        textId: own.sourceTextId,
        start: own.sourceStart,
        end: own.sourceEnd,
        bead: null,
      },
    });
  for (const bead of beads) {
    if (bead === own) continue;
    const known = spans.get(bead.targetTextId);
    if (known) {
      known.start = Math.min(known.start, bead.targetStart);
      known.end = Math.max(known.end, bead.targetEnd);
    } else
      spans.set(bead.targetTextId, {
        ...{ lang: bead.lang, textId: bead.targetTextId, start: bead.targetStart, end: bead.targetEnd, bead },
      });
  }
  return [...spans.values()];
}

/** The last words of a text. */
const tail = (text: string): string =>
  text.length > CONTEXT ? `…${text.slice(-CONTEXT).replace(/^\S*(?=\s)/u, '')}` : text;

/** The first words of a text. */
const head = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/(?<=\s)\S*$/u, '')}…` : text;
