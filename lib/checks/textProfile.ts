import { primary } from '@/lib/text';
import { isNfc } from './decomposed';
import { INNER_A, INNER_I } from './mixedSpelling';
import { NEW_TONE, OLD_TONE } from './tonePlacement';
import type { TextProfile } from './types';

/** Readings that are looked at: enough for shares, however long the text. */
const SAMPLE = 1500;
const WORD = /[\p{L}\p{M}]+/gu;

/** What is usual in a text, from an even sample of its readings. Deterministic. */
export function textProfile(readings: readonly string[], lang: string): TextProfile {
  const step = Math.max(1, Math.floor(readings.length / SAMPLE));
  const count = { words: 0, marked: 0, cedilla: 0, comma: 0, i: 0, a: 0, old: 0, new: 0, nfd: 0, all: 0 };
  const base = primary(lang);
  for (let k = 0; k < readings.length; k += step) {
    const text = readings[k];
    count.all++;
    if (!isNfc(text)) count.nfd++;
    for (const [word] of text.matchAll(WORD)) {
      count.words++;
      if (/[^\s!-~]/.test(word)) count.marked++;
    }
    if (base === 'ro') {
      count.cedilla += times(text, /[şţŞŢ]/g);
      count.comma += times(text, /[șțȘȚ]/g);
      count.i += times(text, INNER_I);
      count.a += times(text, INNER_A);
    }
    if (base === 'vi') {
      count.old += times(text, OLD_TONE);
      count.new += times(text, NEW_TONE);
    }
  }
  return {
    lang,
    words: count.words,
    diacritics: share(count.marked, count.words, 0),
    cedilla: share(count.cedilla, count.cedilla + count.comma, 0),
    innerI: share(count.i, count.i + count.a, 0.5),
    oldTone: share(count.old, count.old + count.new, 0.5),
    decomposed: share(count.nfd, count.all, 0),
  };
}

const times = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const share = (part: number, whole: number, none: number): number => (whole ? part / whole : none);
