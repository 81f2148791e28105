import 'server-only';
import type { Db, Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as checks from '@/db/queries/checks';
import * as reviews from '@/db/queries/reviews';
import type { BitextRow } from '@/db/queries/rows';
import { toBead } from '@/db/queries/rows';
import * as texts from '@/db/queries/texts';
import { type Actor, can, type ProjectAction } from '@/lib/bitext/can';
import { readingOf } from '@/lib/bitext/segments';
import type { Bead, TextState } from '@/lib/bitext/types';
import { fingerprintOf } from '@/lib/checks';
import { err, ok, type Result } from '@/lib/result';

/** A bead as it reads now, between its neighbours. */
export type JudgedBead = {
  place: BitextRow & { lang: string };
  bead: Bead;
  neighbours: Bead[];
  texts: { source: TextState; target: TextState };
  fingerprint: string;
};

type Place = { documentId: string; bitextId: string; beadId: string };

/** Finds the bead, if this person may do that with it. Others' beads look like missing ones. */
export async function judgedBead(
  db: Db | Tx,
  actor: Actor,
  action: ProjectAction,
  { documentId, bitextId, beadId }: Place,
): Promise<Result<JudgedBead>> {
  const place = await alignments.findBitext(db, bitextId);
  if (!place || place.documentId !== documentId || !can(actor, 'read', place)) return err('bitext.notFound');
  if (!can(actor, action, place)) return err('bead.forbidden');
  const row = await checks.beadAround(db, bitextId, beadId);
  if (!row) return err('bead.notFound');
  const bead = toBead(row);
  const { previous, next } = await reviews.neighbours(db, bitextId, bead);
  const around = (textId: string, side: 'source' | 'target') =>
    texts.around(db, textId, {
      start: previous?.[side].start ?? bead[side].start,
      end: next?.[side].end ?? bead[side].end,
    });
  const source = await around(place.sourceTextId, 'source');
  const target = await around(place.targetTextId, 'target');
  return ok({
    ...{ place, bead, texts: { source, target } },
    neighbours: [previous, next].filter((one) => one !== null),
    fingerprint: fingerprintOf(readingOf(source, bead.source), readingOf(target, bead.target)),
  });
}
