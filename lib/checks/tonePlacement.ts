import { primary } from '@/lib/text';
import { listed, spansOf } from './spans';
import type { Check, Raw } from './types';
import { SIDES } from './types';

// Open syllables in oa, oe, uy: the only ones where the two schools differ. After q, the u is a consonant.
export const OLD_TONE = /\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu;
export const NEW_TONE = /\p{L}*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)(?![\p{L}\p{M}])/giu;
const EITHER = /[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]|[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY]/;
const CLEAR = 0.1;

/** A tone mark on the other vowel than in the rest of the text: hoà among hòa, thúy among thuý. */
export const tonePlacement: Check = {
  id: 'tonePlacement',
  find(input) {
    return SIDES.flatMap((side): Raw[] => {
      const { lang, reading } = input[side];
      if (primary(lang) !== 'vi') return [];
      const share = input.profile[side].oldTone;
      const pattern = share <= CLEAR ? OLD_TONE : share >= 1 - CLEAR ? NEW_TONE : null;
      if (!pattern || !EITHER.test(reading)) return [];
      const spans = spansOf(reading, pattern);
      const words = listed(spans.map(({ start, end }) => reading.slice(start, end)));
      return spans.length ? [{ severity: 'info', side, spans, params: { words } }] : [];
    });
  },
};
