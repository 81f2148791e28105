import { primary } from '@/lib/text';
import { spansInSegments } from './spans';
import type { Check, Raw } from './types';
import { SIDES } from './types';

// Several blanks between words; a blank before a mark that closes, unless dots or digits follow (" ...", " .5").
const EXTRA =
  /(?<=\S) {2,}(?=\S)|(?<=[\p{L}\p{N}]) +(?=[,;:!?](?![\p{L}\p{N}:;!?()-])|\.(?![.\p{L}\p{N}]))/gu;
const QUICK = / {2}| [,;:!?.]/;
/** They write a blank before ; : ! ? by rule. */
const BLANK_BEFORE_MARKS = new Set(['fr', 'br', 'oc']);

/** Two blanks in a row, or one before a comma or full stop. */
export const spacing: Check = {
  id: 'spacing',
  find(input) {
    return SIDES.flatMap((side): Raw[] => {
      const { reading, lang } = input[side];
      if (!QUICK.test(reading) || BLANK_BEFORE_MARKS.has(primary(lang))) return [];
      const spans = spansInSegments(input[side].segments, EXTRA);
      return spans.length ? [{ severity: 'info', side, spans, params: { count: spans.length } }] : [];
    });
  },
  mend(segment) {
    // Taking one away may bring the next to light ("a  , b"): until nothing is left.
    for (let text = segment; ; ) {
      const next = text.replace(EXTRA, (_, at: number, whole: string) =>
        /[,;:!?.]/.test(whole[at + _.length] ?? '') && _.length === 1 ? '' : ' ',
      );
      if (next === text || next.length >= text.length) return next;
      text = next;
    }
  },
};
