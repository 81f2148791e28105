import 'server-only';
import { z } from 'zod';
import { getDb, type Tx } from '@/db/client';
import * as importedRows from '@/db/queries/importedRows';
import * as jobs from '@/db/queries/jobs';
import * as texts from '@/db/queries/texts';
import type { Actor } from '@/lib/bitext/can';
import { UNITS } from '@/lib/bitext/units';
import { err, ok, type Result } from '@/lib/result';
import { wakeRunner } from '../align/runner';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import { type Reading as Opened, openReading } from '../reading/openReading';
import type { TextHead } from '../reading/protocol';
import { Rollback } from '../rollback';
import type { Working } from '../uploads/Working';
import { mayImportInto } from './mayImportInto';
import { PLACINGS, placeParts, type Target } from './placeParts';
import { type Reading, readingOf } from './Reading';
import { fileNameOf, Lang, TextSource, textTask } from './textSource';

export const ImportTextInput = TextSource.extend({
  lang: Lang.describe('Language of the text, one of the project'),
  segments: z
    .enum(UNITS)
    .default('paragraph')
    .describe('Segments of a translation; the reference is always cut into sentences'),
  placing: z.enum(PLACINGS).default('here').describe('Where the text, or each of its chapters, goes'),
});
type Input = z.output<typeof ImportTextInput>;

export type ImportedText = Target & { textId: string };

/**
 * Stores a text as it was shown in the preview: read again from the same bytes with the same choices, so that nothing
 * half-accepted lies about on the server. Its rows come in pieces, and all of it, with every document that is made for a
 * chapter, is one transaction. Alignment with the texts already there begins at once.
 */
export async function importText(
  actor: Actor,
  input: Input,
  working: Working,
): Promise<Result<{ textId: string; texts: ImportedText[] }>> {
  const { lang, segments, placing, ...source } = input;
  const found = await mayImportInto(actor, source);
  if (!found.ok) return found;
  const head = found.value;
  const isReference = lang === head.referenceLang;
  if (!isReference && !head.targetLangs.includes(lang)) return err('text.languageUnknown', { lang });
  const unit = isReference ? 'sentence' : segments;
  const byChapter = placing !== 'here';
  const reading = await openReading(
    { kind: 'textImport', ...textTask(source), lang, unit, byChapter },
    working,
  );
  try {
    const { answer } = reading;
    if (!answer.ok) return answer;
    const { parts, ...read } = answer.value;
    const stored = await (await getDb()).transaction(async (tx): Promise<Result<ImportedText[]>> => {
      const targets = await placeParts(tx, actor, head, lang, parts, placing);
      if (!targets.ok) return targets;
      const origin = { lang, isReference, fileName: fileNameOf(source), importedBy: actor.id };
      const readings = parts.map(({ ordinal }) => readingOf(source, ordinal));
      return ok(await store(tx, targets.value, { ...origin, ...read, parts, readings }, reading, working));
    });
    if (!stored.ok) return stored;
    wakeRunner();
    return ok({ textId: stored.value[0].textId, texts: stored.value });
  } finally {
    await reading.close();
  }
}

type Origin = TextHead & {
  lang: string;
  isReference: boolean;
  fileName: string | null;
  importedBy: string;
  /** What was chosen about each part. */
  readings: readonly (Reading | null)[];
};

/** @throws the signal's reason when the client has left: what was stored so far is rolled back. */
async function store(
  tx: Tx,
  targets: readonly Target[],
  { parts, readings, title: _, ...origin }: Origin,
  reading: Opened<'textImport'>,
  { signal, progress }: Working,
): Promise<ImportedText[]> {
  const stored: ImportedText[] = [];
  for (const [part, target] of targets.entries()) {
    const textId = newId();
    const row = {
      id: textId,
      documentId: target.documentId,
      lengthUtf16: parts[part].lengthUtf16,
      reading: readings[part],
      ...origin,
    };
    const bitexts = await texts.insert(tx, { ...row, paragraphs: [], borders: [] }, newId);
    for (const bitextId of bitexts)
      await jobs.insert(tx, { id: newId(), bitextId, createdBy: origin.importedBy });
    stored.push({ ...target, textId });
  }
  const whole = parts.reduce((sum, { lengthUtf16 }) => sum + lengthUtf16, 0);
  let done = 0;
  for await (const { part, paragraphs, borders } of reading.pieces()) {
    signal.throwIfAborted();
    await importedRows.addParagraphs(tx, stored[part].textId, paragraphs);
    await importedRows.addBorders(tx, stored[part].textId, borders);
    for (const { content } of paragraphs) done += content.length;
    progress({ step: 'storing', share: Math.min(1, done / whole) });
  }
  // A reader that fails in the middle ends its pieces: half a text must not stay.
  if (done !== whole) throw new Rollback('import.tooComplex');
  for (const { documentId } of targets) await announceReload(tx, documentId);
  signal.throwIfAborted();
  return stored;
}
