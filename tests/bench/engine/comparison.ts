import { type AlignOutput, align, ladderBeads } from '@/lib/align';
import { addCounts, type Counts, countBeads, NOTHING, scores } from '@/lib/score';
import { hunalignLike } from '../effort/hunalignLike';
import { printTable } from '../table';
import { type GoldDoc, inputOf, LANGS, readDocs, TASKS } from './corpus';
import { counted, digits } from './scoring';

const BAR = '0.990 / 0.975,0.975 / 0.950,0.999,0.999,0.965 / 0.955,N - 0.003,0.985,0.950';
/** Measured elsewhere, on other documents of the same kinds; "+ split": the peer was given sentences. */
const CHAMPOLLION =
  '0.938 / 0.903,0.832 / 0.793,0.959 / 0.973,0.974 / 0.974,0.734 / 0.726,0.714,0.952 / 0.966,0.880 / 0.910';
const FAST =
  '0.878 / 0.883,0.613 / 0.657,0.997 / 1.000,1.000 / 1.000,0.646 / 0.634,0.636,0.963 / 0.955,0.811 / 0.794';

/** A bead of ours with its probability, and whether gold has it. */
export type Judged = { lang: string; corpus: string; confidence: number; right: boolean };

type Row = { cells: Counts[][] };

/** Strict F1 per task beside the bar and the peers. @returns every bead of ours with its probability. */
export function benchComparison(dir: string): Judged[] {
  const judged: Judged[] = [];
  const rows = { all: blank(), ntrex: blank(), peer: blank() };
  TASKS.forEach((task, t) => {
    LANGS.forEach((lang, l) => {
      for (const doc of readDocs(dir, task, lang)) {
        const output = align(inputOf(doc));
        judged.push(...judge(doc, output));
        const beads = ladderBeads(output.ladder);
        const counts = countBeads(beads, doc.gold, doc.source.length, doc.target.length);
        add(rows.all, t, l, counts);
        if (doc.corpus === 'ntrex') add(rows.ntrex, t, l, counts);
        add(rows.peer, t, l, counted(doc, hunalignLike));
      }
    });
  });
  printTable(
    'Strict F1 per task, vi / ro',
    ['', ...TASKS],
    [
      ['the bar', ...BAR.split(',')],
      ['ours, all documents', ...cells(rows.all)],
      ['ours, NTREX only', ...cells(rows.ntrex)],
      ['hunalign-like (ours, small) on the same documents', ...cells(rows.peer)],
      ['champollion with a dictionary, + split, other documents', ...CHAMPOLLION.split(',')],
      ['best fast classical peer, + split, other documents', ...FAST.split(',')],
    ],
  );
  return judged;
}

const blank = (): Row => ({ cells: TASKS.map(() => LANGS.map(() => NOTHING)) });

function add(row: Row, task: number, lang: number, counts: Counts): void {
  row.cells[task]![lang] = addCounts(row.cells[task]![lang]!, counts);
}

const cells = (row: Row): string[] =>
  row.cells.map(
    (langs) =>
      langs
        .filter((counts) => counts.gold > 0)
        .map((counts) => digits(scores(counts).f1Strict))
        .join(' / ') || '-',
  );

function judge(doc: GoldDoc, { ladder, confidence }: AlignOutput): Judged[] {
  // A gold null bead of n units is n null beads of one, as the scorer has it.
  const gold = new Set(
    doc.gold.flatMap(([s, t]) =>
      s.length && t.length ? [`${s}|${t}`] : [...s.map((i) => `${i}|`), ...t.map((j) => `|${j}`)],
    ),
  );
  return ladderBeads(ladder).map(([s, t], k) => ({
    lang: doc.lang,
    corpus: doc.corpus,
    confidence: confidence[k]!,
    right:
      s.length && t.length
        ? gold.has(`${s}|${t}`)
        : [...s.map((i) => `${i}|`), ...t.map((j) => `|${j}`)].every((x) => gold.has(x)),
  }));
}
