import { primary } from '@/lib/text';
import { listed, spansOf } from './spans';
import type { Check, Raw } from './types';
import { SIDES } from './types';

/** î inside a word, but for words made with a prefix (neîncetat, reîntors, bineînțeles) and ends in -î. */
export const INNER_I =
  /(?<![\p{L}\p{M}])(?!(?:ne|re|pre|bine|de|dez|auto|co|semi|sub|supra|ultra|ori|într|în)[îÎ])\p{L}+î\p{L}+/giu;
/** â inside a word, where the old spelling has î; român and its family always had â. */
export const INNER_A = /(?<![\p{L}\p{M}])(?!\p{L}*rom[âÂ]n)\p{L}+â\p{L}+/giu;
/** How clear the habit of the text must be. */
const CLEAR = 0.1;

/** A word in the old Romanian spelling in a text in the new one (pîine, pâine), or the other way round. */
export const mixedSpelling: Check = {
  id: 'mixedSpelling',
  find(input) {
    return SIDES.flatMap((side): Raw[] => {
      const { lang, reading } = input[side];
      if (primary(lang) !== 'ro') return [];
      const share = input.profile[side].innerI;
      const pattern = share <= CLEAR ? INNER_I : share >= 1 - CLEAR ? INNER_A : null;
      if (!pattern || !(share <= CLEAR ? /[îÎ]/ : /[âÂ]/).test(reading)) return [];
      const spans = spansOf(reading, pattern);
      const words = listed(spans.map(({ start, end }) => reading.slice(start, end)));
      return spans.length ? [{ severity: 'info', side, spans, params: { words } }] : [];
    });
  },
};
