import type { Span } from '@/lib/bitext/types';
import { primary } from '@/lib/text';
import { spansOf } from './spans';
import type { Check, Raw } from './types';
import { SIDES } from './types';

const ANY = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// Joiners are spelling in these, and marks of direction have work to do.
const JOINERS = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g;
const NEEDED_IN = new Set(
  [
    'ar',
    'fa',
    'ur',
    'he',
    'yi',
    'ps',
    'ckb',
    'sd',
    'ug',
    'hi',
    'bn',
    'mr',
    'ne',
    'ta',
    'te',
    'kn',
    'ml',
    'gu',
  ].concat(['pa', 'or', 'si', 'km', 'my', 'th', 'lo', 'bo', 'mn']),
);
/** An emoji of several parts is held together by joiners. */
const EMOJI = /\p{Extended_Pictographic}/u;

/** Zero-width characters and marks of direction: nobody sees them, every search stumbles over them. */
export const invisible: Check = {
  id: 'invisible',
  find(input) {
    return SIDES.flatMap((side): Raw[] => {
      const spans = found(input[side].reading, input[side].lang);
      return spans.length ? [{ severity: 'warning', side, spans, params: { count: spans.length } }] : [];
    });
  },
  mend(segment, lang) {
    let mended = '';
    let at = 0;
    for (const { start, end } of found(segment, lang)) {
      mended += segment.slice(at, start);
      at = end;
    }
    return mended + segment.slice(at);
  },
};

function found(text: string, lang: string): Span[] {
  const spans = spansOf(text, NEEDED_IN.has(primary(lang)) ? JOINERS : ANY);
  // One emoji anywhere, and its joiners stay: telling them apart is not worth breaking one.
  return spans.length && EMOJI.test(text) ? spans.filter(({ start }) => text[start] !== '\u200d') : spans;
}
