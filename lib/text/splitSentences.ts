import { abbreviationsOf } from './abbreviations';
import { primary } from './fold';
import { looksLikeStart, namesSpeaker, stopEnds } from './sentenceRules';

/** Languages that write no blank between sentences or words: only the platform's dictionary can cut them. */
const BY_DICTIONARY = new Set(['th', 'lo', 'km', 'my']);
/** Intl.Segmenter is quadratic in the length of its input: 100 KB take 2 s. */
const WINDOW = 4000;

// A run of terminators, then closing quotes and brackets. Straight quotes close only before white space or the end.
const CANDIDATE =
  /[.!?…‥։؟۔।॥።]+(?:["'’”»›)\]}“]|''|``)*(?:\[\d+\])?(?=\s|$)|[。！？｡]+[」』”’）]*|\n[^\S\n]*\n/gu;
// A stop with the blank forgotten: "hết.Anh". At least two small letters, so that "M.Of" and "d.Hr." stay whole.
const GLUED = /(?<=\p{Ll}\p{M}*\p{Ll}\p{M}*[.!?…])(?=\p{Lu}\p{M}*\p{Ll}[\p{Ll}\p{M}]*[\s,])/gu;
const DASH_TURN = /\s[–—]\s?(?=\p{Lu})/gu;

/**
 * Start offsets (UTF-16) of the sentences of a paragraph; the first is 0. Sentences tile the paragraph: white space
 * belongs to the sentence before it.
 *
 * Candidates are terminators followed by white space; each is kept or dropped by rules on both sides of it
 * (abbreviations, initials, numbers, lower case, closing quotes, who spoke, dialogue dashes; see `sentenceRules`).
 * Thai, Lao, Khmer and Burmese go through Intl.Segmenter in windows. O(length).
 */
export function splitSentences(paragraph: string, lang: string): number[] {
  const base = primary(lang);
  if (BY_DICTIONARY.has(base)) return splitByDictionary(paragraph, base);
  const list = abbreviationsOf(base);
  const cuts = new Set<number>();
  for (const hit of paragraph.matchAll(CANDIDATE)) {
    const end = hit.index + hit[0].length;
    const start = skipSpace(paragraph, end);
    if (start >= paragraph.length) break;
    if (endsHere(paragraph, hit[0], hit.index, start, base)) cuts.add(start);
  }
  for (const hit of paragraph.matchAll(GLUED)) cuts.add(hit.index);
  for (const hit of paragraph.matchAll(DASH_TURN)) {
    const before = paragraph.slice(Math.max(0, hit.index - 2), hit.index);
    if (/[.!?…]["”»]?$/.test(before)) cuts.add(hit.index + 1);
  }
  cuts.delete(0);
  return [0, ...[...cuts].sort((a, b) => a - b)];

  function endsHere(text: string, marks: string, at: number, start: number, lang: string): boolean {
    if (marks[0] === '\n' || /^[。！？｡]/.test(marks)) return true;
    // The rules know words by their letters, however those are typed.
    const rest = text.slice(start, start + 60).normalize('NFC');
    const opened = rest.replace(/^[\s"'“”„«‘([¿¡–—-]+/u, '');
    if (/^\p{Ll}(?!\p{Lu})/u.test(opened)) return false;
    if (/^[,;:)\]»”]/.test(rest)) return false;
    const closed = /["'’”»]$/.test(marks);
    if (closed && /[!?…]/.test(marks) && namesSpeaker(rest)) return false;
    if (/^\.["'’”»)\]]*$/.test(marks))
      return closed
        ? true
        : stopEnds(text.slice(Math.max(0, at - 40), at).normalize('NFC'), opened, lang, list);
    if (/^(?:\.{2,}|…+)$/.test(marks)) return !continuesAfterDots(text, at, opened, lang);
    return true;
  }
}

/** "I... I don't know", "the... Louvre": dots after a small word, or a word repeated, are a pause. */
function continuesAfterDots(text: string, at: number, rest: string, base: string): boolean {
  const before = /[\p{L}\p{M}'’]+$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
  const next = /^[\p{L}\p{M}'’]+/u.exec(rest)?.[0] ?? '';
  if (before === '' || next === '') return false;
  if (before.toLowerCase() === next.toLowerCase()) return true;
  return base === 'en' && /^(?:the|a|an|of|to|Mr|Mrs|Miss)$/.test(before) && !looksLikeStart(rest, base);
}

function skipSpace(text: string, at: number): number {
  let k = at;
  while (k < text.length && /[\s\u200b\ufeff]/.test(text[k])) k++;
  return k;
}

function splitByDictionary(text: string, lang: string): number[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  const out = [0];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + WINDOW);
    if (to < text.length) {
      const blank = text.lastIndexOf(' ', to);
      if (blank > from) to = blank + 1;
    }
    let last = from;
    for (const part of segmenter.segment(text.slice(from, to))) last = from + part.index;
    for (const part of segmenter.segment(text.slice(from, to)))
      if (part.index > 0) out.push(from + part.index);
    // The last sentence of a window may go on: look at it again in the next one.
    if (to < text.length && last > from) {
      out.pop();
      from = last;
      out.push(from);
    } else from = to;
  }
  return [...new Set(out)];
}
