import 'server-only';
import type { z } from 'zod';
import { getDb } from '@/db/client';
import * as texts from '@/db/queries/texts';
import type { Actor } from '@/lib/bitext/can';
import type { Result } from '@/lib/result';
import { readInThread } from '../reading/openReading';
import type { TextDescription } from '../reading/protocol';
import type { Working } from '../uploads/Working';
import { mayImportInto } from './mayImportInto';
import { fileNameOf, Lang, TextSource, textTask } from './textSource';

export const PreviewTextInput = TextSource.extend({
  lang: Lang.optional().describe('Language of the text; detected when not said'),
});

export type TextPreview = TextDescription & {
  fileName: string | null;
  bytes: number;
};

/** What an import would store, shown before anything is. */
export async function previewText(
  actor: Actor,
  { lang: wanted, ...source }: z.output<typeof PreviewTextInput>,
  working: Working,
): Promise<Result<TextPreview>> {
  const head = await mayImportInto(actor, source);
  if (!head.ok) return head;
  const { referenceLang, targetLangs } = head.value;
  const db = await getDb();
  const present = await texts.listOf(db, source.documentId);
  const reference = present.find(({ isReference }) => isReference);
  const read = await readInThread(
    {
      kind: 'textPreview',
      ...textTask(source),
      wanted: wanted ?? null,
      langs: [referenceLang, ...targetLangs],
      missing: [referenceLang, ...targetLangs].filter((lang) => !present.some((text) => text.lang === lang)),
      reference: reference
        ? { lang: reference.lang, lengths: await texts.paragraphLengths(db, reference.id) }
        : null,
    },
    working,
  );
  if (!read.ok) return read;
  return { ok: true, value: { ...read.value, fileName: fileNameOf(source), bytes: source.files[0].bytes } };
}
