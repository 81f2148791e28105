import type { Check, Raw } from './types';
import { SIDES } from './types';

/** Letters in pieces (NFD): a base letter with a mark after it, where one character would do. Searches miss them. */
export const decomposed: Check = {
  id: 'decomposed',
  find(input) {
    return SIDES.flatMap((side): Raw[] => {
      const { reading, segments } = input[side];
      if (!SUSPECT.test(reading) || segments.every(isNfc)) return [];
      const severity = input.profile[side].decomposed > 0.5 ? 'info' : 'warning';
      return [{ severity, side, spans: [], params: {} }];
    });
  },
  mend: (segment) => segment.normalize('NFC'),
};

/** Combining marks, jamo, and the few single characters that NFC writes otherwise. Plain letters are never decomposed. */
const SUSPECT = /[^\s!-\u02ff\u0370-\u03ff\u1e00-\u1eff\u2010-\u2027]/;

export const isNfc = (text: string): boolean => !SUSPECT.test(text) || text === text.normalize('NFC');
