import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { type FoundParagraph, type SearchedText, textsOf } from '@/db/queries/concordance';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import type { Match } from '@/lib/text/foldForSearch';
import { heedsDiacritics } from '@/lib/text/heedsDiacritics';
import { concordanceOf, type Hit } from './concordanceOf';
import { matchesIn } from './matchesIn';
import { type Search, SearchFields, wantedBy } from './pattern';
import { answerOf, scan } from './scan';

export const FindInProjectInput = z.object({
  projectId: z.uuid(),
  ...SearchFields,
  lang: z.string().max(35).nullish(),
  /** As the page before gave it in `next`. */
  cursor: z
    .string()
    .regex(/^[0-9a-f-]{36}:\d{1,9}$/)
    .nullish(),
});

export type FindPage = {
  hits: Hit[];
  /** Where the next page begins; null when there is none. */
  next: string | null;
};

/** Paragraphs on a page; each may hold several hits. */
const PAGE = 25;
const HITS_PER_PARAGRAPH = 5;

/** The bilingual concordance: every place in the project's texts, as corrected, with what stands beside it. */
export async function findInProject(
  actor: Actor,
  { projectId, lang, cursor, ...asked }: z.output<typeof FindInProjectInput>,
): Promise<Result<FindPage>> {
  const search: Search = { ...asked, diacritics: heedsDiacritics(asked) };
  if (!can(actor, 'read', { projectId })) return err('project.notFound');
  const wanted = wantedBy(search);
  if (!wanted.ok) return wanted;
  const db = await getDb();
  const texts = await textsOf(db, { projectId, ...(lang ? { lang } : {}) });
  const byId = new Map(texts.map((one) => [one.id, one]));
  const [textId, start] = cursor?.split(':') ?? [];
  const after = textId ? { textId, start: Number(start) } : null;
  const found: { text: SearchedText; paragraph: FoundParagraph; match: Match }[] = [];
  let [paragraphs, last]: [number, FoundParagraph | null] = [0, null];
  let more = false;
  try {
    pages: for await (const rows of scan(db, texts, wanted.value, after, PAGE + 1))
      for (const row of rows) {
        const matches = matchesIn(row, search, wanted.value).slice(0, HITS_PER_PARAGRAPH);
        if (!matches.length) continue;
        if (paragraphs === PAGE) {
          more = true;
          break pages;
        }
        paragraphs++;
        last = row;
        for (const match of matches) found.push({ text: byId.get(row.textId)!, paragraph: row, match });
      }
  } catch (cause) {
    // What was found before time ran out is worth something; the search can go on from there.
    if (!last) return answerOf(cause);
    more = true;
  }
  return ok({
    hits: await concordanceOf(db, found),
    next: more && last ? `${last.textId}:${last.start}` : null,
  });
}
