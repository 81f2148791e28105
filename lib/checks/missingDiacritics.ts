import { primary } from '@/lib/text';
import { listed, spansOf } from './spans';
import type { Check, Raw } from './types';
import { SIDES } from './types';

/** Frequent words that do not exist without their diacritics. */
const BARE: Record<string, RegExp> = {
  ro: /(?<![\p{L}\p{M}'’-])(?:si|dupa|cand|fara|inca|daca|catre|insa|acelasi|totusi|atat|cat|fiindca|putin|decat|pana|catva|intr|sunteti|astazi|inainte|impotriva|intotdeauna)(?![\p{L}\p{M}'’])/giu,
  vi: /(?<![\p{L}\p{M}'’-])(?:khong|duoc|nguoi|nhung|viec|truoc|nhieu|nuoc|duong|luon|nguoc|thuoc|tuong|chuyen|nghiem|quyet|dieu|biet|muon|phai|thuong|huong|cuoi|ngay nay|chung toi)(?![\p{L}\p{M}'’])/giu,
};
/** Real words among them in some contexts: they count only together with another one. */
const DOUBTFUL = new Set(['cat', 'pana', 'insa', 'ngay nay', 'dieu', 'phai', 'biet', 'muon']);
/** A text below this share is written without diacritics throughout, which is another matter. */
const USUAL: Record<string, number> = { ro: 0.1, vi: 0.4 };
/** How improbable it must be that so many words have none by chance. */
const CHANCE = 1e-5;
const LETTER = /\p{L}+/gu;
const MARKED = /[^\s!-~]/;

/** Words typed without diacritics in a text that otherwise has them. */
export const missingDiacritics: Check = {
  id: 'missingDiacritics',
  find({ source, target, profile }) {
    return SIDES.flatMap((side): Raw[] => {
      const { lang, reading } = side === 'source' ? source : target;
      const base = primary(lang);
      const pattern = BARE[base];
      const usual = profile[side].diacritics;
      if (!pattern || usual < USUAL[base]) return [];
      const spans = spansOf(reading, pattern);
      const words = spans.map(({ start, end }) => reading.slice(start, end));
      const certain = words.some((word) => !DOUBTFUL.has(word.toLowerCase()));
      const names = base === 'vi' ? spans.filter(({ start }) => /\p{Lu}/u.test(reading[start])).length : 0;
      if (certain && spans.length > names)
        return [{ severity: 'warning', side, spans, params: { words: listed(words) } }];
      if (MARKED.test(reading)) return [];
      const count = reading.match(LETTER)?.length ?? 0;
      return (1 - usual) ** count < CHANCE
        ? [{ severity: 'warning', side, spans: [], params: { words: 'none' } }]
        : [];
    });
  },
};
