import 'server-only';
import type { Tx } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as texts from '@/db/queries/texts';
import type { Actor } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { newId } from '../newId';

/**
 * `here`: all in the document at hand. `chapters`: each chapter in the document of its name, which is made where there
 * is none. `series`: the chapters in the document at hand and those that follow it, as many as there are: a translation
 * whose chapters are called otherwise.
 */
export const PLACINGS = ['here', 'chapters', 'series'] as const;
export type Placing = (typeof PLACINGS)[number];

export type Target = { documentId: string; title: string };
type Part = { title: string | null };

const TITLE_CHARS = 200;

/** The document for each part, in order; locked, and without a text in the language. Makes those that are missing. */
export async function placeParts(
  tx: Tx,
  actor: Actor,
  here: documents.DocumentHead,
  lang: string,
  parts: readonly Part[],
  placing: Placing,
): Promise<Result<Target[]>> {
  if (!(await documents.lock(tx, here.id))) return err('document.notFound');
  if (placing === 'chapters') return ok(await placeByName(tx, actor, here, lang, parts));
  const open =
    placing === 'here'
      ? [{ documentId: here.id, title: here.title }]
      : await documents.fromHereOn(tx, here.projectId, here.id);
  if (open.length < parts.length)
    return err('import.tooFewDocuments', { chapters: parts.length, documents: open.length });
  const targets = open.slice(0, parts.length);
  for (const { documentId } of targets) {
    await documents.lock(tx, documentId);
    if (await hasText(tx, documentId, lang)) return err('text.exists', { lang });
  }
  return ok(targets);
}

async function placeByName(
  tx: Tx,
  actor: Actor,
  { projectId, title: book }: documents.DocumentHead,
  lang: string,
  parts: readonly Part[],
): Promise<Target[]> {
  const targets: Target[] = [];
  const taken = new Set<string>();
  const begun = Date.now();
  for (const [at, part] of parts.entries()) {
    const name = part.title?.trim() || `${book} (${at + 1})`;
    for (let n = 1; ; n++) {
      const title = n === 1 ? name.slice(0, TITLE_CHARS) : `${name.slice(0, TITLE_CHARS - 8)} (${n})`;
      if (taken.has(title)) continue;
      const present = await documents.findByTitle(tx, projectId, title);
      if (
        present &&
        ((await documents.lock(tx, present.id)) === null || (await hasText(tx, present.id, lang)))
      )
        continue;
      const documentId = present?.id ?? newId();
      // Listed in the order of the book, which all were made at once for.
      const createdAt = new Date(begun + at);
      if (!present)
        await documents.insert(tx, { id: documentId, projectId, title, createdBy: actor.id, createdAt });
      taken.add(title);
      targets.push({ documentId, title });
      break;
    }
  }
  return targets;
}

async function hasText(tx: Tx, documentId: string, lang: string): Promise<boolean> {
  return (await texts.listOf(tx, documentId)).some((text) => text.lang === lang);
}
