import type { TextState } from '@/lib/bitext/types';
import type { UnitPlaces } from './unitPlaces';

/** Places of a file's sentences in a text of ours; or the number of the first one that does not stand there. */
export type PlacedByText = { places: UnitPlaces } | { differsAt: number };

/**
 * Finds where the sentences of a file begin in a text that holds the same words: white space does not count, nor does
 * how letters are composed. Both have to be the same from beginning to end. O(length).
 */
export function placeByText(sentences: readonly { text: string }[], text: TextState): PlacedByText {
  const ours = bareLetters(text);
  const places: number[] = [];
  let at = 0;
  for (const [k, sentence] of sentences.entries()) {
    const bare = sentence.text.normalize('NFC').replace(/\s+/gu, '');
    if (!ours.letters.startsWith(bare, at)) return { differsAt: k };
    places.push(ours.offsets[at] ?? ours.end);
    at += bare.length;
  }
  if (at < ours.letters.length) return { differsAt: sentences.length };
  // A sentence begins where the one before ended: the blank between them belongs to it.
  places[0] = 0;
  return { places: [...places, ours.end] };
}

/** The text without white space, composed, with the offset of each UTF-16 unit in the text as imported. */
function bareLetters({ paragraphs }: TextState): { letters: string; offsets: Int32Array; end: number } {
  const last = paragraphs.at(-1);
  const end = last ? last.start + last.content.length : 0;
  const pieces: string[] = [];
  // Composing never makes a text longer, save a few letters by three units at most.
  let offsets = new Int32Array(end + 16);
  let length = 0;
  for (const { start, content } of paragraphs)
    for (const match of content.matchAll(/[^\s\p{M}]\p{M}*|\p{M}+/gu)) {
      const letter = match[0].normalize('NFC');
      if (length + letter.length > offsets.length) {
        const longer = new Int32Array(offsets.length * 2 + letter.length);
        longer.set(offsets);
        offsets = longer;
      }
      offsets.fill(start + match.index, length, length + letter.length);
      length += letter.length;
      pieces.push(letter);
    }
  return { letters: pieces.join(''), offsets: offsets.subarray(0, length), end };
}
