import { splitSentences } from '@/lib/text/splitSentences';
import type { Border, Paragraph } from './types';
import type { Unit } from './units';

export type { Unit } from './units';

export type MadeText = { paragraphs: Paragraph[]; borders: Border[]; lengthUtf16: number };

/** Lays paragraphs end to end and finds where segments start. Paragraphs must not be empty. */
export function makeText(contents: readonly string[], lang: string, unit: Unit): MadeText {
  const paragraphs: Paragraph[] = [];
  const borders: Border[] = [];
  let at = 0;
  for (const content of contents) {
    paragraphs.push({ start: at, content });
    borders.push({ at, kind: 'paragraph' });
    if (unit === 'sentence')
      for (const offset of splitSentences(content, lang))
        if (offset > 0) borders.push({ at: at + offset, kind: 'sentence' });
    at += content.length;
  }
  borders.push({ at, kind: 'paragraph' });
  return { paragraphs, borders, lengthUtf16: at };
}
