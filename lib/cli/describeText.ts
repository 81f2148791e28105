import { readText } from '@/lib/formats/text/readText';
import type { ReadOptions, TextDraft } from '@/lib/formats/text/TextDraft';
import { ok, type Result } from '@/lib/result';
import { splitSentences } from '@/lib/text/splitSentences';

/** Paragraphs shown as samples. */
const SHOWN = 3;

/** What an import would make of a text: what it is, how much, and what is odd about it. */
export async function describeText(
  bytes: Uint8Array,
  { texts: withTexts, ...options }: ReadOptions & { fileName: string; texts: boolean },
): Promise<Result<ReturnType<typeof describe>>> {
  const read = await readText(bytes, options);
  return read.ok ? ok(describe(options.fileName, bytes.length, read.value, withTexts)) : read;
}

function describe(file: string, bytes: number, draft: TextDraft, withTexts: boolean) {
  const lang = draft.lang ?? 'und';
  const texts = draft.paragraphs.map((paragraph) => cut(paragraph, splitSentences(paragraph, lang)));
  return {
    kind: 'text' as const,
    file,
    bytes,
    format: draft.format,
    encoding: draft.encoding,
    encodingCandidates: draft.encodingCandidates,
    language: draft.lang,
    languageConfidence: draft.langConfidence,
    title: draft.title,
    paragraphStyle: draft.paragraphStyle,
    paragraphs: draft.paragraphs.length,
    sentences: texts.reduce((sum, sentences) => sum + sentences.length, 0),
    characters: draft.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0),
    chapters: draft.chapters,
    boilerplate: draft.boilerplate,
    pieces: draft.pieces,
    fontText: draft.fontText,
    warnings: draft.warnings,
    first: texts.slice(0, SHOWN),
    ...(withTexts ? { texts } : {}),
  };
}

const cut = (paragraph: string, starts: readonly number[]): string[] =>
  starts.map((start, at) => paragraph.slice(start, starts[at + 1]));
