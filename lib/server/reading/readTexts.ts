import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { makeText } from '@/lib/bitext/makeText';
import { readText } from '@/lib/formats/text/readText';
import type { ReadOptions, TextDraft } from '@/lib/formats/text/TextDraft';
import { ok, type Result } from '@/lib/result';
import { describeText } from './describeText';
import type { TextImportTask, TextPiece, TextPreviewTask } from './protocol';
import type { Read } from './readers';

/** Rows that cross between threads, and go into the database, at once. */
const PIECE_ROWS = 500;
/** And UTF-16 units of text in them, about. */
const PIECE_CHARS = 250_000;

/** The whole text at once. */
export async function readTextFile(task: { path: string; options: ReadOptions }): Promise<Read<'text'>> {
  return { answer: await open(task) };
}

/** The dry run. */
export async function previewTextFile(task: TextPreviewTask): Promise<Read<'textPreview'>> {
  const read = await open(task);
  return { answer: read.ok ? ok(describeText(read.value.draft, task)) : read };
}

/** What is stored: the heads of one text or of one a chapter as the answer, their rows as pieces. */
export async function importTextFile(task: TextImportTask): Promise<Read<'textImport'>> {
  const read = await open(task);
  if (!read.ok) return { answer: read };
  const { draft, checksum } = read.value;
  const parts = partsOf(draft, task.byChapter);
  function* pieces(): Generator<TextPiece> {
    for (const [part, { contents }] of parts.entries()) yield* piecesOf(part, contents, task);
  }
  const { format, encoding, warnings, title } = draft;
  return {
    answer: ok({
      ...{ format, encoding, warnings, title, checksum },
      parts: parts.map(({ title, ordinal, contents }) => ({
        title,
        ordinal,
        lengthUtf16: lengthOf(contents),
      })),
    }),
    pieces: pieces(),
  };
}

const lengthOf = (contents: readonly string[]): number =>
  contents.reduce((sum, { length }) => sum + length, 0);

/** The chosen chapters, or all in one; chapters stand in the draft one after the other. */
function partsOf(
  { paragraphs, chapters }: TextDraft,
  byChapter: boolean,
): { title: string | null; ordinal: number | null; contents: string[] }[] {
  if (!byChapter || !chapters) return [{ title: null, ordinal: null, contents: paragraphs }];
  let start = 0;
  return chapters
    .filter(({ chosen }) => chosen)
    .map(({ title, ordinal, paragraphCount }) => {
      const contents = paragraphs.slice(start, start + paragraphCount);
      start += paragraphCount;
      return { title, ordinal, contents };
    });
}

/** Cut into segments a stretch at a time: sentences never cross paragraphs, and borders of all would be many. */
function* piecesOf(
  part: number,
  contents: readonly string[],
  { lang, unit }: TextImportTask,
): Generator<TextPiece> {
  let at = 0;
  for (let from = 0, to = 0; from < contents.length; from = to) {
    let chars = 0;
    while (to < contents.length && to - from < PIECE_ROWS && chars < PIECE_CHARS)
      chars += contents[to++].length;
    const made = makeText(contents.slice(from, to), lang, unit);
    const isLast = to === contents.length;
    const shift = at;
    yield {
      part,
      paragraphs: made.paragraphs.map((row) => ({ ...row, start: row.start + shift })),
      // The end of a stretch is the start of the next one.
      borders: (isLast ? made.borders : made.borders.slice(0, -1)).map((row) => ({
        ...row,
        at: row.at + shift,
      })),
    };
    at += made.lengthUtf16;
  }
}

async function open({
  path,
  options,
}: {
  path: string;
  options: ReadOptions;
}): Promise<Result<{ draft: TextDraft; checksum: string }>> {
  const file = readFileSync(path);
  const checksum = createHash('sha256').update(file).digest('hex');
  // As a plain array: `slice` of a Buffer is no copy, and readers count on one.
  const draft = await readText(new Uint8Array(file.buffer, file.byteOffset, file.length), options);
  return draft.ok ? ok({ draft: draft.value, checksum }) : draft;
}
