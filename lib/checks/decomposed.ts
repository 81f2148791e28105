import type { Check, Raw } from './types';
import { SIDES } from './types';

/** Share of a text's segments. */
const THROUGHOUT = 0.5;

/**
 * Letters in pieces (NFD): a base letter with a mark after it, where one character would do. Searches of other programs
 * miss them. A text that is written so throughout was imported so on purpose, and is no finding in every bead.
 */
export const decomposed: Check = {
  id: 'decomposed',
  find(input) {
    return SIDES.flatMap((side): Raw[] => {
      const { reading, segments } = input[side];
      if (input.profile[side].decomposed > THROUGHOUT) return [];
      if (!SUSPECT.test(reading) || segments.every(isNfc)) return [];
      return [{ severity: 'warning', side, spans: [], params: {} }];
    });
  },
  mend: (segment) => segment.normalize('NFC'),
};

/** Combining marks, jamo, and the few single characters that NFC writes otherwise. Plain letters are never decomposed. */
const SUSPECT = /[^\s!-\u02ff\u0370-\u03ff\u1e00-\u1eff\u2010-\u2027]/;

export const isNfc = (text: string): boolean => !SUSPECT.test(text) || text === text.normalize('NFC');
