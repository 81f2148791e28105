import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as texts from '@/db/queries/texts';
import { type Actor, can } from '@/lib/bitext/can';
import { makeText } from '@/lib/bitext/makeText';
import { segmentsIn } from '@/lib/bitext/segments';
import type { TextDraft } from '@/lib/formats/text/TextDraft';
import { err, ok, type Result } from '@/lib/result';
import { mayImport } from './mayImportInto';
import { ImportSource, Lang, readImport } from './readImport';

export const PreviewTextInput = ImportSource.extend({ documentId: z.uuid(), lang: Lang.optional() });

export type TextPreview = Omit<TextDraft, 'paragraphs'> & {
  fileName: string | null;
  bytes: number;
  detectedLang: string | null;
  /** The language that the split below was made for. */
  lang: string | null;
  paragraphCount: number;
  sentenceCount: number;
  characterCount: number;
  /** The first paragraphs, each as its sentences. */
  first: { ordinal: number; sentences: string[] }[];
  last: { ordinal: number; sentences: string[] }[];
};

const SHOWN = 40;
const SHOWN_LAST = 5;

/** What an import would store, shown before anything is. */
export async function previewText(
  actor: Actor,
  { documentId, lang: wanted, ...source }: z.output<typeof PreviewTextInput>,
): Promise<Result<TextPreview>> {
  const db = await getDb();
  const document = await documents.find(db, documentId);
  if (!document || !can(actor, 'read', document)) return err('document.notFound');
  if (!mayImport(actor, document.projectId)) return err('document.forbidden');
  const read = await readImport(source);
  if (!read.ok) return read;
  const { draft, fileName, bytes } = read.value;
  const { paragraphs, ...head } = draft;
  const lang = wanted ?? guessLang(draft, document, await texts.listOf(db, documentId));
  const made = makeText(paragraphs, lang ?? 'und', 'sentence');
  const sentencesOf = (k: number) => {
    const { start, content } = made.paragraphs[k];
    return segmentsIn(
      { ...made, id: '', lang: '', corrections: [] },
      { start, end: start + content.length },
    ).map((s) => content.slice(s.start - start, s.end - start).trim());
  };
  const show = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, k) => ({
      ordinal: from + k + 1,
      sentences: sentencesOf(from + k),
    }));
  const count = made.paragraphs.length;
  return ok({
    ...head,
    fileName,
    bytes,
    detectedLang: draft.lang,
    lang,
    paragraphCount: count,
    sentenceCount: made.borders.length - 1,
    characterCount: made.lengthUtf16,
    first: show(0, Math.min(SHOWN, count)),
    last: show(Math.max(SHOWN, count - SHOWN_LAST), count),
  });
}

/** The detected language when the project has it, else the one that is still missing. */
function guessLang(
  { lang }: TextDraft,
  project: { referenceLang: string; targetLangs: string[] },
  present: readonly { lang: string }[],
): string | null {
  const langs = [project.referenceLang, ...project.targetLangs];
  const fits = langs.find((l) => l === lang || l.split('-')[0] === lang);
  const missing = langs.filter((l) => !present.some((t) => t.lang === l));
  return fits ?? (missing.length === 1 ? missing[0] : lang);
}
