import 'server-only';
import type { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as texts from '@/db/queries/texts';
import type { Change } from '@/lib/bitext/change';
import { makeText } from '@/lib/bitext/makeText';
import { type DocumentState, isLocked } from '@/lib/bitext/types';
import { planReplacement, type Replacement } from '@/lib/bitext/versions/planReplacement';
import { err, ok, type Result } from '@/lib/result';
import { newId } from '../newId';
import type { ReadImport } from './readImport';
import { Lang, TextSource } from './textSource';

/** A corrected file for a text that the document has. */
export const VersionInput = TextSource.extend({
  lang: Lang.describe('Language of the text that is replaced'),
});
export type VersionInput = z.output<typeof VersionInput>;

export type PlannedVersion = {
  /** The text that is to be replaced. */
  older: Awaited<ReturnType<typeof texts.listOf>>[number];
  state: DocumentState;
  plan: Replacement;
};

/** What a file would change in a document as it stands in `tx`. Stores nothing. */
export async function planVersion(
  tx: Db | Tx,
  { documentId, lang }: { documentId: string; lang: string },
  { draft }: Pick<ReadImport, 'draft'>,
): Promise<Result<PlannedVersion>> {
  const older = (await texts.listOf(tx, documentId)).find((text) => text.lang === lang);
  if (!older) return err('text.missing', { lang });
  const state = await alignments.load(tx, documentId);
  // Cut as the older one was: a translation may have been brought in by paragraphs.
  const bySentence =
    older.isReference || state.texts[older.id].borders.some(({ kind }) => kind === 'sentence');
  const made = makeText(draft.paragraphs, lang, bySentence ? 'sentence' : 'paragraph');
  return ok({ older, state, plan: planReplacement(state, older.id, newId(), made, newId) });
}

/** No word, no segment and no bead would be another one. */
export function isSame({ plan, older, state }: PlannedVersion): boolean {
  const contents = (paragraphs: readonly { content: string }[]) => paragraphs.map(({ content }) => content);
  const [before, after] = [contents(state.texts[older.id].paragraphs), contents(plan.text.paragraphs)];
  return before.length === after.length && before.every((content, k) => content === after[k]);
}

export type BeadCounts = {
  lang: string;
  kept: number;
  stale: number;
  vouched: number;
  added: number;
  gone: number;
};

/** What becomes of the beads of each bitext that the text is part of. `vouched`: those of the stale ones that somebody had confirmed. */
export function countBeads(state: DocumentState, change: Change): BeadCounts[] {
  const replaced = new Set(change.texts?.map(({ before }) => before));
  return Object.values(state.bitexts).flatMap(({ id, sourceTextId, targetTextId, beads }) => {
    if (!beads.length || !(replaced.has(sourceTextId) || replaced.has(targetTextId))) return [];
    const rows = change.beads.filter((row) => row.bitextId === id);
    const stale = rows.filter(({ before, after }) => before && after?.status === 'stale');
    const gone = rows.filter(({ after }) => !after).length;
    return {
      lang: state.texts[targetTextId].lang,
      kept: beads.length - stale.length - gone,
      stale: stale.length,
      vouched: stale.filter(({ before }) => before && isLocked(before)).length,
      added: rows.filter(({ before }) => !before).length,
      gone,
    };
  });
}
