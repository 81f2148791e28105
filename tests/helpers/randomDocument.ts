import {
  type Bead,
  type Border,
  type Comment,
  type DocumentState,
  isLocked,
  isNull,
  NULL_REASONS,
  type Paragraph,
  type TextState,
} from '@/lib/bitext/types';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A well-formed id for the nth thing of some kind. */
export const idOf = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const LAN = idOf(9, 1);
export const ION = idOf(9, 2);

const WORDS = ['Anna', 'yêu', 'nàng.', 'e\u0301tait', '🙂', 'trời!', 'mâine,', '1877', '👩‍👧', 'đi'];

/**
 * A document with a reference text and two translations, all of them aligned: any shape of bead,
 * any status, comments here and there. `paragraphs` is how many each text has at most.
 */
export function randomDocument(seed: number, paragraphs = 4): DocumentState {
  const random = seeded(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const texts = Object.fromEntries(
    ['en', 'vi', 'ro'].map((lang, k) => {
      const text = randomText(idOf(1, k), lang, 1 + upTo(paragraphs), upTo);
      return [text.id, text];
    }),
  );
  const [en, ...others] = Object.values(texts);
  const comments: Comment[] = [];
  const bitexts = Object.fromEntries(
    others.map((other, k) => {
      const id = idOf(2, k);
      const beads = randomBeads(en!, other, (n) => idOf(3, 1000 * k + n), upTo);
      for (const bead of beads)
        if (upTo(6) === 0) comments.push(randomComment(comments.length, id, bead, upTo));
      return [id, { id, sourceTextId: en!.id, targetTextId: other.id, beads }];
    }),
  );
  return { texts, bitexts, comments };
}

function randomText(id: string, lang: string, count: number, upTo: (n: number) => number): TextState {
  const paragraphs: Paragraph[] = [];
  const borders: Border[] = [];
  let at = 0;
  for (let p = 0; p < count; p++) {
    borders.push({ at, kind: 'paragraph' });
    let content = '';
    for (let s = upTo(4); s >= 0; s--) {
      const words = Array.from({ length: 1 + upTo(3) }, () => WORDS[upTo(WORDS.length)]);
      content += `${words.join(' ')}${s ? ' ' : ''}`;
      if (s) borders.push({ at: at + content.length, kind: upTo(3) ? 'sentence' : 'editor' });
    }
    paragraphs.push({ start: at, content });
    at += content.length;
  }
  borders.push({ at, kind: 'paragraph' });
  return { id, lang, paragraphs, borders, corrections: [] };
}

function randomBeads(
  source: TextState,
  target: TextState,
  newId: (n: number) => string,
  upTo: (n: number) => number,
): Bead[] {
  const [n, m] = [source.borders.length - 1, target.borders.length - 1];
  const beads: Bead[] = [];
  for (let i = 0, j = 0; i < n || j < m; ) {
    const [i1, j1] = [Math.min(n, i + upTo(3)), Math.min(m, j + upTo(3))];
    if (i1 === i && j1 === j) continue;
    const bead: Bead = {
      id: newId(beads.length),
      source: { start: source.borders[i]!.at, end: source.borders[i1]!.at },
      target: { start: target.borders[j]!.at, end: target.borders[j1]!.at },
      status: (['machine', 'machine', 'proposed', 'confirmed', 'approved'] as const)[upTo(5)]!,
      origin: 'machine',
      confidence: upTo(10_000) / 10_000,
      reason: null,
      authors: [],
      revision: 1,
    };
    const reason = isNull(bead) && (isLocked(bead) || upTo(2)) ? NULL_REASONS[upTo(5)]! : null;
    beads.push({ ...bead, reason, authors: isLocked(bead) ? [upTo(2) ? LAN : ION] : [] });
    [i, j] = [i1, j1];
  }
  return beads;
}

function randomComment(n: number, bitextId: string, bead: Bead, upTo: (n: number) => number): Comment {
  return {
    id: idOf(4, n),
    bitextId,
    beadId: bead.id,
    kind: upTo(2) ? 'dispute' : 'comment',
    body: 'Why?',
    authorId: upTo(2) ? LAN : ION,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString(),
    resolvedBy: null,
  };
}
