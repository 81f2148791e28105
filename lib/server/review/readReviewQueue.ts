import 'server-only';
import { z } from 'zod';
import { type Db, getDb } from '@/db/client';
import { namesOf } from '@/db/queries/people';
import * as projects from '@/db/queries/projects';
import * as reviews from '@/db/queries/reviews';
import * as texts from '@/db/queries/texts';
import { type Actor, can } from '@/lib/bitext/can';
import { readingOf, segmentsIn } from '@/lib/bitext/segments';
import type { NullReason, Span } from '@/lib/bitext/types';
import { err, ok, type Result } from '@/lib/result';

export const ReviewQueueInput = z.object({
  projectId: z.uuid(),
  lang: z.string().max(12).nullish(),
  /** The last bead of the page before. */
  after: z.uuid().nullish(),
});

/** A bead that waits for a second pair of eyes, with its surroundings. */
export type ReviewItem = {
  beadId: string;
  revision: number;
  documentId: string;
  title: string;
  lang: string;
  reason: NullReason | null;
  authors: string[];
  source: string[];
  target: string[];
  before: { source: string; target: string } | null;
  after: { source: string; target: string } | null;
};
export type ReviewQueue = { items: ReviewItem[]; waiting: Record<string, number>; referenceLang: string };

const PAGE = 20;
/** UTF-16 units of the neighbours that are shown, about. */
const CONTEXT_CHARS = 130;

/** The next beads that this reviewer may approve, in text order. */
export async function readReviewQueue(
  actor: Actor,
  { projectId, lang, after }: z.output<typeof ReviewQueueInput>,
): Promise<Result<ReviewQueue>> {
  if (!can(actor, 'read', { projectId })) return err('project.notFound');
  const db = await getDb();
  const project = await projects.readProject(db, projectId);
  if (!project) return err('project.notFound');
  const langs = project.targetLangs.filter((one) => can(actor, 'review', { projectId, lang: one }));
  if (!langs.length) return err('project.forbidden');
  const scope = { projectId, langs, reviewerId: actor.id, ownToo: project.selfReview };
  const waiting = await reviews.countWaiting(db, scope);
  const chosen = lang && langs.includes(lang) ? [lang] : langs;
  const found = await reviews.next(db, { ...scope, langs: chosen }, after ?? null, PAGE);
  const names = await namesOf(db, [...new Set(found.flatMap(({ bead }) => bead.authors))]);
  const items: ReviewItem[] = [];
  for (const row of found) items.push(await itemOf(db, row, names));
  return ok({ items, waiting, referenceLang: project.referenceLang });
}

async function itemOf(
  db: Db,
  { bead, bitext, lang, documentId, title }: reviews.WaitingBead,
  names: Record<string, string>,
) {
  const { previous, next } = await reviews.neighbours(db, bitext.id, bead);
  const read = async (textId: string, side: 'source' | 'target') => {
    const text = await texts.around(db, textId, {
      start: previous?.[side].start ?? bead[side].start,
      end: next?.[side].end ?? bead[side].end,
    });
    return (span: Span) => segmentsIn(text, span).map((segment) => readingOf(text, segment).trim());
  };
  const source = await read(bitext.sourceTextId, 'source');
  const target = await read(bitext.targetTextId, 'target');
  const { id: beadId, revision, reason, authors } = bead;
  return {
    ...{ beadId, revision, documentId, title, lang, reason },
    authors: authors.flatMap((id) => names[id] ?? []),
    source: source(bead.source),
    target: target(bead.target),
    before: previous && {
      source: tail(source(previous.source).join(' ')),
      target: tail(target(previous.target).join(' ')),
    },
    after: next && {
      source: head(source(next.source).join(' ')),
      target: head(target(next.target).join(' ')),
    },
  };
}

/** The last words of a text. */
const tail = (text: string): string =>
  text.length > CONTEXT_CHARS ? `…${text.slice(-CONTEXT_CHARS).replace(/^\S*/u, '')}` : text;

/** The first words of a text. */
const head = (text: string): string =>
  text.length > CONTEXT_CHARS ? `${text.slice(0, CONTEXT_CHARS).replace(/\S*$/u, '').trimEnd()} …` : text;
