/** All weights from the documents of some folds, and how they do on others. */
import { ladderBeads } from '@/lib/align';
import { alignWith } from '@/lib/align/align';
import { FEATURES } from '@/lib/align/features';
import type { Layout, Weights } from '@/lib/align/weights';
import { addCounts, type Counts, countBeads, NOTHING } from '@/lib/score';
import { type Arcs, collect } from './arcs';
import type { Judged } from './calibrate';
import { climb } from './climb';
import type { Corpus, Doc } from './corpus';
import { precisionOf } from './start';

const SENTENCE_TASKS = ['S', 'S20'];

export function layoutOf(doc: Doc, bare: boolean): Layout {
  return `${SENTENCE_TASKS.includes(doc.task) ? 'sentences' : 'paragraphs'}${bare ? 'Bare' : ''}` as Layout;
}

/** Steps of all documents of a layout, by the start weights. */
export function readArcs(corpus: Corpus, layout: Layout, start: Record<Layout, Weights>): Arcs[] {
  const bare = layout.endsWith('Bare');
  return corpus.docs
    .filter((doc) => layoutOf(doc, bare) === layout)
    .map((doc) => collect(doc, start[layout], start, bare));
}

/** Weights of a layout under which the gold of the documents is most probable. */
export function estimate(arcs: readonly Arcs[], start: Weights, steps: number, layout: Layout): Weights {
  const precision = Float64Array.from(FEATURES, (name) => precisionOf(name, layout));
  return { ...start, features: climb(arcs, start.features, steps, precision) };
}

/** Aligns the documents of a fold; counts by `task lang`, and every bead judged by the gold. */
export function judge(docs: readonly Doc[], weights: Record<Layout, Weights>, bare: boolean) {
  const counts = new Map<string, Counts>();
  const judged: Judged[] = [];
  for (const doc of docs) {
    const { ladder, confidence } = alignWith(
      {
        source: { lang: 'en', segments: doc.source },
        target: { lang: doc.lang, segments: doc.target },
        lexicon: bare ? null : undefined,
      },
      weights,
    );
    const beads = ladderBeads(ladder);
    const name = `${doc.task} ${doc.lang}`;
    counts.set(
      name,
      addCounts(
        counts.get(name) ?? NOTHING,
        countBeads(beads, doc.gold, doc.source.length, doc.target.length),
      ),
    );
    const right = new Set(
      doc.gold.flatMap(([s, t]) =>
        s.length && t.length ? [`${s}|${t}`] : [...s.map((i) => `${i}|`), ...t.map((j) => `|${j}`)],
      ),
    );
    beads.forEach(([s, t], k) => {
      judged.push({
        p: confidence[k],
        right: right.has(`${s}|${t}`),
        isNull: s.length === 0 || t.length === 0,
        lang: doc.lang,
        fold: doc.fold,
      });
    });
  }
  return { counts, judged };
}
