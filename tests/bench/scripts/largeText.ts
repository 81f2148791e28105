import { randomUUID } from 'node:crypto';
import type { Bead, Border, Paragraph } from '@/lib/bitext/types';
import { random } from '../syntheticNovel';

/** A text as it is stored: sentences in paragraphs of one to six. */
export function textOf(sentences: readonly string[], seed: number) {
  const next = random(seed);
  const paragraphs: Paragraph[] = [];
  const borders: Border[] = [];
  let at = 0;
  for (let k = 0; k < sentences.length; ) {
    const size = 1 + Math.floor(next() * 6);
    const start = at;
    for (const sentence of sentences.slice(k, k + size)) {
      borders.push({ at, kind: at === start ? 'paragraph' : 'sentence' });
      at += sentence.length;
    }
    paragraphs.push({ start, content: sentences.slice(k, k + size).join('') });
    k += size;
  }
  borders.push({ at, kind: 'paragraph' });
  return { lengthUtf16: at, paragraphs, borders };
}

/**
 * A rendering of `count` source sentences and its alignment: mostly one to one; some joined, some cut in two, some left
 * out, some added. Confidences fall where the shape is unusual, as an engine's do.
 *
 * @param starts where each source sentence begins, and where the last one ends.
 * @param confirmedFrom beads from this source sentence on are confirmed by `author`.
 */
export function rendering(
  sentences: readonly string[],
  starts: readonly number[],
  { seed, confirmedFrom, author }: { seed: number; confirmedFrom: number; author: string },
): { sentences: string[]; beads: Bead[] } {
  const next = random(seed);
  const out: string[] = [];
  const beads: Bead[] = [];
  let target = 0;
  for (let k = 0; k < sentences.length; ) {
    const dice = next();
    const [from, to] = dice < 0.02 ? [k, k] : [k, Math.min(sentences.length, dice < 0.1 ? k + 2 : k + 1)];
    const isLeftOut = dice > 0.98;
    const made = isLeftOut
      ? []
      : from === to
        ? [`${sentences[k]!.slice(0, 40).trim()}… `]
        : dice > 0.93
          ? halves(sentences[k]!)
          : [sentences.slice(from, to).join('')];
    const length = made.reduce((sum, one) => sum + one.length, 0);
    const isNull = from === to || isLeftOut;
    const isOneToOne = to - from === 1 && made.length === 1;
    const isConfirmed = k >= confirmedFrom && !isNull;
    beads.push({
      id: randomUUID(),
      source: { start: starts[from]!, end: starts[to]! },
      target: { start: target, end: target + length },
      status: isConfirmed ? 'confirmed' : 'machine',
      origin: 'machine',
      confidence: isOneToOne ? 1 - 0.3 * next() ** 6 : 1 - 0.9 * next(),
      reason: null,
      authors: isConfirmed ? [author] : [],
      revision: 0,
    });
    out.push(...made);
    target += length;
    k = to;
  }
  return { sentences: out, beads };
}

function halves(sentence: string): string[] {
  const at = sentence.indexOf(' ', sentence.length >> 1) + 1;
  return at > 0 && at < sentence.length ? [sentence.slice(0, at), sentence.slice(at)] : [sentence];
}
