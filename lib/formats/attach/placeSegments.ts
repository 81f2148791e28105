import type { TextState } from '@/lib/bitext/types';
import { comparePieces, type Piece } from '@/lib/bitext/versions/pieces';
import { foldForSearch } from '@/lib/text/foldForSearch';
import { type Found, fillGaps } from './fillGaps';
import { placeByText } from './placeByText';
import { slidePieces } from './slidePieces';

/** How well a segment of a file stands in a text of ours. `folded`: but for typography, white space and encodings. */
export type Fit = 'exact' | 'folded' | 'near';
/** Where a segment of a file stands in a text of ours; null where that can't be told. UTF-16 units. */
export type PlacedSegment = { start: number; end: number; fit: Fit } | null;

/** Of a segment's letters and of those that stand in its place: what both have in common, at least. */
const NEAR = 0.5;
/** Of the words of a file those that are in a text of ours too, or it is no reading of it. */
const RELATED = 0.3;

/**
 * Finds the segments of a file in a text of ours that may read a little otherwise. Both are compared word by word, as a
 * search would read them; a segment is placed where its first and its last word, or those just outside of it, stand in
 * both, and at least half of what is between is the same. Typography, white space and normal forms do not count.
 */
export function placeSegments(
  sentences: readonly { text: string }[],
  text: TextState,
): { segments: PlacedSegment[]; placed: number } {
  const exact = placeByText(sentences, text);
  if ('places' in exact) {
    const { places } = exact;
    const segments = sentences.map((_, k) => ({
      ...{ start: places[k], end: places[k + 1], fit: 'exact' as const },
    }));
    return { segments, placed: segments.length };
  }
  const theirs = sentences.map((one) => foldedWords(one.text).folded);
  const ours = text.paragraphs.map(({ content }) => foldedWords(content));
  const folded = ours.map((one) => one.folded);
  if (!areRelated(theirs, folded)) return { segments: theirs.map(() => null), placed: 0 };
  const [file, whole, begins] = [theirs.join(''), folded.join(''), startsOf(theirs)];
  const pieces = slidePieces(comparePieces(theirs, folded), file, whole, (one) => begins.has(one));
  const walk = new PieceWalk(pieces);
  let from = 0;
  const compared = theirs.map((their) => {
    const start = from;
    from += their.length;
    return walk.place(start, from - SEPARATOR.length);
  });
  const words = theirs.map((their) => their.slice(0, -SEPARATOR.length));
  const back = wayBack(text, ours);
  const raw = text.paragraphs.map(({ content }) => content).join('');
  let [placed, behind] = [0, 0];
  const segments = fillGaps(words, compared, whole).map((found, k): PlacedSegment => {
    if (!found && words[k]) return null;
    placed++;
    // A blank one takes no place.
    if (!found) return { start: behind, end: behind, fit: 'exact' };
    const [start, end] = [back.startOf(found.start), back.endOf(found.end)];
    behind = end;
    if (!found.isSame) return { start, end, fit: 'near' };
    return { start, end, fit: bare(raw.slice(start, end)) === bare(sentences[k].text) ? 'exact' : 'folded' };
  });
  return { segments, placed };
}

/** Where each of them begins when they lie end to end. */
function startsOf(parts: readonly string[]): Set<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const part of parts) {
    starts.add(at);
    at += part.length;
  }
  return starts.add(at);
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

const SEPARATOR = ' ';

/** Words as a search reads them, one blank between them and one behind, with the offset of each letter in the text. */
function foldedWords(text: string): { folded: string; starts: number[] } {
  const whole = foldForSearch(text, { diacritics: 'exact', case: 'exact' });
  let folded = '';
  const starts: number[] = [];
  for (const match of whole.folded.matchAll(/\S+/gu)) {
    if (folded) starts.push(starts.at(-1)! + 1);
    folded += (folded && SEPARATOR) + match[0];
    for (let k = 0; k < match[0].length; k++) starts.push(whole.starts[match.index + k]);
  }
  starts.push(text.length);
  return { folded: folded + SEPARATOR, starts };
}

/** From offsets in all folded paragraphs to offsets in our text. */
function wayBack({ paragraphs }: TextState, ours: readonly { folded: string; starts: readonly number[] }[]) {
  const begins: number[] = [];
  let length = 0;
  for (const { folded } of ours) {
    begins.push(length);
    length += folded.length;
  }
  const paragraphAt = (at: number): number => {
    let [low, high] = [0, begins.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const startOf = (at: number): number => {
    const k = paragraphAt(at);
    return paragraphs[k].start + ours[k].starts[Math.min(at - begins[k], ours[k].starts.length - 1)];
  };
  /** Behind the letter that ends there. */
  const endOf = (at: number): number => {
    const k = paragraphAt(at - 1);
    const { starts } = ours[k];
    let next = at - begins[k];
    while (next < starts.length - 1 && starts[next] === starts[next - 1]) next++;
    return paragraphs[k].start + starts[Math.min(next, starts.length - 1)];
  };
  return { startOf, endOf };
}

/** Goes through pieces along with the segments, which follow one another. */
class PieceWalk {
  #first = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  /** Where [from, to) of the file stands; null when a border of it lies in words that are not the same. */
  place(from: number, to: number): Found | null {
    if (from >= to) return null;
    while (this.#first < this.pieces.length && this.pieces[this.#first].oldEnd <= from) this.#first++;
    let [start, end, common] = [-1, -1, 0];
    for (let k = this.#first; k < this.pieces.length && this.pieces[k].oldStart < to; k++) {
      const { kind, oldStart, oldEnd, newStart, newEnd } = this.pieces[k];
      const [a, b] = [Math.max(from, oldStart), Math.min(to, oldEnd)];
      if (a >= b) continue;
      if (kind === 'same') {
        if (start < 0 && a === from) start = newStart + (from - oldStart);
        if (b === to) end = newStart + (to - oldStart);
        common += b - a;
        continue;
      }
      // A word that differs is in the place of the other one when what is before and behind it is the same.
      if (a === from && oldStart === from) start = newStart;
      if (b === to && oldEnd === to) end = newEnd;
    }
    if (start < 0 || end <= start) return null;
    const longer = Math.max(to - from, end - start);
    if (common < longer * NEAR) return null;
    return { start, end, isSame: common === longer };
  }
}

/** Do most words of one stand in the other? What is in another language is not compared at all. */
function areRelated(theirs: readonly string[], ours: readonly string[]): boolean {
  const wordsOf = (texts: readonly string[]) => {
    const words = new Set<string>();
    for (const text of texts) for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) words.add(word);
    return words;
  };
  const [few, many] = [wordsOf(theirs), wordsOf(ours)];
  let common = 0;
  for (const word of few) if (many.has(word)) common++;
  return common >= few.size * RELATED;
}
