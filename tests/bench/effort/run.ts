import { align, alignRun, coreLexicon, type LearntLexicon, ladderBeads, learn } from '@/lib/align';
import { confirmedTexts, type GoldDoc, inputOf, LANGS, readDocs } from '../engine/corpus';
import { printTable } from '../table';
import { type Corner, cornersOf } from './corners';
import { diagonal, type Effort, type Realign, simulate } from './editor';
import { hunalignLike } from './hunalignLike';

const WAYS = [
  'no machine help',
  'hunalign-like, once',
  'ours, once',
  'ours, realigned',
  'ours, realigned and learning',
] as const;

/** Keys per 100 beads of an editor who brings each document to gold, by how much the machine helps. */
export function benchEffort(dir: string, tasks: readonly string[] = ['P', 'PH', 'N', 'S20']): void {
  const rows: string[][] = [];
  for (const task of tasks)
    for (const lang of LANGS) {
      const docs = readDocs(dir, task, lang);
      if (docs.length === 0) continue;
      const sums = WAYS.map((): Effort[] => []);
      for (const efforts of inOrder(docs))
        efforts.forEach((effort, k) => {
          sums[k]!.push(effort);
        });
      const reasons = per100(sums.at(-1)!, (e) => e.keys + e.nulls);
      rows.push([`${task} ${lang}`, ...sums.map((list) => per100(list, (e) => e.keys)), reasons]);
    }
  printTable(
    'Editor effort: keys per 100 beads',
    ['', ...WAYS, 'the same with a letter for each null'],
    rows,
  );
}

/** Documents of one corpus are one project: what is confirmed in one teaches the next. */
function* inOrder(docs: readonly GoldDoc[]): Generator<Effort[]> {
  for (let k = 0; k < docs.length; k++) {
    const doc = docs[k]!;
    const gold = cornersOf(doc.gold);
    const before = docs.slice(0, k).filter((other) => other.corpus === doc.corpus);
    const learnt = learn(before.flatMap(confirmedTexts), 'en', doc.lang, coreLexicon());
    const input = inputOf(doc);
    const start = (ladder: Int32Array) => cornersOf(ladderBeads(ladder));
    const ours = start(align(input).ladder);
    yield [
      simulate(gold, diagonal(doc.source.length, doc.target.length)),
      simulate(gold, start(hunalignLike(input).ladder)),
      simulate(gold, ours),
      simulate(gold, ours, realigner(doc)),
      simulate(gold, start(align({ ...input, learnt }).ladder), realigner(doc, learnt)),
    ];
  }
}

/** `alignRun` from the last wall to the end of the document, as the product does after a correction. */
function realigner(doc: GoldDoc, learnt?: LearntLexicon): Realign {
  const input = { ...inputOf(doc), learnt };
  return ([i0, j0], pin) => {
    const run = { i0, i1: doc.source.length, j0, j1: doc.target.length };
    const { ladder } = alignRun({ ...input, pins: pin ? [pin] : [] }, run);
    return cornersOf(ladderBeads(ladder)).map(([i, j]): Corner => [i + i0, j + j0]);
  };
}

function per100(efforts: readonly Effort[], keys: (effort: Effort) => number): string {
  const sum = (of: (effort: Effort) => number) => efforts.reduce((total, one) => total + of(one), 0);
  return ((100 * sum(keys)) / sum((e) => e.beads)).toFixed(1);
}
