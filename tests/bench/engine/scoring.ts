import { type AlignInput, type AlignOutput, align, ladderBeads } from '@/lib/align';
import { addCounts, type Counts, countBeads, NOTHING, scores } from '@/lib/score';
import { type GoldDoc, inputOf } from './corpus';

type Aligner = (input: AlignInput) => Pick<AlignOutput, 'ladder'>;

/** Strict F1 over documents, counts added up before shares are taken. NaN for none. */
export function f1(docs: readonly GoldDoc[], aligner: Aligner = align, lang?: string): number {
  if (docs.length === 0) return Number.NaN;
  return scores(docs.map((doc) => counted(doc, aligner, lang)).reduce(addCounts, NOTHING)).f1Strict;
}

export function counted(doc: GoldDoc, aligner: Aligner = align, lang?: string): Counts {
  const { ladder } = aligner(inputOf(doc, lang));
  return countBeads(ladderBeads(ladder), doc.gold, doc.source.length, doc.target.length);
}

export const digits = (value: number, places = 3): string =>
  Number.isNaN(value) ? '-' : value.toFixed(places);
