import type { Check } from './types';

/** Shorter ones do come twice in a row: "Yes." */
const SHORTEST_CHARS = 12;
/** Twins differ in a few marks and blanks at most. */
const MARKS_APART = 4;

/** The same translation as next door while the source is another: one of the two is misplaced. */
export const duplicate: Check = {
  id: 'duplicate',
  find({ source, target, neighbours }) {
    if (target.reading.length < SHORTEST_CHARS) return [];
    const alike = neighbours.filter(
      (next) => Math.abs(next.target.length - target.reading.length) < MARKS_APART,
    );
    if (!alike.length) return [];
    const own = bare(target.reading);
    if (own.length < SHORTEST_CHARS) return [];
    const twin = alike.some(
      (next) => bare(next.target) === own && bare(next.source) !== bare(source.reading),
    );
    return twin ? [{ severity: 'warning', side: 'target', spans: [], params: {} }] : [];
  },
};

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
