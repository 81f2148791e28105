import { findDrift } from '@/lib/bitext/findDrift';
import { lengthCurve } from '@/lib/bitext/lengthCurve';
import { type MadeText, makeText } from '@/lib/bitext/makeText';
import { segmentsIn } from '@/lib/bitext/segments';
import { shareCurve } from '@/lib/bitext/shareCurve';
import type { TextDraft } from '@/lib/formats/text/TextDraft';
import { composedLength } from '@/lib/text/composedLength';
import type { TextDescription, TextPreviewTask } from './protocol';

/** Paragraphs that are shown of the beginning and of the end. */
const SHOWN = 40;
const SHOWN_LAST = 5;
const SHOWN_DRIFTS = 5;

/** What an import would store, in as many words as a person wants to read. */
export function describeText(
  { paragraphs, ...head }: TextDraft,
  { wanted, langs, missing, reference }: TextPreviewTask,
): TextDescription {
  const lang = wanted ?? guessLang(head.lang, langs, missing);
  const made = makeText(paragraphs, lang ?? 'und', 'sentence');
  const count = made.paragraphs.length;
  const show = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, k) => ({
      ordinal: from + k + 1,
      sentences: sentencesOf(made, from + k),
    }));
  return {
    ...head,
    detectedLang: head.lang,
    lang,
    paragraphCount: count,
    sentenceCount: made.borders.length - 1,
    characterCount: made.lengthUtf16,
    first: show(0, Math.min(SHOWN, count)),
    last: show(Math.max(SHOWN, count - SHOWN_LAST), count),
    beside: reference && reference.lang !== lang ? besideReference(paragraphs, reference) : null,
  };
}

/** Row by row where there are as many rows; else nobody knows which belong together, only how far both texts have come. */
function besideReference(
  paragraphs: readonly string[],
  reference: NonNullable<TextPreviewTask['reference']>,
): TextDescription['beside'] {
  const lengths = paragraphs.map(composedLength);
  const isEven = lengths.length === reference.lengths.length;
  return {
    lang: reference.lang,
    paragraphCount: reference.lengths.length,
    byRow: isEven,
    curve: (isEven ? lengthCurve : shareCurve)(reference.lengths, lengths),
    suspicions: (isEven ? findDrift(reference.lengths, lengths) : [])
      .slice(0, SHOWN_DRIFTS)
      .map(({ from, to, shift }) => ({ code: 'drift', at: 0, from: from + 1, to, count: shift })),
  };
}

function sentencesOf(made: MadeText, k: number): string[] {
  const { start, content } = made.paragraphs[k];
  return segmentsIn(
    { ...made, id: '', lang: '', corrections: [] },
    { start, end: start + content.length },
  ).map((s) => content.slice(s.start - start, s.end - start).trim());
}

/** The detected language when the project has it, else the one that is still missing. */
function guessLang(lang: string | null, langs: readonly string[], missing: readonly string[]): string | null {
  const fits = langs.find((one) => one === lang || one.split('-')[0] === lang);
  return fits ?? (missing.length === 1 ? missing[0] : lang);
}
