import { primary } from '@/lib/text';
import { spansOf } from './spans';
import type { Check, CheckInput, Raw } from './types';
import { SIDES } from './types';

const CEDILLA = /[ŞşŢţ]|[SsTt]\u0327/g;
const ANY = /[ŞşŢţ]|\u0327/;
const COMMA: Record<string, string> = { Ş: 'Ș', ş: 'ș', Ţ: 'Ț', ţ: 'ț', S: 'Ș', s: 'ș', T: 'Ț', t: 'ț' };

/** Romanian ş ţ with a cedilla, which are Turkish letters, where ș ț have a comma below. */
export const cedilla: Check = {
  id: 'cedilla',
  find(input: CheckInput): Raw[] {
    return SIDES.flatMap((side): Raw[] => {
      if (primary(input[side].lang) !== 'ro') return [];
      if (!ANY.test(input[side].reading)) return [];
      const spans = spansOf(input[side].reading, CEDILLA);
      if (!spans.length) return [];
      // A text that has nothing else was typed so throughout: one decision for the whole, not a mistake in each bead.
      const severity = input.profile[side].cedilla > 0.5 ? 'info' : 'warning';
      return [{ severity, side, spans, params: { count: spans.length } }];
    });
  },
  mend: (segment) => segment.replace(CEDILLA, (found) => COMMA[found[0]]),
};
