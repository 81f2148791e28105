import 'server-only';
import { z } from 'zod';
import { type Db, getDb } from '@/db/client';
import { breathe } from '@/db/queries/breathe';
import type { DocumentHead } from '@/db/queries/documents';
import * as importedRows from '@/db/queries/importedRows';
import * as jobs from '@/db/queries/jobs';
import type { Actor } from '@/lib/bitext/can';
import { UNITS } from '@/lib/bitext/units';
import { err, ok, type Result } from '@/lib/result';
import { wakeRunner } from '../align/runner';
import { wakeIndexer } from '../find/indexer';
import { announceReload } from '../live/announce';
import { newId } from '../newId';
import { type Reading as Opened, openReading } from '../reading/openReading';
import { Rollback } from '../rollback';
import type { Working } from '../uploads/Working';
import { mayImportInto } from './mayImportInto';
import { PLACINGS, placeParts, type Target } from './placeParts';
import { readingOf } from './Reading';
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
 * half-accepted lies about on the server. Its rows come in pieces and are laid down where nobody sees them; one
 * transaction then gives every part its place, with the documents that are made for chapters. Alignment with the texts
 * already there begins at once.
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
  const early = await hasRoom(actor, head, input);
  if (!early.ok) return early;
  const reading = await openReading(
    { kind: 'textImport', ...textTask(source), lang, unit, byChapter },
    working,
  );
  const db = await getDb();
  let staged: string[] = [];
  try {
    const { answer } = reading;
    if (!answer.ok) return answer;
    const { parts, title: _, ...read } = answer.value;
    const origin = { lang, isReference, fileName: fileNameOf(source), importedBy: actor.id, ...read };
    const rows = parts.map(({ ordinal, lengthUtf16 }) => {
      return { id: newId(), lengthUtf16, reading: readingOf(source, ordinal), ...origin };
    });
    staged = rows.map(({ id }) => id);
    await stageAll(db, rows, reading, working);
    const stored = await db.transaction(async (tx): Promise<Result<ImportedText[]>> => {
      const targets = await placeParts(tx, actor, head, lang, parts, placing);
      if (!targets.ok) return targets;
      for (const [k, { documentId }] of targets.value.entries()) {
        const bitexts = await importedRows.publishText(tx, documentId, rows[k], newId);
        for (const bitextId of bitexts) await jobs.insert(tx, { id: newId(), bitextId, createdBy: actor.id });
        await announceReload(tx, documentId);
      }
      working.signal.throwIfAborted();
      return ok(targets.value.map((target, k) => ({ ...target, textId: rows[k].id })));
    });
    if (!stored.ok) return stored;
    staged = [];
    wakeRunner();
    wakeIndexer();
    return ok({ textId: stored.value[0].textId, texts: stored.value });
  } finally {
    await reading.close();
    await importedRows.discard(db, staged);
  }
}

/** Said before anything is read, as storing may take minutes: is there a place for one text at least? */
async function hasRoom(actor: Actor, head: DocumentHead, { lang, placing }: Input): Promise<Result<unknown>> {
  // Chapters by name go wherever there is room, and where there is none a document is made.
  if (placing === 'chapters') return ok(null);
  return (await getDb()).transaction((tx) => placeParts(tx, actor, head, lang, [{ title: null }], placing));
}

/** @throws the signal's reason when the client has left */
async function stageAll(
  db: Db,
  rows: readonly importedRows.StagedText[],
  reading: Opened<'textImport'>,
  { signal, progress }: Working,
): Promise<void> {
  for (const row of rows) await importedRows.stage(db, row);
  const whole = rows.reduce((sum, { lengthUtf16 }) => sum + lengthUtf16, 0);
  let done = 0;
  for await (const { part, paragraphs, borders } of reading.pieces()) {
    signal.throwIfAborted();
    await importedRows.inPiece(db, async (tx) => {
      await importedRows.addParagraphs(tx, rows[part].id, paragraphs);
      await importedRows.addBorders(tx, rows[part].id, borders);
    });
    // Each statement of the embedded database is done before others get a turn.
    await breathe();
    for (const { content } of paragraphs) done += content.length;
    progress({ step: 'storing', share: Math.min(1, done / whole) });
  }
  // A reader that fails in the middle ends its pieces: half a text must not stay.
  if (done !== whole) throw new Rollback('import.tooComplex');
}
