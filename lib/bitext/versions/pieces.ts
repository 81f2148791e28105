import { diffArrays } from 'diff';

/**
 * A stretch of the older version of a text beside the stretch of the newer one that stands in its place; offsets in
 * UTF-16 units. Pieces cover both versions from end to end, in order; one side may be empty.
 * - `same`: letter for letter. `word`: one word whose accents are encoded otherwise. `other`: all the rest.
 */
export type Piece = {
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
  kind: 'same' | 'word' | 'other';
};

/** Beyond so many differences two lists have little to do with each other, and looking on would take long. */
const MOST_PARAGRAPHS = 3000;
const MOST_ALIKE = 600;
const MOST_WORDS = 2000;
/** Share of their words that two readings of one paragraph have in common, at least. */
const ALIKE = 0.4;

/**
 * Compares two versions of a text (Myers, 1986, "An O(ND) difference algorithm"): paragraphs first, then word by word
 * what is left between equal ones. Where that is too much, as after another run of a text recognition, paragraphs that
 * share many words are paired before.
 *
 * @param older, newer contents of the paragraphs, which lie end to end in their texts.
 */
export function comparePieces(older: readonly string[], newer: readonly string[]): Piece[] {
  const walk = new Walk();
  const hunks = stretches(older.map(composed), newer.map(composed), sameLetters, MOST_PARAGRAPHS) ?? [
    { same: false, older: older.map(composed), newer: newer.map(composed) },
  ];
  for (const hunk of hunks) {
    const [before, after] = [hunk.older, hunk.newer].map((side) => side.map(({ content }) => content));
    if (hunk.same) before.forEach((content, k) => void compareAlike(walk, content, after[k]));
    else if (!compareWords(walk, before, after)) pairAlike(walk, before, after);
  }
  return walk.pieces;
}

type Composed = { content: string; nfc: string };
const composed = (content: string): Composed => ({ content, nfc: content.normalize('NFC') });
const sameLetters = (a: Composed, b: Composed): boolean => a.nfc === b.nfc;

/** Two readings of one paragraph. */
function compareAlike(walk: Walk, older: string, newer: string): void {
  if (older === newer) walk.add('same', older.length);
  else compareOrReplace(walk, [older], [newer]);
}

type Stretch<T> = { same: boolean; older: readonly T[]; newer: readonly T[] };

/** Runs that two lists share, and what stands between them; null when they differ by more than `mostEdits`. */
function stretches<T>(
  older: readonly T[],
  newer: readonly T[],
  equal: (a: T, b: T) => boolean,
  mostEdits: number,
): Stretch<T>[] | null {
  const found = diffArrays([...older], [...newer], { comparator: equal, maxEditLength: mostEdits });
  if (!found) return null;
  const runs: Stretch<T>[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of found) {
    const run: Stretch<T> = {
      same: !added && !removed,
      older: older.slice(i, added ? i : i + count),
      newer: newer.slice(j, removed ? j : j + count),
    };
    const last = runs.at(-1);
    // What was taken out and what was put in at one place belong together.
    if (last && !last.same && !run.same)
      runs[runs.length - 1] = {
        same: false,
        older: [...last.older, ...run.older],
        newer: [...last.newer, ...run.newer],
      };
    else runs.push(run);
    i += run.older.length;
    j += run.newer.length;
  }
  return runs;
}

/** Those paragraphs that are readings of the same text are compared word by word. */
function pairAlike(walk: Walk, older: readonly string[], newer: readonly string[]): void {
  const [a, b] = [older.map(withWords), newer.map(withWords)];
  const runs = stretches(a, b, areAlike, MOST_ALIKE) ?? [{ same: false, older: a, newer: b }];
  for (const run of runs) {
    if (run.same)
      run.older.forEach((paragraph, k) => {
        compareAlike(walk, paragraph.content, run.newer[k].content);
      });
    else compareOrReplace(walk, contentsOf(run.older), contentsOf(run.newer));
  }
}

type WithWords = { content: string; words: ReadonlySet<string> };
const withWords = (content: string): WithWords => ({
  content,
  words: new Set(
    content
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  ),
});
const contentsOf = (paragraphs: readonly WithWords[]) => paragraphs.map(({ content }) => content);

function areAlike(a: WithWords, b: WithWords): boolean {
  if (a.content === b.content) return true;
  const [few, many] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words];
  if (few.size < many.size * ALIKE) return false;
  let common = 0;
  for (const word of few) if (many.has(word)) common++;
  return common > 0 && common >= many.size * ALIKE;
}

function compareOrReplace(walk: Walk, older: readonly string[], newer: readonly string[]): void {
  if (!compareWords(walk, older, newer)) walk.add('other', lengthOf(older), lengthOf(newer));
}

const lengthOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** False, and nothing is laid down, when the two differ too much. No word goes from one paragraph into the next. */
function compareWords(walk: Walk, older: readonly string[], newer: readonly string[]): boolean {
  const sameWord = (a: string, b: string) => a === b || a.normalize('NFC') === b.normalize('NFC');
  const runs = stretches(older.flatMap(words), newer.flatMap(words), sameWord, MOST_WORDS);
  if (!runs) return false;
  for (const run of runs) {
    if (!run.same) walk.add('other', lengthOf(run.older), lengthOf(run.newer));
    // One word in two encodings is a piece of its own: its letters don't stand in the same places.
    else
      run.older.forEach((word, k) => {
        if (word === run.newer[k]) walk.add('same', word.length);
        else walk.add('word', word.length, run.newer[k].length);
      });
  }
  return true;
}

const words = (content: string): string[] => content.match(/[\p{L}\p{M}\p{N}]+|\s+|[\s\S]/gu) ?? [];

/** Lays pieces end to end; neighbours of one kind become one. */
class Walk {
  readonly pieces: Piece[] = [];

  add(kind: Piece['kind'], oldLength: number, newLength = oldLength): void {
    if (!oldLength && !newLength) return;
    const last = this.pieces.at(-1);
    if (last?.kind === kind && kind !== 'word') {
      last.oldEnd += oldLength;
      last.newEnd += newLength;
      return;
    }
    const [oldStart, newStart] = [last?.oldEnd ?? 0, last?.newEnd ?? 0];
    this.pieces.push({
      oldStart,
      oldEnd: oldStart + oldLength,
      newStart,
      newEnd: newStart + newLength,
      kind,
    });
  }
}
